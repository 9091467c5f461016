"""What one's own centre costs: a small function for each line, from the values and the own agents' work.

Each returns runs of months, as `money` has them. Agents are the firm's, or an agency's in the firm's
premises; equipment is the firm's, or a vendor's: what the one does not pay, the other's line does.
"""

from ..units import MONTHS_IN_YEAR
from .money import cents, drifted, monthly, once

WEEKS_IN_MONTH = 52 / 12


def paid(values, gross):
    """Return what gross pay costs its employer."""
    return gross * (1 + values["employer_charges"])


def monthly_pay(values, work, gross):
    """Return what ``gross(load)`` pay costs the firm each month; pay rises by the year."""
    return monthly(work, lambda load: paid(values, gross(load)), values["wage_drift"])


def firm_employs(values):
    return values["agents_from"] == "firm"


def firm_equips(values):
    return values["equipment_from"] == "firm"


def premium_hours(values, team):
    """Return the hours that premiums for nights, Sundays and holidays amount to."""
    return (
        team.night_hours * values["night_premium"]
        + team.sunday_hours * values["sunday_premium"]
        + team.holiday_hours * values["holiday_premium"]
    )


def agents_pay(values, work):
    """Paid hours at the hourly wage, with employer's charges."""
    if not firm_employs(values):
        return []
    return monthly_pay(values, work, lambda load: load.team.paid_hours * values["hourly_wage"])


def premiums(values, work):
    """What hours at work by night, on Sundays and on public holidays cost on top."""
    if not firm_employs(values):
        return []
    return monthly_pay(values, work, lambda load: premium_hours(values, load.team) * values["hourly_wage"])


def agency_fees(values, work):
    """An agency's price for each hour at work, premiums on top; it selects, trains and pays the agents."""
    if firm_employs(values):
        return []

    def fees(load):
        return (load.team.work_hours + premium_hours(values, load.team)) * values["agency_hourly_price"]

    return monthly(work, fees, values["vendor_indexation"])


def posts_pay(values, work, pay, agents_per_post):
    """Pay of one post for so many full-time agents; a part of a post counts as a part."""
    return monthly_pay(values, work, lambda load: load.team.posts * pay / agents_per_post)


def supervisors_pay(values, work):
    """Supervisors, by their ratio to agents."""
    return posts_pay(values, work, values["supervisor_monthly_pay"], values["agents_per_supervisor"])


def quality_pay(values, work):
    """Quality staff, who listen and coach, by their ratio to agents."""
    return posts_pay(values, work, values["quality_monthly_pay"], values["agents_per_quality_post"])


def head_pay(values, work):
    """The head of the centre, whatever its size."""
    return monthly_pay(values, work, lambda load: values["head_monthly_pay"])


def cost_of_a_hire(values, year=0):
    """Return what it costs to find an agent and to pay the weeks of training."""
    weekly_hours = values["paid_hours_per_month"] / WEEKS_IN_MONTH
    training = paid(values, values["training_weeks"] * weekly_hours * values["hourly_wage"])
    return values["recruitment_cost"] + training * drifted(values["wage_drift"], year)


def first_hires(values, work):
    """Finding and training the first team."""
    return once(0, work.first.team.posts * cost_of_a_hire(values)) if firm_employs(values) else []


def hires_of_year(values, work, year):
    """Return the posts to fill in a year: leavers' and those of next year's growth, less its fall."""
    posts = work.by_year[year].team.posts
    following = work.by_year[min(year + 1, len(work.by_year) - 1)].team.posts
    return values["attrition"] * posts + following - posts


def turnover(values, work):
    """Finding and training those who take the place of leavers, or whom next year's calls will need."""
    if not firm_employs(values):
        return []
    by_year = []
    for year in range(len(work.by_year)):
        hires = max(0.0, hires_of_year(values, work, year)) / MONTHS_IN_YEAR
        by_year.append(cents(hires * cost_of_a_hire(values, year)))
    return [(first, months, by_year[year]) for first, months, year, _ in work.periods]


def severance(values, work):
    """Months of pay for posts that fall away with next year's calls, beyond those that leavers vacate."""
    if not firm_employs(values) or values["volume_growth"] >= 0:
        return []
    pay = paid(values, values["severance_months"] * values["paid_hours_per_month"] * values["hourly_wage"])
    runs = []
    for year in range(1, len(work.by_year)):
        posts = max(0.0, -hires_of_year(values, work, year - 1))
        runs.extend(once(year * MONTHS_IN_YEAR + 1, posts * pay * drifted(values["wage_drift"], year)))
    return runs


def premises(values, work):
    """Rent, energy and furniture of each seat."""
    return monthly(work, lambda load: load.team.seats * values["premises_monthly_cost"])


def equipment(values, work):
    """Upkeep and licences of each seat."""
    if not firm_equips(values):
        return []
    return monthly(work, lambda load: load.team.seats * values["equipment_monthly_cost"])


def hosted_seats(values, work):
    """A vendor's price for equipping each seat."""
    if firm_equips(values):
        return []
    price = values["hosted_seat_monthly_price"]
    return monthly(work, lambda load: load.team.seats * price, values["vendor_indexation"])


def telecom(values, work):
    """Lines and minutes."""
    return monthly(work, lambda load: load.handled_minutes * values["telecom_per_minute"])


def premises_set_up(values, work):
    """Fitting out the premises, and the project, whatever the size."""
    return once(0, values["premises_set_up"])


def system_set_up(values, work):
    """Telephone system and software, whatever the size."""
    return once(0, values["system_set_up"]) if firm_equips(values) else []


def seats_set_up(values, work):
    """Equipping the seats."""
    return once(0, work.most_seats * values["seat_set_up"]) if firm_equips(values) else []


def ramp_up(values, work):
    """Head, supervisors and premises of the months before the first call."""
    team = work.first.team
    supervisors = team.posts / values["agents_per_supervisor"] * values["supervisor_monthly_pay"]
    month = (
        paid(values, values["head_monthly_pay"] + supervisors) + team.seats * values["premises_monthly_cost"]
    )
    return once(0, values["ramp_up_months"] * month)


# (name, label, function) each, in the order a reader meets them
LINES = (
    ("premises_set_up", "Fitting out the premises, project", premises_set_up),
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
    ("turnover", "Hiring and training those who follow", turnover),
    ("severance", "Severance", severance),
    ("premises", "Premises", premises),
    ("equipment", "Upkeep of equipment, licences", equipment),
    ("hosted_seats", "Vendor's equipment", hosted_seats),
    ("telecom", "Telecommunications", telecom),
)
