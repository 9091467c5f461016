"""What one's own centre costs: a small function for each line, from the values and the own agents' work."""

from .money import at_start, monthly
from .workload import MONTHS_IN_YEAR

WEEKS_IN_MONTH = 52 / 12


def paid(values, gross):
    """Return what gross pay costs its employer."""
    return gross * (1 + values["employer_charges"])


def agents_pay(values, work):
    """Paid hours at the hourly wage, with employer's charges."""
    return monthly(work, lambda load: paid(values, load.team.paid_hours * values["hourly_wage"]))


def supervisors_pay(values, work):
    """One supervisor for so many full-time agents; a part of a post counts as a part."""
    pay = values["supervisor_monthly_pay"] / values["agents_per_supervisor"]
    return monthly(work, lambda load: paid(values, load.team.posts * pay))


def head_pay(values, work):
    """The head of the centre, whatever its size."""
    return monthly(work, lambda load: paid(values, values["head_monthly_pay"]))


def seats(values, work):
    """Premises, equipment and licences of each seat."""
    return monthly(work, lambda load: load.team.seats * values["seat_monthly_cost"])


def cost_of_a_hire(values):
    """Return what it costs to find an agent and to pay the weeks of training."""
    weekly_hours = values["paid_hours_per_month"] / WEEKS_IN_MONTH
    training = paid(values, values["training_weeks"] * weekly_hours * values["hourly_wage"])
    return values["recruitment_cost"] + training


def turnover(values, work):
    """Finding and training those who take the place of the agents who leave."""
    each_month = values["attrition"] / MONTHS_IN_YEAR * cost_of_a_hire(values)
    return monthly(work, lambda load: load.team.posts * each_month)


def first_hires(values, work):
    """Finding and training the first team."""
    return at_start(work, work.first.team.posts * cost_of_a_hire(values))


def seats_set_up(values, work):
    """Equipping the seats."""
    return at_start(work, work.most_seats * values["seat_set_up"])


def project(values, work):
    """Premises, telephone system and project, whatever the size."""
    return at_start(work, values["in_house_set_up"])


# (name, label, function) each, in the order a reader meets them
LINES = (
    ("project", "Premises, telephone system, project", project),
    ("seats_set_up", "Equipping the seats", seats_set_up),
    ("first_hires", "Hiring and training the first team", first_hires),
    ("agents_pay", "Agents' pay and charges", agents_pay),
    ("supervisors_pay", "Supervisors' pay and charges", supervisors_pay),
    ("head_pay", "Head of the centre", head_pay),
    ("turnover", "Replacing agents who leave", turnover),
    ("seats", "Running the seats", seats),
)
