"""What one's own centre costs: a small function for each line, from the values and the own agents' work.

Each returns runs of months, as `money` has them. Agents are the firm's, or an agency's in the firm's
premises; equipment is the firm's, or a vendor's: what the one does not pay, the other's line does.
"""

from .. import workload
from ..units import MONTHS_IN_YEAR
from .money import cents, drifted, monthly, once

WEEKS_IN_MONTH = 52 / 12


def paid(values: dict, gross: float) -> float:
    """Return what gross pay costs its employer."""
    return gross * (1 + values["employer_charges"])


def pay_level(values: dict) -> callable:
    """Return what pay of 1 has become after a number of years, as a function of them."""
    return lambda year: drifted(values["wage_drift"], year)


def vendor_level(values: dict) -> callable:
    """Return what a vendor's or an agency's price of 1 has become after a number of years.

    It rises as agreed. Where pay rises more than the price expects, part of the difference follows, later.
    """
    more = (1 + values["wage_drift"]) / (1 + values["expected_wage_drift"])

    def level(year: int) -> float:
        late = max(0, year - values["vendor_pay_delay_years"])
        return drifted(values["vendor_indexation"], year) * more ** (values["vendor_pay_share"] * late)

    return level


def monthly_pay(values: dict, work: workload.Workload, gross: callable) -> list:
    """Return what ``gross(load)`` pay costs the firm each month; pay rises by the year."""
    return monthly(work, lambda load: paid(values, gross(load)), pay_level(values))


def firm_employs(values: dict) -> bool:
    return values["agents_from"] == "firm"


def firm_equips(values: dict) -> bool:
    return values["equipment_from"] == "firm"


def premium_hours(values: dict, team: workload.Team) -> float:
    """Return the hours that premiums for nights, Sundays and holidays amount to."""
    return (
        team.night_hours * values["night_premium"]
        + team.sunday_hours * values["sunday_premium"]
        + team.holiday_hours * values["holiday_premium"]
    )


def agents_pay(values: dict, work: workload.Workload) -> list:
    """Paid hours at the hourly wage, with employer's charges."""
    if not firm_employs(values):
        return []
    return monthly_pay(values, work, lambda load: load.team.paid_hours * values["hourly_wage"])


def premiums(values: dict, work: workload.Workload) -> list:
    """What hours at work by night, on Sundays and on public holidays cost on top."""
    if not firm_employs(values):
        return []
    return monthly_pay(values, work, lambda load: premium_hours(values, load.team) * values["hourly_wage"])


def agency_fees(values: dict, work: workload.Workload) -> list:
    """An agency's price for each hour at work, premiums on top; it selects, trains and pays the agents."""
    if firm_employs(values):
        return []

    def fees(load: workload.Load) -> float:
        return (load.team.work_hours + premium_hours(values, load.team)) * values["agency_hourly_price"]

    return monthly(work, fees, vendor_level(values))


def posts_pay(values: dict, work: workload.Workload, pay: float, agents_per_post: float) -> list:
    """Pay of one post for so many full-time agents; a part of a post counts as a part."""
    return monthly_pay(values, work, lambda load: load.team.posts * pay / agents_per_post)


def supervisors_pay(values: dict, work: workload.Workload) -> list:
    """Supervisors, by their ratio to agents."""
    return posts_pay(values, work, values["supervisor_monthly_pay"], values["agents_per_supervisor"])


def quality_pay(values: dict, work: workload.Workload) -> list:
    """Quality staff, who listen and coach, by their ratio to agents."""
    return posts_pay(values, work, values["quality_monthly_pay"], values["agents_per_quality_post"])


def head_pay(values: dict, work: workload.Workload) -> list:
    """The head of the centre, whatever its size."""
    return monthly_pay(values, work, lambda load: values["head_monthly_pay"])


def cost_of_a_hire(values: dict, year: int = 0) -> float:
    """Return what it costs to find an agent and to pay the weeks of training."""
    weekly_hours = values["paid_hours_per_month"] / WEEKS_IN_MONTH
    training = paid(values, values["training_weeks"] * weekly_hours * values["hourly_wage"])
    return values["recruitment_cost"] + training * drifted(values["wage_drift"], year)


def first_hires(values: dict, work: workload.Workload) -> list:
    """Finding and training the first team."""
    if not firm_employs(values) or is_there(values):
        return []
    return once(0, work.first.team.posts * cost_of_a_hire(values))


def hires_of_year(values: dict, work: workload.Workload, year: int) -> float:
    """Return the posts to fill in a year: leavers' and those of next year's growth, less its fall."""
    posts = work.by_year[year].team.posts
    following = work.by_year[min(year + 1, len(work.by_year) - 1)].team.posts
    return values["attrition"] * posts + following - posts


def turnover(values: dict, work: workload.Workload) -> list:
    """Finding and training those who take the place of leavers, or whom next year's calls will need."""
    if not firm_employs(values):
        return []
    by_year = []
    for year in range(len(work.by_year)):
        hires = max(0.0, hires_of_year(values, work, year)) / MONTHS_IN_YEAR
        by_year.append(cents(hires * cost_of_a_hire(values, year)))
    return [(first, months, by_year[year]) for first, months, year, _ in work.periods]


def severance_of_a_post(values: dict) -> float:
    """Return the months of pay that an agent gets who must go, in EUR at first wages."""
    return paid(values, values["severance_months"] * values["paid_hours_per_month"] * values["hourly_wage"])


def severance(values: dict, work: workload.Workload) -> list:
    """Months of pay for posts that fall away with next year's calls, beyond those that leavers vacate."""
    if not firm_employs(values) or values["volume_growth"] >= 0:
        return []
    pay = severance_of_a_post(values)
    runs = []
    for year in range(1, len(work.by_year)):
        posts = max(0.0, -hires_of_year(values, work, year - 1))
        runs.extend(once(year * MONTHS_IN_YEAR + 1, posts * pay * drifted(values["wage_drift"], year)))
    return runs


def premises(values: dict, work: workload.Workload) -> list:
    """Rent, energy and furniture of each seat."""
    return monthly(work, lambda load: load.team.seats * values["premises_monthly_cost"])


def equipment(values: dict, work: workload.Workload) -> list:
    """Upkeep and licences of each seat."""
    if not firm_equips(values):
        return []
    return monthly(work, lambda load: load.team.seats * values["equipment_monthly_cost"])


def hosted_seats(values: dict, work: workload.Workload) -> list:
    """A vendor's price for equipping each seat."""
    if firm_equips(values):
        return []
    price = values["hosted_seat_monthly_price"]
    return monthly(work, lambda load: load.team.seats * price, vendor_level(values))


def telecom(values: dict, work: workload.Workload) -> list:
    """Lines and minutes."""
    return monthly(work, lambda load: load.handled_minutes * values["telecom_per_minute"])


def is_there(values: dict) -> bool:
    """Tell whether a centre of one's own exists at the start: it is not paid for again."""
    return values["starts_from"] == "in-house"


def premises_set_up(values: dict, work: workload.Workload) -> list:
    """Fitting out the premises, and the project, whatever the size."""
    return [] if is_there(values) else once(0, values["premises_set_up"])


def system_set_up(values: dict, work: workload.Workload) -> list:
    """Telephone system and software, whatever the size."""
    return once(0, values["system_set_up"]) if firm_equips(values) and not is_there(values) else []


def seats_set_up(values: dict, work: workload.Workload) -> list:
    """Equipping the seats."""
    if not firm_equips(values):
        return []
    there = work.first.team.seats if is_there(values) else 0
    return once(0, max(0, work.most_seats - there) * values["seat_set_up"])


def ramp_up(values: dict, work: workload.Workload) -> list:
    """Head, supervisors and premises of the months before the first call."""
    if is_there(values):
        return []
    team = work.first.team
    supervisors = team.posts / values["agents_per_supervisor"] * values["supervisor_monthly_pay"]
    month = (
        paid(values, values["head_monthly_pay"] + supervisors) + team.seats * values["premises_monthly_cost"]
    )
    return once(0, values["ramp_up_months"] * month)


def residual(values: dict, work: workload.Workload) -> list:
    """What the firm's own equipment brings in the end; below 0, since it comes in."""
    if not firm_equips(values):
        return []
    price = values["system_set_up"] + work.most_seats * values["seat_set_up"]
    return once(work.months, -values["residual_share"] * price)


def ending(values: dict, work: workload.Workload) -> list:
    """What it costs to end one's own centre, or to hand it over, in the last month."""
    return once(work.months, values["own_exit_cost"])


def lost_custom(values: dict, work: workload.Workload) -> list:
    """Customers who leave after a call that stays unsettled beyond what was counted on."""
    return custom_lost_in(values, work, values["own_resolution"], 0.0)


def custom_lost_in(values: dict, work: workload.Workload, resolution: float, late: float) -> list:
    """Return what a side's unsettled and late calls beyond what is expected cost; below 0 where fewer are."""
    worse = values["counted_resolution"] - resolution + late
    loss = worse * values["lost_per_bad_call"] * values["lost_customer_cost"]
    return monthly(work, lambda load: load.calls * loss) if loss else []


# Lines that a seller bills, with value added tax; wages carry none.
PURCHASES = (
    "premises_set_up",
    "system_set_up",
    "seats_set_up",
    "agency_fees",
    "premises",
    "equipment",
    "hosted_seats",
    "telecom",
)

# (name, label, function) each, in the order a reader meets them
LINES = (
    ("premises_set_up", "Set-up project, fitting out premises", premises_set_up),
    ("system_set_up", "Telephone system and software", system_set_up),
    ("seats_set_up", "Equipping the seats", seats_set_up),
    ("first_hires", "Hiring and training the first team", first_hires),
    ("ramp_up", "Months before the first call", ramp_up),
    ("agents_pay", "Agents' pay and charges", agents_pay),
    ("premiums", "Premiums for nights, Sundays, holidays", premiums),
    ("agency_fees", "Agency's agents", agency_fees),
    ("supervisors_pay", "Supervisors' pay and charges", supervisors_pay),
    ("quality_pay", "Quality staff's pay and charges", quality_pay),
    ("head_pay", "Head of the centre", head_pay),
    ("turnover", "Hiring and training replacements", turnover),
    ("severance", "Severance", severance),
    ("premises", "Premises", premises),
    ("equipment", "Upkeep of equipment, licences", equipment),
    ("hosted_seats", "Vendor's equipment", hosted_seats),
    ("telecom", "Telecommunications", telecom),
    ("own_lost_custom", "Customers lost through own service", lost_custom),
    ("residual", "Equipment sold at the end", residual),
    ("own_exit", "Closing the firm's centre", ending),
)
