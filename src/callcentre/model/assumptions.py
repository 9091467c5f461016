"""Every default of a cost scenario, once: its value, its unit, and where it comes from."""

from .check import InputError, number, one_of, whole_number

GIVEN = "given"
ASSUMED = "assumed"
ILLUSTRATIVE = "Illustrative: chosen for this course"
INSEE = "INSEE Première 1931: mean gross hourly wage of third-party call centres, France"
BATT = "Batt, Doellgast and Kwon 2005: mean initial training, United States"
TORONTO = "311 Toronto, annual report: mean handle time of about a million calls, Canada"
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
        A key of ``callcentre.labs.lab.UNITS``.
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
        self, name, label, value, unit, low, high, grade=ASSUMED, source=ILLUSTRATIVE, date="", options=None
    ):
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

    def check(self, value):
        """Return the value when it may stand in a scenario; else raise an InputError that names it."""
        if self.options:
            return one_of(self.name, value, self.options)
        if isinstance(self.value, int):
            return whole_number(self.name, value, self.low, self.high)
        return number(self.name, value, self.low, self.high)


DEMAND = (
    Assumption("calls_per_month", "Calls a month", 40_000, "calls/month", 1, 1_000_000),
    Assumption("handle_seconds", "Handle time", 290.0, "seconds", 10.0, 3600.0, GIVEN, TORONTO, "2025"),
    Assumption("service_level", "Calls answered in time", 0.80, "share", 0.01, 0.99, GIVEN, NEW_YORK, "2025"),
    Assumption(
        "answer_within_seconds", "In time means within", 30.0, "seconds", 0.0, 600.0, GIVEN, NEW_YORK, "2025"
    ),
    Assumption("open_days_per_month", "Days open a month", 22.0, "days", 1.0, 31.0),
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
        "paid_hours_per_month",
        "Paid hours of a full-time agent a month",
        151.67,
        "hours",
        20.0,
        260.0,
        source="Illustrative: a 35-hour week, France's legal working time",
    ),
    Assumption("agents_per_supervisor", "Agents to a supervisor", 12.0, "agents", 1.0, 100.0),
    Assumption("supervisor_monthly_pay", "Supervisor's gross pay", 2900.0, "EUR/month", 0.0, 50_000.0),
    Assumption("head_monthly_pay", "Gross pay of the centre's head", 4200.0, "EUR/month", 0.0, 100_000.0),
    Assumption("attrition", "Agents who leave in a year", 0.30, "share", 0.0, 3.0),
    Assumption("recruitment_cost", "Cost of finding one agent", 1500.0, "EUR", 0.0, 100_000.0),
    Assumption("training_weeks", "Initial training", 4.2, "weeks", 0.0, 52.0, GIVEN, BATT, "2004"),
    Assumption(
        "seat_monthly_cost", "Premises, equipment and licences of a seat", 320.0, "EUR/month", 0.0, 20_000.0
    ),
    Assumption("seat_set_up", "To equip a seat", 3500.0, "EUR", 0.0, 200_000.0),
    Assumption(
        "in_house_set_up", "Premises, telephone system and project", 120_000.0, "EUR", 0.0, 50_000_000.0
    ),
)

VENDOR = (
    Assumption(
        "price_per_minute",
        "Price of a handled minute",
        0.80,
        "EUR/minute",
        0.0,
        20.0,
        source="Illustrative: about 35 EUR an agent's hour (France, trade site, undated), 73 % of it busy",
    ),
    Assumption("vendor_set_up", "Vendor's set-up fee", 20_000.0, "EUR", 0.0, 50_000_000.0),
    Assumption("vendor_minimum", "Least the vendor bills in a month", 4000.0, "EUR/month", 0.0, 10_000_000.0),
    Assumption("governance_posts", "Own staff who control the vendor", 1.0, "posts", 0.0, 100.0),
    Assumption(
        "governance_monthly_pay", "Gross pay of one who controls", 3500.0, "EUR/month", 0.0, 100_000.0
    ),
)

MIXED = (
    Assumption("in_house_opens_hour", "Own agents answer from", 8, "o'clock", 0, 24),
    Assumption("in_house_closes_hour", "Own agents answer until", 18, "o'clock", 0, 24),
)

MONEY = (
    Assumption("horizon_months", "Months compared", 36, "months", 1, 120),
    Assumption("discount_rate", "Yearly discount rate", 0.06, "share", 0.0, 1.0),
)

# (title, assumptions), in the order a reader meets them
GROUPS = (
    ("Demand", DEMAND),
    ("In-house", IN_HOUSE),
    ("Vendor", VENDOR),
    ("Mixed", MIXED),
    ("Money over time", MONEY),
)

TABLE = DEMAND + IN_HOUSE + VENDOR + MIXED + MONEY


def find(name):
    """Return the Assumption of that name.

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.
    """
    for assumption in TABLE:
        if assumption.name == name:
            return assumption
    raise InputError("assumption", "one of " + ", ".join([each.name for each in TABLE]), name)


def value(name):
    """Return the default of that name; raises InputError where there is none."""
    return find(name).value


def complete(scenario):
    """Return a dict with every value of a scenario: the given ones, checked, and the others' defaults.

    Raises
    ------
    InputError
        If the scenario is no dict, for a name that is not in the table, or a value that is not allowed.
    """
    if not isinstance(scenario, dict):
        raise InputError("scenario", "a dict of names and values", scenario)
    names = [assumption.name for assumption in TABLE]
    for name in scenario:
        if name not in names:
            raise InputError(str(name), "one of " + ", ".join(names), scenario[name])
    values = {each.name: each.check(scenario.get(each.name, each.value)) for each in TABLE}
    if values["in_house_closes_hour"] < values["in_house_opens_hour"]:
        raise InputError(
            "in_house_closes_hour", "at or after in_house_opens_hour", values["in_house_closes_hour"]
        )
    return values
