"""Every default of a cost scenario, once: its value, its unit, and where it comes from."""

from .check import InputError, number, one_of, whole_number

GIVEN = "given"
ASSUMED = "assumed"
ILLUSTRATIVE = "Illustrative: chosen for this course"
INSEE = "INSEE Première 1931: mean gross hourly wage of third-party call centres, France"
BATT = "Batt, Doellgast and Kwon 2005: mean initial training, United States"
TORONTO = "311 Toronto, annual report: mean handle time of about a million calls, Canada"
VAT = "France, Code général des impôts, article 278: the standard rate is 20 % since 1 January 2014"
NEW_YORK = "New York City, Mayor's Management Report: the 311 line's target, 80 % in 30 s, United States"


class Assumption:
    """A default: what it is, its value and unit, whether a source gives it, and what may stand instead.

    Attributes
    ----------
    name, label : str
        Its name in a scenario, and in words.
    value : int, float or str
        The default; where it is an int, only whole numbers may stand instead.
    unit : str
        A key of ``callcentre.labs.shared.units.UNITS``.
    grade : str
        "given" where an official, published, academic or survey source gives the value, else "assumed".
    source, date : str
        Who says so and when; for what is assumed, why it was chosen.
    low, high : float
        The least and the greatest value allowed.
    options : tuple of str
        Where the value is a word, the words allowed.
    """

    def __init__(
        self,
        name: str,
        label: str,
        value: float | str,
        unit: str,
        low: float | None,
        high: float | None,
        grade: str = ASSUMED,
        source: str = ILLUSTRATIVE,
        date: str = "",
        options: tuple[str, ...] | None = None,
    ) -> None:
        self.name = name
        self.label = label
        self.value = value
        self.unit = unit
        self.low = low
        self.high = high
        self.grade = grade
        self.source = source
        self.date = date
        self.options = options

    def check(self, value: object) -> float | str:
        """Return the value when it may stand in a scenario; else raise an InputError that names it."""
        if self.options:
            return one_of(self.name, value, self.options)
        if isinstance(self.value, int):
            return whole_number(self.name, value, self.low, self.high)
        return number(self.name, value, self.low, self.high)

    def near(self, value: float) -> float:
        """Return the allowed number nearest to this one."""
        if self.low is not None and self.high is not None:
            value = min(self.high, max(self.low, value))
        return round(value) if isinstance(self.value, int) else value


DEMAND = (
    Assumption("calls_per_month", "Calls a month", 40_000, "calls/month", 1, 1000000),
    Assumption("handle_seconds", "Handle time", 290.0, "seconds", 10.0, 3600.0, GIVEN, TORONTO, "2025"),
    Assumption("service_level", "Calls answered in time", 0.8, "share", 0.01, 0.99, GIVEN, NEW_YORK, "2025"),
    Assumption(
        "answer_within_seconds", "In time means within", 30.0, "seconds", 0.0, 600.0, GIVEN, NEW_YORK, "2025"
    ),
    Assumption("max_occupancy", "Highest occupancy allowed", 0.88, "share", 0.1, 1.0),
    Assumption(
        "night_share",
        "Calls that come at night",
        0.02,
        "share",
        0.0,
        0.9,
        source="Illustrative: before 07:00 and from 21:00 on",
    ),
    Assumption(
        "weekend_share",
        "Calls that come at weekends",
        0.1,
        "share",
        0.0,
        0.9,
        source="Illustrative: on Saturdays and Sundays; a public holiday counts as a Sunday",
    ),
    Assumption(
        "holidays_per_year",
        "Public holidays a year",
        11.0,
        "days",
        0.0,
        30.0,
        source="Illustrative: France has eleven",
    ),
    Assumption("volume_growth", "Yearly growth in calls", 0.0, "share", -0.3, 0.3),
    Assumption(
        "counted_resolution",
        "Settled first time in the calls counted",
        0.75,
        "share",
        0.01,
        1.0,
        source="Illustrative: the calls a month include the repeats of a centre that settles this share; "
        "one that settles less has more",
    ),
    Assumption("callers_again", "Callers who call again if not helped", 0.5, "share", 0.0, 0.9),
    Assumption(
        "lost_per_bad_call",
        "Customers lost per badly served call",
        0.01,
        "share",
        0.0,
        1.0,
        source="Illustrative: of calls unsettled or late beyond what is expected; no figure can be verified",
    ),
    Assumption(
        "lost_customer_cost",
        "Cost of a lost customer",
        100.0,
        "EUR",
        0.0,
        1e6,
        source="Illustrative: the margin that is lost",
    ),
)

AUTOMATION = (
    Assumption("bot_settles", "Calls that software settles", 0.0, "share", 0.0, 0.95),
    Assumption(
        "bot_passes_on",
        "Calls that software passes on after trying",
        0.0,
        "share",
        0.0,
        1.0,
        source="Illustrative: of all calls, on top of those it settles",
    ),
    Assumption(
        "bot_retold_factor",
        "Handle time of a call passed on, as a multiple",
        1.15,
        "",
        1.0,
        3.0,
        source="Illustrative: the caller explains everything again",
    ),
    Assumption(
        "bot_harder_factor",
        "Handle time of calls left to people, as a multiple",
        1.1,
        "",
        1.0,
        3.0,
        source="Illustrative: software settles the easy ones; applies only if it settles any",
    ),
    Assumption("bot_price_per_call", "Price of a call that software takes", 0.5, "EUR/call", 0.0, 100.0),
    Assumption("bot_set_up", "Cost of setting up the software", 40000.0, "EUR", 0.0, 50000000.0),
)

IN_HOUSE = (
    Assumption("hourly_wage", "Agent's gross wage", 14.6, "EUR/hour", 0.0, 200.0, GIVEN, INSEE, "2019"),
    Assumption(
        "employer_charges",
        "Employer's charges on pay",
        0.35,
        "share",
        0.0,
        1.0,
        source="Illustrative: near the 32 % of a Spanish collective agreement (2026)",
    ),
    Assumption("wage_drift", "Yearly pay rise", 0.02, "share", -0.1, 0.3),
    Assumption("night_premium", "Pay premium at night", 0.25, "share", 0.0, 3.0),
    Assumption("sunday_premium", "Pay premium on Sundays", 0.5, "share", 0.0, 3.0),
    Assumption("holiday_premium", "Pay premium on public holidays", 1.0, "share", 0.0, 3.0),
    Assumption(
        "shrinkage",
        "Paid time away from calls",
        0.27,
        "share",
        0.0,
        0.9,
        source="Illustrative: the mean of a survey by OpsDog (1,230 answers) that gives no place or date",
    ),
    Assumption(
        "schedule_efficiency",
        "Rostered hours that are needed",
        0.95,
        "share",
        0.1,
        1.0,
        source="Illustrative: shifts never fit the curve of calls exactly",
    ),
    Assumption("least_agents", "Fewest agents on duty by day", 1, "agents", 1, 50),
    Assumption(
        "night_least_agents",
        "Fewest agents on duty at night",
        2,
        "agents",
        1,
        50,
        source="Illustrative: nobody works alone at night",
    ),
    Assumption(
        "paid_hours_per_month",
        "Full-time agent's paid hours a month",
        151.67,
        "hours",
        20.0,
        260.0,
        source="Illustrative: a 35-hour week, France's legal working time",
    ),
    Assumption("agents_per_supervisor", "Agents per supervisor", 12.0, "agents", 1.0, 100.0),
    Assumption("supervisor_monthly_pay", "Supervisor's gross pay", 2900.0, "EUR/month", 0.0, 50000.0),
    Assumption("agents_per_quality_post", "Agents per member of quality staff", 40.0, "agents", 1.0, 1000.0),
    Assumption("quality_monthly_pay", "Gross pay of quality staff", 2700.0, "EUR/month", 0.0, 50000.0),
    Assumption("head_monthly_pay", "Gross pay of the centre's head", 4200.0, "EUR/month", 0.0, 100000.0),
    Assumption("attrition", "Agents who leave in a year", 0.3, "share", 0.0, 3.0),
    Assumption("recruitment_cost", "Cost of finding one agent", 1500.0, "EUR", 0.0, 100000.0),
    Assumption("training_weeks", "Initial training", 4.2, "weeks", 0.0, 52.0, GIVEN, BATT, "2004"),
    Assumption("learning_months", "Months until a new agent is experienced", 3, "months", 0, 24),
    Assumption(
        "learning_handle_factor",
        "New agent's handle time, as a multiple",
        1.15,
        "",
        1.0,
        3.0,
        source="Illustrative: on average over the months of learning",
    ),
    Assumption("premises_monthly_cost", "Premises, per seat", 220.0, "EUR/month", 0.0, 20000.0),
    Assumption("equipment_monthly_cost", "Upkeep and licences, per seat", 130.0, "EUR/month", 0.0, 20000.0),
    Assumption("telecom_per_minute", "Telecommunications, per handled minute", 0.012, "EUR/minute", 0.0, 5.0),
    Assumption(
        "premises_set_up", "Set-up project, fitting out the premises", 70000.0, "EUR", 0.0, 50000000.0
    ),
    Assumption("system_set_up", "Telephone system and software", 60000.0, "EUR", 0.0, 50000000.0),
    Assumption("seat_set_up", "Cost of equipping a seat", 3500.0, "EUR", 0.0, 200000.0),
    Assumption("ramp_up_months", "Paid preparation before the first call", 2.0, "months", 0.0, 24.0),
    Assumption("severance_months", "Severance, in months of pay", 2.0, "months", 0.0, 36.0),
    Assumption("own_resolution", "Calls own agents settle the first time", 0.75, "share", 0.01, 1.0),
    Assumption(
        "own_exit_cost",
        "Closing or handing over the firm's centre",
        15000.0,
        "EUR",
        0.0,
        50000000.0,
        source="Illustrative: in the last month, as much as leaving a vendor",
    ),
    Assumption(
        "residual_share",
        "Resale value of equipment, of its price",
        0.1,
        "share",
        0.0,
        1.0,
        source="Illustrative: of the seats' equipment, the telephone system and the software",
    ),
)

START = (
    Assumption(
        "starts_from",
        "What the firm has at the start",
        "nothing",
        "",
        None,
        None,
        options=("nothing", "in-house", "vendor"),
    ),
    Assumption("leavers_with_severance", "Agents no longer needed who get severance", 0.5, "share", 0.0, 1.0),
    Assumption(
        "leavers_transferred",
        "Agents no longer needed who move to the vendor",
        0.3,
        "share",
        0.0,
        1.0,
        source="Illustrative: the others are redeployed within the firm",
    ),
    Assumption("transfer_cost", "Cost of an agent who moves to the vendor", 1500.0, "EUR", 0.0, 200000.0),
    Assumption("placing_cost", "Cost of redeploying an agent in the firm", 2500.0, "EUR", 0.0, 200000.0),
    Assumption("lease_months_left", "Months left on the lease", 12, "months", 0, 120),
)

VENDOR = (
    Assumption(
        "tariff",
        "What the vendor charges for",
        "minute",
        "",
        None,
        None,
        options=("minute", "call", "resolved", "hour", "seat", "sale", "hybrid"),
    ),
    Assumption(
        "price_per_minute",
        "Price per handled minute",
        0.92,
        "EUR/minute",
        0.0,
        20.0,
        source="Illustrative: about 35 EUR for an agent's hour (French trade site, undated), 63 % busy",
    ),
    Assumption("price_per_call", "Price per handled call", 4.45, "EUR/call", 0.0, 500.0),
    Assumption("price_per_resolved_call", "Price per resolved call", 6.18, "EUR/call", 0.0, 500.0),
    Assumption(
        "price_per_hour",
        "Price per hour at work",
        35.0,
        "EUR/hour",
        0.0,
        500.0,
        source="Illustrative: the price that a French trade site gives, undated",
    ),
    Assumption("price_per_seat", "Price per dedicated full-time agent", 3900.0, "EUR/month", 0.0, 100000.0),
    Assumption("price_per_sale", "Price per sale", 40.0, "EUR", 0.0, 10000.0),
    Assumption("sales_share", "Calls that end in a sale", 0.1, "share", 0.0, 1.0),
    Assumption("hybrid_monthly_fee", "Hybrid tariff: fixed fee", 30000.0, "EUR/month", 0.0, 10000000.0),
    Assumption(
        "hybrid_price_per_minute", "Hybrid tariff: price per handled minute", 0.75, "EUR/minute", 0.0, 20.0
    ),
    Assumption(
        "band_1_calls",
        "Calls a month above which the first discount applies",
        60_000,
        "calls/month",
        0,
        100000000,
    ),
    Assumption("band_1_discount", "First discount", 0.0, "share", 0.0, 1.0),
    Assumption(
        "band_2_calls",
        "Calls a month above which the second discount applies",
        120_000,
        "calls/month",
        0,
        100000000,
    ),
    Assumption("band_2_discount", "Second discount", 0.0, "share", 0.0, 1.0),
    Assumption("vendor_minimum", "Vendor's minimum monthly bill", 4000.0, "EUR/month", 0.0, 10000000.0),
    Assumption("vendor_set_up", "Vendor's set-up fee", 20000.0, "EUR", 0.0, 50000000.0),
    Assumption(
        "transition_cost", "The firm's cost of handing the work over", 15000.0, "EUR", 0.0, 50000000.0
    ),
    Assumption("vendor_indexation", "Yearly rise in the vendor's prices", 0.02, "share", -0.1, 0.3),
    Assumption(
        "vendor_pay_share",
        "Part of the vendor's price that follows pay",
        0.6,
        "share",
        0.0,
        1.0,
        source="Illustrative: if pay rises more than expected, so does the price, later",
    ),
    Assumption("vendor_pay_delay_years", "Years until the price follows pay", 1, "years", 0, 10),
    Assumption(
        "expected_wage_drift",
        "Yearly pay rise that the vendor's price allows for",
        0.02,
        "share",
        -0.1,
        0.3,
    ),
    Assumption(
        "quoted_service_level",
        "Calls in time that the vendor's price covers",
        0.8,
        "share",
        0.01,
        0.99,
        source="Illustrative: asked for another service level, it bills in proportion to the hours needed",
    ),
    Assumption(
        "quoted_answer_within_seconds",
        "For the vendor's price, in time means within",
        30.0,
        "seconds",
        0.0,
        600.0,
    ),
    Assumption(
        "vendor_service_deviation",
        "Vendor's service above or below the promise",
        0.0,
        "share",
        -0.99,
        0.99,
        source="Illustrative: the vendor delivers what is asked for; a share of calls above or below that",
    ),
    Assumption(
        "bonus_per_point",
        "Bonus for each point of service above the promise",
        0.005,
        "share",
        0.0,
        1.0,
        source="Illustrative: a share of the fees",
    ),
    Assumption(
        "penalty_per_point",
        "Penalty for each point of service below the promise",
        0.01,
        "share",
        0.0,
        1.0,
        source="Illustrative: a share of the fees",
    ),
    Assumption(
        "most_bonus_or_penalty",
        "Limit on bonus and penalty",
        0.1,
        "share",
        0.0,
        1.0,
        source="Illustrative: a share of the fees",
    ),
    Assumption("governance_posts", "Own staff who oversee the vendor", 1.0, "posts", 0.0, 100.0),
    Assumption(
        "governance_monthly_pay", "Gross pay of staff who oversee it", 3500.0, "EUR/month", 0.0, 100000.0
    ),
    Assumption("vendor_learning_months", "Months until the vendor knows the work", 3, "months", 0, 24),
    Assumption(
        "vendor_handle_factor", "Vendor's handle time while it learns, as a multiple", 1.1, "", 1.0, 3.0
    ),
    Assumption(
        "vendor_repeat_factor",
        "Vendor's calls while it learns, as a multiple",
        1.03,
        "",
        1.0,
        3.0,
        source="Illustrative: unsettled matters come back",
    ),
    Assumption("vendor_resolution", "Calls the vendor settles the first time", 0.72, "share", 0.01, 1.0),
    Assumption(
        "agreed_resolution",
        "Calls the vendor agrees to settle the first time",
        0.72,
        "share",
        0.01,
        1.0,
        source="Illustrative: in the contract lab the calls a month are counted at this share",
    ),
    Assumption("exit_cost", "Leaving the vendor at the end", 15000.0, "EUR", 0.0, 50000000.0),
)

CONTRACT = (
    Assumption(
        "vendor_cost_per_paid_hour",
        "Vendor's own cost of a paid hour",
        21.5,
        "EUR/hour",
        0.0,
        500.0,
        source="Illustrative: a gross wage of 14.6 EUR with charges, and a little for everything else",
    ),
    Assumption("minimum_commitment", "Minimum commitment, of the agreed bill", 0.7, "share", 0.0, 1.0),
    Assumption("hybrid_fixed_share", "Hybrid tariff: fixed part of the bill", 0.4, "share", 0.0, 1.0),
)

MIXED = (
    Assumption(
        "mixed_by",
        "What the vendor takes in a mix",
        "hours",
        "",
        None,
        None,
        options=("hours", "overflow", "activity", "nothing"),
    ),
    Assumption("in_house_opens_hour", "Own agents answer from", 8, "o'clock", 0, 24),
    Assumption("in_house_closes_hour", "Own agents answer until", 20, "o'clock", 0, 24),
    Assumption(
        "weekends_by", "Who answers at weekends", "vendor", "", None, None, options=("in-house", "vendor")
    ),
    Assumption("cell_agents", "Own agents at work before calls flow over", 12, "agents", 1, 10000),
    Assumption("overflow_after_seconds", "A call flows over after a wait of", 20.0, "seconds", 0.0, 600.0),
    Assumption("secondary_share", "Calls for secondary activities", 0.3, "share", 0.0, 1.0),
    Assumption("secondary_handle_ratio", "Secondary calls' handle time, as a multiple", 0.7, "", 0.05, 20.0),
    Assumption(
        "agents_from",
        "Who pays the agents on the firm's premises",
        "firm",
        "",
        None,
        None,
        options=("firm", "agency"),
    ),
    Assumption("agency_hourly_price", "Agency's price per hour at work", 31.0, "EUR/hour", 0.0, 500.0),
    Assumption(
        "equipment_from", "Whose equipment own agents use", "firm", "", None, None, options=("firm", "vendor")
    ),
    Assumption(
        "hosted_seat_monthly_price", "Vendor's price for equipping a seat", 320.0, "EUR/month", 0.0, 20000.0
    ),
)

MONEY = (
    Assumption("horizon_months", "Months compared", 36, "months", 1, 120),
    Assumption("discount_rate", "Yearly discount rate", 0.06, "share", 0.0, 1.0),
    Assumption("vat_rate", "Value added tax", 0.2, "share", 0.0, 0.5, GIVEN, VAT, "2014"),
    Assumption(
        "vat_recoverable",
        "Value added tax that the firm recovers",
        1.0,
        "share",
        0.0,
        1.0,
        source="Illustrative: most firms recover all; banks, insurers, care and public bodies often little",
    ),
)

UNCERTAINTY = (
    Assumption("volume_deviation", "Spread of calls a month", 0.15, "share", 0.0, 1.0),
    Assumption("handle_deviation", "Spread of handle time", 0.08, "share", 0.0, 1.0),
    Assumption("wage_drift_deviation", "Spread of the yearly pay rise", 0.01, "share", 0.0, 0.1),
    Assumption("attrition_deviation", "Spread of attrition", 0.3, "share", 0.0, 2.0),
    Assumption("vendor_quality_deviation", "Spread of the vendor's shortcomings", 0.4, "share", 0.0, 2.0),
    Assumption(
        "own_quality_deviation",
        "Spread of own agents' shortcomings",
        0.2,
        "share",
        0.0,
        2.0,
        source="Illustrative: half the vendor's, since the firm sees its own work daily",
    ),
    Assumption(
        "wages_with_attrition",
        "Correlation of pay rises with attrition",
        0.4,
        "",
        -0.7,
        0.7,
        source="Illustrative: where jobs are easy to find, pay rises and agents leave",
    ),
    Assumption(
        "attrition_with_handle_time",
        "Correlation of attrition with handle time",
        0.3,
        "",
        -0.7,
        0.7,
        source="Illustrative: new agents take longer",
    ),
)

RARE_EVENTS = (
    Assumption("leak_probability_own", "Chance of a leak in a year, own agents", 0.01, "share", 0.0, 1.0),
    Assumption("leak_probability_vendor", "Chance of a leak in a year, vendor", 0.02, "share", 0.0, 1.0),
    Assumption("leak_loss", "Loss from a leak", 600_000.0, "EUR", 0.0, 1e9),
    Assumption("leak_control_cost", "Yearly cost of controls against leaks", 6000.0, "EUR", 0.0, 1e8),
    Assumption("leak_control_effect", "Leaks that the controls prevent", 0.6, "share", 0.0, 1.0),
    Assumption(
        "vendor_failure_probability",
        "Chance in a year that the vendor fails or leaves",
        0.03,
        "share",
        0.0,
        1.0,
    ),
    Assumption("vendor_failure_loss", "Loss if a vendor of all calls fails", 500_000.0, "EUR", 0.0, 1e9),
    Assumption("standby_cost", "Yearly cost of a second vendor on standby", 9000.0, "EUR", 0.0, 1e8),
    Assumption("standby_effect", "Loss that a second vendor prevents", 0.7, "share", 0.0, 1.0),
    Assumption("technology_probability", "Chance in a year that technology changes", 0.1, "share", 0.0, 1.0),
    Assumption("technology_loss", "Loss if own equipment becomes outdated", 80_000.0, "EUR", 0.0, 1e9),
    Assumption("renewal_cost", "Yearly cost of keeping equipment adaptable", 4000.0, "EUR", 0.0, 1e8),
    Assumption("renewal_effect", "Loss that adaptable equipment prevents", 0.6, "share", 0.0, 1.0),
    Assumption("loss_deviation", "Spread of the loss from a rare event", 0.5, "share", 0.0, 5.0),
)

# (title, assumptions), in the order a reader meets them
GROUPS = (
    ("Demand", DEMAND),
    ("In-house", IN_HOUSE),
    ("Vendor", VENDOR),
    ("What the firm has at the start", START),
    ("Software that answers", AUTOMATION),
    ("The contract seen from the vendor's side", CONTRACT),
    ("Mixed", MIXED),
    ("Money over time", MONEY),
    ("What is uncertain", UNCERTAINTY),
    ("Rare events", RARE_EVENTS),
)

TABLE = DEMAND + IN_HOUSE + VENDOR + START + AUTOMATION + CONTRACT + MIXED + MONEY + UNCERTAINTY + RARE_EVENTS


def find(name: str) -> Assumption:
    """Return the Assumption of that name.

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.

    Examples
    --------
    >>> found = find("handle_seconds")
    >>> found.value, found.unit, found.grade, found.date
    (290.0, 'seconds', 'given', '2025')
    """
    return known("assumption", name)


def known(argument: str, name: str) -> Assumption:
    """Return the Assumption of that name, or refuse the argument it was given as."""
    for assumption in TABLE:
        if assumption.name == name:
            return assumption
    raise InputError(argument, "one of " + ", ".join([each.name for each in TABLE]), name)


def value(name: str) -> float | str:
    """Return the default of that name; raises InputError where there is none.

    Examples
    --------
    >>> value("service_level")
    0.8
    """
    return find(name).value


def numeric(argument: str, name: str) -> Assumption:
    """Return the Assumption of that name when it is a number, or refuse the argument it was given as."""
    found = known(argument, name)
    if found.options:
        raise InputError(argument, "the name of a number", name)
    return found


def complete(scenario: dict) -> dict:
    """Return a dict with every value of a scenario: the given ones, checked, and the others' defaults.

    Raises
    ------
    InputError
        If the scenario is no dict, for a name that is not in the table, or a value that is not allowed.

    Examples
    --------
    >>> values = complete({"calls_per_month": 20_000})
    >>> values["calls_per_month"], values["handle_seconds"]
    (20000, 290.0)
    """
    if not isinstance(scenario, dict):
        raise InputError("scenario", "a dict of names and values", scenario)
    names = [assumption.name for assumption in TABLE]
    for name in scenario:
        if name not in names:
            raise InputError(str(name), "one of " + ", ".join(names), scenario[name])
    values = {each.name: each.check(scenario.get(each.name, each.value)) for each in TABLE}
    check_together(values)
    return values


def check_together(values: dict) -> None:
    """Refuse the first value that another one rules out."""
    for name, other in (("in_house_closes_hour", "in_house_opens_hour"), ("band_2_calls", "band_1_calls")):
        if values[name] < values[other]:
            raise InputError(name, f"no less than this: {other}", values[name])
    for names in (("leavers_with_severance", "leavers_transferred"), ("bot_settles", "bot_passes_on")):
        rest = 1 - values[names[0]]
        if values[names[1]] > rest + 1e-9:
            raise InputError(names[1], f"at most what this leaves of all: {names[0]}", values[names[1]])
    share, ratio = values["secondary_share"], values["secondary_handle_ratio"]
    if share < 1 and not (1 - share) / 20 <= 1 - share * ratio <= (1 - share) * 20:
        allowed = "such that the other calls take from a twentieth to twenty times the mean handle time"
        raise InputError("secondary_handle_ratio", allowed, ratio)
