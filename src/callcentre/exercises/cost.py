"""What a centre costs: from calls to agents and money, which hours to give out, where ways cost the same."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import assumptions, costs, staffing
from ..model.workload.scenario import Scenario
from .shared.answers import Function, Number, NumberOrNone, Rows, Share, Word, Words
from .shared.given import Quantity
from .shared.given import Rows as Table
from .shared.task import Misconception, Task, Unit

CALLS = (4, 9, 21, 34, 46, 52, 55, 53, 49, 46, 44, 43, 42, 40, 37, 33, 28, 24, 18, 13, 9, 6, 4, 2)
OWN = {
    "agents": 1_086_000,
    "supervisors": 118_000,
    "head of the centre": 68_000,
    "seats": 73_000,
    "replacing agents who leave": 51_000,
}
VENDOR = {"fees": 1_680_000, "own staff who oversee the vendor": 57_000}
SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
HANDLE_SECONDS = 300


def starts():
    return [f"{8 + place // 2:02d}:{place % 2 * 30:02d}" for place in range(len(CALLS))]


def data(seed=None):
    """Return Tarn Mobile's day and prices, two ledgers, and the model's scenario with its totals."""
    share = 1 if seed is None else 0.95 + 0.01 * (seed * 7 % 11)
    calls = CALLS if seed is None else [round(count * share) for count in CALLS]
    given = {
        "day": list(zip(starts(), calls)),
        "handle_seconds": HANDLE_SECONDS,
        "hourly_wage": 15.0 if seed is None else 14.0 + 0.5 * (seed * 5 % 7),
        "employer_charges": 0.35,
        "shrinkage": 0.30,
        "price_per_minute": 0.80,
        "own_lines": dict(OWN),
        "own_set_up": 357_000,
        "vendor_lines": dict(VENDOR),
        "vendor_set_up": 18_000,
        "years": 3,
        "calls_a_year": 480_000 if seed is None else 480_000 + 12_000 * (seed % 11),
        "scenario": {"calls_per_month": 40_000, "handle_seconds": 300.0, "hourly_wage": 15.0},
        "wage_rise": 0.10,
        "hours_of_three": three_people(0 if seed is None else seed),
        "least_bill": 4_000,
        "own_manager": 1_500,
    }
    given["totals"] = [
        (option, total(given["scenario"], option, 1), total(given["scenario"], option, 1 + given["wage_rise"]))
        for option in ("in-house", "outsourced")
    ]
    return given


def three_people(turn):
    """Return how a month's calls of a firm of three went: (people in, calls, missed)."""
    return [
        ("one", 140 + 6 * (turn % 5), 49 + turn * 2 % 5),
        ("two", 310 + 10 * (turn * 3 % 4), 24 + turn % 3),
        ("three", 150 + 5 * (turn % 4), 2),
    ]


# 1. From calls to agents


def agents_by_half_hour(day, handle_seconds):
    return [(start, needed(2 * calls, handle_seconds)) for start, calls in day]


def needed(calls_per_hour, handle_seconds):
    return staffing.agents_needed(calls_per_hour, handle_seconds, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS)


def days_to_try():
    day = list(zip(starts(), CALLS))
    return [(day, HANDLE_SECONDS), ([("12:00", 120)], 180), ([("09:00", 30)], 240)]


def half_hours_as_hours(day, handle_seconds):
    return [(start, needed(calls, handle_seconds)) for start, calls in day]


def load_alone(day, handle_seconds):
    return [(start, int(2 * calls * handle_seconds / 3600) + 1) for start, calls in day]


def hours_twice(day, handle_seconds):
    return [(start, needed(calls / 2, handle_seconds)) for start, calls in day]


AGENTS = Task(
    "cost/agents",
    2,
    "Turn calls by the half hour into agents.",
    {"agents_by_half_hour": Function(days_to_try(), Rows(("start", "agents")))},
    lambda given: {"agents_by_half_hour": agents_by_half_hour},
    "Agents follow calls in steps: a quiet half hour needs far more agents a call than a busy one, "
    "and this is "
    "what makes it dear to staff.",
    (
        "The model asks for calls an hour. What does the list hold?",
        "Take one busy half hour: how many calls would an hour like it bring, and what does the "
        "model say of that?",
    ),
    (
        Misconception(
            "half-hour-as-hour",
            lambda given: {"agents_by_half_hour": half_hours_as_hours},
            "The model asks for calls an hour, and the list holds those of half an hour.",
        ),
        Misconception(
            "load-alone",
            lambda given: {"agents_by_half_hour": load_alone},
            "Agents equal to the work would all be busy all the time, and callers would wait without "
            "end. The promise "
            "asks for more.",
        ),
        Misconception(
            "halved-not-doubled",
            lambda given: {"agents_by_half_hour": hours_twice},
            "An hour holds two half hours: do its calls become more or fewer?",
        ),
    ),
    shows=("handle_seconds",),
)

# 2. Which hours to give out


def paid_hour(given):
    return given["hourly_wage"] * (1 + given["employer_charges"])


def desk_hour(given):
    return paid_hour(given) / (1 - given["shrinkage"])


DESK_HOUR = Task(
    "cost/desk-hour",
    1,
    "Say what an hour at the desk costs.",
    {"desk_hour": Number("EUR", 2)},
    lambda given: {"desk_hour": desk_hour(given)},
    "Every later sum rests on this hour. Whoever forgets shrinkage (rétrécissement) takes the "
    "firm's own centre to be cheaper than it is.",
    (
        "Go step by step: what does a paid hour cost, and how many paid hours does an hour at the desk take?",
        "Of ten paid hours, how many are spent at the desk? Divide what the ten cost by these.",
    ),
    (
        Misconception(
            "wage-alone",
            lambda given: {"desk_hour": given["hourly_wage"]},
            "That is the wage. What does the employer pay on top, and how much paid time is not "
            "spent at the desk?",
        ),
        Misconception(
            "no-shrinkage",
            lambda given: {"desk_hour": paid_hour(given)},
            "That is what a paid hour costs. How many of them does an hour at the desk take?",
        ),
        Misconception(
            "shrinkage-added",
            lambda given: {"desk_hour": paid_hour(given) * (1 + given["shrinkage"])},
            "That much more is not enough: take that many paid hours, leave out the share away from the "
            "desk, and see whether a whole hour is left.",
        ),
        Misconception(
            "shrinkage-taken-off",
            lambda given: {"desk_hour": paid_hour(given) * (1 - given["shrinkage"])},
            "That makes an hour at the desk cheaper than a paid one. Time away from the desk is paid "
            "as well.",
        ),
        Misconception(
            "no-charges",
            lambda given: {"desk_hour": given["hourly_wage"] / (1 - given["shrinkage"])},
            "The time away from the desk is in it. What does the employer pay on top of the wage?",
        ),
        Misconception(
            "rates-added",
            lambda given: {
                "desk_hour": given["hourly_wage"] * (1 + given["employer_charges"] + given["shrinkage"])
            },
            "Charges are added to the wage; time away from the desk is another thing, and cannot be "
            "added to them.",
        ),
    ),
    shows=("hourly_wage", "employer_charges", "shrinkage", "price_per_minute"),
)


def given_out(given, hour_cost=None, share_of_hour=0.5, agents=agents_by_half_hour):
    """Return the half hours in which the vendor's bill is below what own agents cost."""
    cost = desk_hour(given) if hour_cost is None else hour_cost
    own = dict(agents(given["day"], given["handle_seconds"]))
    minutes = given["handle_seconds"] / 60
    return [
        start
        for start, calls in given["day"]
        if calls * minutes * given["price_per_minute"] < own[start] * share_of_hour * cost
    ]


def the_others(given):
    out = given_out(given)
    return [start for start, _ in given["day"] if start not in out]


GIVE_OUT = Task(
    "cost/give-out",
    2,
    "Say which hours are cheaper with a vendor.",
    {"give_out": Words(starts())},
    lambda given: {"give_out": given_out(given)},
    "Hours with few calls are dear to staff and cheap to buy. That is why a mix often begins at the "
    "ends of the day.",
    (
        "Compare, for one half hour, its calls at the vendor's price with its agents at half a desk "
        "hour each.",
        "Begin with the first half hour: how many agents for half an hour, and how many minutes at "
        "the vendor's?",
    ),
    (
        Misconception(
            "whole-hour",
            lambda given: {"give_out": given_out(given, share_of_hour=1)},
            "Agents are paid for half an hour in each half hour, not for a whole one; in the busiest "
            "one own agents are cheaper.",
        ),
        Misconception(
            "paid-hour",
            lambda given: {"give_out": given_out(given, hour_cost=paid_hour(given))},
            "Own agents cost more than a paid hour: part of the paid time is not spent at the desk.",
        ),
        Misconception(
            "the-dear-ones",
            lambda given: {"give_out": the_others(given)},
            "These are the half hours in which own agents are cheaper.",
        ),
        Misconception(
            "too-few-agents",
            lambda given: {"give_out": given_out(given, agents=half_hours_as_hours)},
            "Each half hour has too few agents: calls of half an hour were taken for those of an hour.",
        ),
    ),
)

# 3. The cost of a call


def cost_per_call(lines, set_up, years, calls_a_year):
    return (sum(lines.values()) + set_up / years) / calls_a_year


def without_set_up(lines, set_up, years, calls_a_year):
    return sum(lines.values()) / calls_a_year


def set_up_at_once(lines, set_up, years, calls_a_year):
    return (sum(lines.values()) + set_up) / calls_a_year


def all_over_years(lines, set_up, years, calls_a_year):
    return (sum(lines.values()) + set_up) / years / calls_a_year


def of_calls_a_month(lines, set_up, years, calls_a_year):
    return cost_per_call(lines, set_up, years, calls_a_year) * 12


def both_ledgers(given, rule):
    years, calls = given["years"], given["calls_a_year"]
    return {
        "own": rule(given["own_lines"], given["own_set_up"], years, calls),
        "vendor": rule(given["vendor_lines"], given["vendor_set_up"], years, calls),
    }


COST_PER_CALL = Task(
    "cost/cost-per-call",
    2,
    "Compare two ways on the cost of a call, with the set-up spread over its years.",
    OrderedDict(
        (
            (
                "cost_per_call",
                Function(
                    [
                        ({"pay": 900}, 300, 3, 100),
                        ({"pay": 10, "rent": 20, "other": 30}, 0, 5, 8),
                        (OWN, 357_000, 3, 480_000),
                    ],
                    Number("EUR", 3),
                ),
            ),
            ("own", Number("EUR", 3)),
            ("vendor", Number("EUR", 3)),
        )
    ),
    lambda given: dict(both_ledgers(given, cost_per_call), cost_per_call=cost_per_call),
    "On the cost of a call ways of different size can be compared. Leaving the set-up out flatters the "
    "firm's own centre; putting it all into one year flatters the vendor.",
    (
        "What is paid each year, what once, and for how many years does it serve?",
        "Work it out for 900 € a year and 300 € for three years, over 100 calls a year. What does "
        "one year cost?",
    ),
    (
        Misconception(
            "no-set-up",
            lambda given: {"cost_per_call": without_set_up},
            "The lines of a year are there, and the set-up is missing.",
        ),
        Misconception(
            "set-up-at-once",
            lambda given: {"cost_per_call": set_up_at_once},
            "That puts the whole set-up into one year; it serves several.",
        ),
        Misconception(
            "lines-over-years",
            lambda given: {"cost_per_call": all_over_years},
            "The lines are those of one year already. Only the set-up is spread over the years.",
        ),
        Misconception(
            "calls-a-month",
            lambda given: {"cost_per_call": of_calls_a_month},
            "The lines are a year's, and the calls too: no months are needed.",
        ),
        Misconception(
            "ledgers-exchanged",
            lambda given: {
                "own": both_ledgers(given, cost_per_call)["vendor"],
                "vendor": both_ledgers(given, cost_per_call)["own"],
            },
            "own and vendor are the wrong way round.",
        ),
    ),
    shows=("calls_a_year", "years"),
)

# 4. Break-even


def break_even(fixed, per_call, other_fixed, other_per_call):
    if per_call == other_per_call:
        return None
    calls = (other_fixed - fixed) / (per_call - other_per_call)
    return calls if calls > 0 else None


def below_zero_too(fixed, per_call, other_fixed, other_per_call):
    if per_call == other_per_call:
        return None
    return (other_fixed - fixed) / (per_call - other_per_call)


def wrong_way_round(fixed, per_call, other_fixed, other_per_call):
    if per_call == other_per_call:
        return None
    return (fixed - other_fixed) / (per_call - other_per_call)


def ratio_of_fixed(fixed, per_call, other_fixed, other_per_call):
    return (fixed + other_fixed) / (per_call + other_per_call)


LINES = [
    (21_000, 2.10, 4_000, 3.40),
    (4_000, 3.40, 21_000, 2.10),
    (0, 1.0, 500, 0.5),
    (21_000, 3.50, 4_000, 3.40),
    (5_000, 2.0, 4_000, 2.0),
]

BREAK_EVEN = Task(
    "cost/break-even",
    2,
    "Find a break-even volume, and say when there is none.",
    {"break_even": Function(LINES, NumberOrNone("calls a month", 2))},
    lambda given: {"break_even": break_even},
    "A break-even volume (seuil de rentabilité) says where a decision changes. Where one way is "
    "dearer at the start "
    "and by the call, there is none, and no growth will help.",
    (
        "Write down what each way costs at a given number of calls, set the two equal, and solve for the "
        "calls.",
        "Then look at the volume you find: can a centre have it? And what if both cost the same for each "
        "call?",
    ),
    (
        Misconception(
            "below-zero",
            lambda given: {"break_even": below_zero_too},
            "Where the lines would cross below zero calls, no month can reach it: return None.",
        ),
        Misconception(
            "sign",
            lambda given: {"break_even": wrong_way_round},
            "One of the two differences is the wrong way round: try it with numbers in which the "
            "answer is plain.",
        ),
        Misconception(
            "sums",
            lambda given: {"break_even": ratio_of_fixed},
            "At break-even the two costs are equal, so differences count, not sums.",
        ),
    ),
)

# 5. What if wages rise?


def total(scenario, option, rise):
    """Return what an option costs where the wage is so many times as high."""
    dearer = dict(scenario, hourly_wage=scenario["hourly_wage"] * rise)
    return costs.accounts(Scenario(assumptions.complete(dearer)))["options"][option]["total"]


def rises(given):
    (_, own, own_after), (_, vendor, vendor_after) = given["totals"]
    return {"own_rise": own_after / own - 1, "vendor_rise": vendor_after / vendor - 1}


def changed(given, change):
    return {name: change(rise) for name, rise in rises(given).items()}


WAGES = Task(
    "cost/wages",
    2,
    "Ask a model what changes when wages rise, and check its answer.",
    OrderedDict((("own_rise", Share(4)), ("vendor_rise", Share(4)))),
    rises,
    "Less than the whole rise gets through: part of what the firm's own centre costs is not wages. And the "
    "vendor's price stands still only as long as its contract lets it.",
    (
        "Run the comparison twice, with the old wage and the new one, and divide the new total by the old.",
        "A rise is what is added: from 100 to 107 it is 0.07.",
    ),
    (
        Misconception(
            "all-is-wages",
            lambda given: {"own_rise": given["wage_rise"]},
            "That would mean that an in-house centre pays for nothing but agents' wages.",
        ),
        Misconception(
            "ratio",
            lambda given: {"own_rise": rises(given)["own_rise"] + 1},
            "That is the new total divided by the old. How much of it was added?",
        ),
        Misconception(
            "vendor-follows",
            lambda given: {"vendor_rise": given["wage_rise"]},
            "Does anything the vendor is paid depend on your wage, if its price stays?",
        ),
        Misconception(
            "of-the-new",
            lambda given: {"own_rise": 1 - 1 / (1 + rises(given)["own_rise"])},
            "A rise is a share of the old total, not of the new one.",
        ),
    ),
    shows=("wage_rise",),
)

# 6. Money that is spent later


def npv(amounts, yearly_rate):
    return sum(amount / (1 + yearly_rate) ** (month / 12) for month, amount in enumerate(amounts))


def from_month_one(amounts, yearly_rate):
    return sum(amount / (1 + yearly_rate) ** ((month + 1) / 12) for month, amount in enumerate(amounts))


def rate_by_month(amounts, yearly_rate):
    return sum(amount / (1 + yearly_rate) ** month for month, amount in enumerate(amounts))


def a_twelfth_of_the_rate(amounts, yearly_rate):
    return sum(amount / (1 + yearly_rate / 12) ** month for month, amount in enumerate(amounts))


def compounded(amounts, yearly_rate):
    return sum(amount * (1 + yearly_rate) ** (month / 12) for month, amount in enumerate(amounts))


def plain_sum(amounts, yearly_rate):
    return sum(amounts)


NPV = Task(
    "cost/npv",
    2,
    "Discount money that is spent later.",
    {
        "npv": Function(
            [
                ([100.0], 0.06),
                ([10.0, 20.0, 30.0], 0.0),
                ([0.0] * 12 + [110.0], 0.10),
                ([0.0] * 6 + [100.0], 0.21),
                ([1000.0] + [50.0] * 24, 0.08),
            ],
            Number("EUR", 2),
        )
    },
    lambda given: {"npv": npv},
    "Set-up is paid today and a vendor's fees later, so discounting favours the vendor a little. A "
    "comparison over years is fair only with it.",
    (
        "Take amounts one by one: what is one spent today worth, and what one spent in twelve months?",
        "Month 0 is today. The exponent is the number of years until the money is spent.",
    ),
    (
        Misconception(
            "from-month-one",
            lambda given: {"npv": from_month_one},
            "Money spent today is discounted. Month 0 is today, and worth what it is.",
        ),
        Misconception(
            "yearly-rate-by-month",
            lambda given: {"npv": rate_by_month},
            "The rate is a yearly one, and it is applied every month.",
        ),
        Misconception(
            "twelfth-of-the-rate",
            lambda given: {"npv": a_twelfth_of_the_rate},
            "A twelfth of the rate each month makes more than the rate in a year, interest on interest.",
        ),
        Misconception(
            "compounded",
            lambda given: {"npv": compounded},
            "Money spent later is worth less today, and your value grows.",
        ),
        Misconception(
            "not-discounted",
            lambda given: {"npv": plain_sum},
            "That is the plain sum: later money counts as much as today's.",
        ),
    ),
)

# 7. A firm for which the model is the wrong tool

CALENDAR, GIVE_OUT_ALL, OWN_CENTRE = "a calendar", "a vendor", "a centre"


def all_calls(given):
    return sum([calls for _, calls, _ in given["hours_of_three"]])


def least_price(given):
    return (given["least_bill"] + given["own_manager"]) / all_calls(given)


def saved_by_two(given):
    """Return how many missed calls are saved if those of the hours with one person are missed like with two."""
    (_, calls, missed), (_, calls_of_two, missed_of_two), _ = given["hours_of_three"]
    return missed - calls * missed_of_two / calls_of_two


TOO_SMALL = Task(
    "cost/too-small",
    2,
    "Recognise a firm for which this course's cost model is the wrong tool.",
    OrderedDict(
        (
            ("least", Number("EUR a call", 2)),
            ("saved", Number("calls", 0)),
            ("tool", Word((CALENDAR, GIVE_OUT_ALL, OWN_CENTRE))),
        )
    ),
    lambda given: {"least": least_price(given), "saved": saved_by_two(given), "tool": CALENDAR},
    "A model has a range. The smallest pieces of this one, a head, a manager, a minimum bill, are as large "
    "as the firm, and what helps the firm costs no more than an agreement.",
    (
        "What would a month with a vendor cost at the least, before a word is spoken? And where are calls "
        "missed?",
        "Divide minimum bill and manager by all calls. Then let the calls in hours with one person be "
        "missed like those with two.",
    ),
    (
        Misconception(
            "the-least-bill-alone",
            lambda given: {"least": given["least_bill"] / all_calls(given)},
            "Somebody of the firm has to look after the vendor.",
        ),
        Misconception(
            "all-are-saved",
            lambda given: {"saved": given["hours_of_three"][0][2]},
            "With two people in some are missed as well.",
        ),
        Misconception(
            "a-vendor-for-the-rest",
            lambda given: {"tool": GIVE_OUT_ALL},
            "For how many missed calls, at which price for each call?",
        ),
        Misconception(
            "a-centre-for-three",
            lambda given: {"tool": OWN_CENTRE},
            "Its head alone would be a third of the firm.",
        ),
    ),
    shows=("hours_of_three", "least_bill", "own_manager"),
)

UNIT = Unit(
    "cost",
    "What a centre costs",
    85,
    data,
    (AGENTS, DESK_HOUR, GIVE_OUT, COST_PER_CALL, BREAK_EVEN, WAGES, NPV, TOO_SMALL),
    (
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("hourly_wage", "Hourly wage of an agent", "EUR", 2),
        Quantity("employer_charges", "Employer's charges, on top of the wage", "%"),
        Quantity("shrinkage", "Share of paid time away from the desk (shrinkage)", "%"),
        Quantity("price_per_minute", "The vendor's price of a minute handled", "EUR", 2),
        Quantity("calls_a_year", "Calls of a year", "calls"),
        Quantity("years", "The set-up serves", "years"),
        Quantity("wage_rise", "The hourly wage rises by", "%"),
        Table("hours_of_three", "A month of a firm of three", (("people in", "", 0), ("calls", "", 0), ("missed", "", 0))),
        Quantity("least_bill", "A vendor bills at least", "EUR a month"),
        Quantity("own_manager", "Somebody who looks after the vendor, part of the time", "EUR a month"),
    ),
)
