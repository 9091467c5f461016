"""The capstone: advise an invented firm from its counts, its pay, two offers and its board's memo."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from ..model.numerics.randomness import streams
from ..model.units import clock
from .shared.answers import FreeText, Number, Word
from .shared.given import grouped
from .shared.task import Misconception, Task, Unit

OPENS, HALF_HOURS = 480, 24
USUAL = (10, 15, 20, 25, 28, 29, 28, 25, 21, 19, 20, 22, 24, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4)
WEEKDAYS = 5
EVENING = 20  # half hours from 18:00 on are the evening
DAY_VARIATION = 0.06
BOOKS_SEED = 83
WAYS = ("own", "Kestrel", "Marlow")
LEFT_OUT = ("employer's charges", "shrinkage", "supervisors", "seats")
DATES = tuple([f"2026-06-{1 + 7 * week + day:02d}" for week in range(4) for day in range(WEEKDAYS)])


def data(seed=None):
    """Return what Nordhavn Kitchens' files say: counts of four weeks, pay, two offers."""
    turn = 0 if seed is None else seed
    given = {
        "days": counted(BOOKS_SEED if seed is None else 4000 + seed, 2 + turn * 7 % 15),
        "handle_seconds": 330,
        "service_level": 0.80,
        "answer_within_seconds": 20,
        "working_days": 250,
        "hourly_wage": 16.2 + 0.3 * (turn * 3 % 5),
        "employer_charges": 0.32,
        "shrinkage": 0.28,
        "head": 74_000,
        "supervisors": 2,
        "supervisor": 52_000,
        "seats": 10,
        "seat": 4_200,
        "resolution": {"own": 0.80, "Kestrel": 0.70, "Marlow": 0.82},
        "price_per_minute": 1.02 + 0.01 * (turn * 5 % 4),
        "price_per_resolved": 7.00 + 0.05 * (turn % 4),
        "minimum_a_month": 9_000,
        "set_up": {"Kestrel": 90_000, "Marlow": 150_000},
        "control": 58_000,
        "years": 3,
    }
    silent = silent_day(given)
    given["usual"] = mean_day([day for day in given["days"] if day[0] != silent])
    given["needs"] = needs(given, given["usual"])
    return given


def counted(seed, out_of_order):
    """Return (date, calls by half hour) of four weeks; on one day the telephones were silent for hours."""
    of_days, of_calls = streams(seed, 2)
    days = []
    for place, date in enumerate(DATES):
        factor = of_days.lognormals(1, DAY_VARIATION)[0]
        calls = [of_calls.poisson(usual * factor) for usual in USUAL]
        if place == out_of_order:
            calls = calls[:4] + [0] * 8 + calls[12:]
        days.append((date, calls))
    return days


def silent_day(given):
    return [date for date, calls in given["days"] if calls[4:12] == [0] * 8][0]


def mean_day(days):
    """Return the mean calls of each half hour."""
    return [sum([calls[place] for _, calls in days]) / len(days) for place in range(HALF_HOURS)]


def usual_day(given, is_all_kept=False):
    """Return the mean calls of each half hour, without the day that was out of order."""
    return mean_day(given["days"]) if is_all_kept else given["usual"]


def needs(given, day, half_hours_an_hour=2):
    return [
        staffing.agents_needed(
            half_hours_an_hour * calls,
            given["handle_seconds"],
            given["service_level"],
            given["answer_within_seconds"],
        )
        for calls in day
    ]


# The files


def files(given):
    return [
        ("counts.csv", counts_csv(given)),
        ("wages.csv", wages_csv(given)),
        ("offers.csv", offers_csv(given)),
        ("memo.md", memo(given) + "\n"),
    ]


def counts_csv(given):
    lines = ["date,start,calls"]
    for date, calls in given["days"]:
        lines += [f"{date},{clock(OPENS + 30 * place)},{count}" for place, count in enumerate(calls)]
    return "\n".join(lines) + "\n"


def wages_csv(given):
    rows = (
        ("hourly wage of an agent", f"{given['hourly_wage']:.2f}", "EUR an hour"),
        ("employer's charges", per_cent(given["employer_charges"]), "% of pay by the hour"),
        ("time away from the desk", per_cent(given["shrinkage"]), "% of paid time"),
        ("head of the centre", given["head"], "EUR a year with charges"),
        ("supervisors", given["supervisors"], "people"),
        ("a supervisor", given["supervisor"], "EUR a year with charges"),
        ("seats", given["seats"], "seats"),
        ("a seat with desk and licence", given["seat"], "EUR a year"),
        ("handle time of a call", given["handle_seconds"], "seconds"),
        ("calls that settle the matter", per_cent(given["resolution"]["own"]), "% of calls"),
        ("days worked", given["working_days"], "days a year"),
    )
    return "\n".join(["item,amount,unit"] + [f"{item},{amount},{unit}" for item, amount, unit in rows]) + "\n"


def offers_csv(given):
    resolution, set_up = given["resolution"], given["set_up"]
    rows = (
        ("price of a minute handled", "EUR", f"{given['price_per_minute']:.2f}", ""),
        ("price of a call that settles the matter", "EUR", "", f"{given['price_per_resolved']:.2f}"),
        ("minimum bill", "EUR a month", given["minimum_a_month"], 0),
        ("set-up paid once", "EUR", set_up["Kestrel"], set_up["Marlow"]),
        ("contract", "years", given["years"], given["years"]),
        ("handle time of a call", "seconds", given["handle_seconds"], given["handle_seconds"]),
        (
            "calls that settle the matter",
            "% of calls",
            per_cent(resolution["Kestrel"]),
            per_cent(resolution["Marlow"]),
        ),
        ("own staff who oversee the vendor", "EUR a year with charges", given["control"], given["control"]),
        ("answered within 20 seconds", "% of calls", 80, 80),
        ("kept back for each point below", "% of the bill", 1, 2),
        ("kept back at most", "% of the bill", 5, 10),
        ("notice", "months", 12, 6),
        ("records are kept", "", "abroad", "in this country"),
    )
    lines = ["item,unit,kestrel,marlow"]
    return "\n".join(lines + [",".join([str(cell) for cell in row]) for row in rows]) + "\n"


def per_cent(share):
    return f"{share * 100:.0f}"


def memo(given):
    """Return the board's memo, whose figure leaves something out."""
    claimed = grouped(round(own_cost(given, shrinkage=0), -3), 0)
    return f"""# Nordhavn Kitchens: memo from the board

To: our adviser
About: the service line

Our service line answers customers on weekdays from 8:00 to 20:00. They ask when the fitters are coming, and
complain when they do not come. We promise to answer 80 % of calls within 20 seconds. Two vendors have
offered to take the line over; their offers are in `offers.csv`, what we pay ourselves is in `wages.csv`, and
four weeks of calls are in `counts.csv`. On one of these days the telephones were out of order from 10:00 to
14:00.

The head of finance has worked out that our own line costs us about {claimed} EUR a year, and that both
offers are dearer than that. The head of sales says that offers should be judged by their price for a call,
and that Kestrel's is the lower one. The head of the line would keep it, and give Kestrel the evenings from
18:00 on, "because they are dear".

What our customers tell the line is not secret, but it includes addresses and the weeks in which nobody is at
home. Eleven people have worked on the line for more than five years. We can spend 150,000 EUR once, and
would rather not.

Please advise us in two pages: which way, why, what it rests on, and what we should do first."""


# 1. The usual day


def calls_a_day(given, is_all_kept=False):
    return sum(usual_day(given, is_all_kept))


CALLS = Task(
    "capstone/calls",
    1,
    "Find the usual day in counts that hold a day out of order.",
    OrderedDict((("left_out", Word(DATES)), ("calls_a_day", Number("calls a day", 1)))),
    lambda given: {"left_out": silent_day(given), "calls_a_day": calls_a_day(given)},
    "Nobody called in those hours because nobody could. A zero in a file says that nothing was counted, not "
    "that nothing was wanted.",
    (
        "The memo tells of a day on which the telephones were out of order. Which one is it?",
        "Add up the calls of each date, leave that day out, and take the mean of the rest.",
    ),
    (
        Misconception(
            "all-days-kept",
            lambda given: {"calls_a_day": calls_a_day(given, is_all_kept=True)},
            "The day on which the telephones were out of order is still in it.",
        ),
        Misconception(
            "divided-by-all-days",
            lambda given: {"calls_a_day": calls_a_day(given) * (len(given["days"]) - 1) / len(given["days"])},
            "The day was left out of the sum, and not out of what it is divided by.",
        ),
        Misconception(
            "a-half-hours-calls",
            lambda given: {"calls_a_day": calls_a_day(given) / HALF_HOURS},
            "That is the mean of a half hour. The question is about a day.",
        ),
        Misconception(
            "another-day",
            lambda given: {"left_out": [date for date in DATES if date != silent_day(given)][0]},
            "On that day calls came in every hour. Look for hours without any.",
        ),
    ),
)

# 2. Agents


def desk_hours(given):
    return sum(given["needs"]) / 2


AGENTS = Task(
    "capstone/desk-hours",
    2,
    "Turn a day's counts into hours at the desk.",
    {"desk_hours": Number("hours a day", 1)},
    lambda given: {"desk_hours": desk_hours(given)},
    "This number carries all that follows: pay, seats, and what giving hours away would save.",
    (
        "How many agents does each half hour of the usual day need for the promise?",
        "The model asks for calls an hour. An agent in a half hour is half an hour at the desk.",
    ),
    (
        Misconception(
            "whole-hours",
            lambda given: {"desk_hours": 2 * desk_hours(given)},
            "An agent in a half hour is there for half an hour.",
        ),
        Misconception(
            "half-hour-as-hour",
            lambda given: {"desk_hours": sum(needs(given, usual_day(given), 1)) / 2},
            "The model asks for calls an hour, and you gave it those of half an hour.",
        ),
        Misconception(
            "work-alone",
            lambda given: {"desk_hours": calls_a_day(given) * given["handle_seconds"] / 3600},
            "These are the hours of work. Some agents must be free when a call comes.",
        ),
    ),
)

# 3. What the own line costs


def own_cost(given, hours=None, shrinkage=None, charges=None, days=None, is_with_fixed=True):
    """Return what the own line costs a year."""
    off = given["shrinkage"] if shrinkage is None else shrinkage
    on_top = given["employer_charges"] if charges is None else charges
    paid = (desk_hours(given) if hours is None else hours) / (1 - off)
    pay = paid * given["hourly_wage"] * (1 + on_top) * (days or given["working_days"])
    return pay + (fixed_cost(given) if is_with_fixed else 0)


def fixed_cost(given):
    return given["head"] + given["supervisors"] * given["supervisor"] + given["seats"] * given["seat"]


OWN = Task(
    "capstone/own",
    2,
    "Work out what the firm's own line costs a year.",
    {"own_cost": Number("EUR a year", -2)},
    lambda given: {"own_cost": own_cost(given)},
    "Everything the line needs is in it, and nothing that the firm would pay for anyway. Offers can be "
    "compared with it.",
    (
        "Go line by line through wages.csv: which of them are paid by the hour, and which by the year?",
        "Hours at the desk, to paid hours, to pay with charges, to a year; then head, supervisors and seats.",
    ),
    (
        Misconception(
            "no-shrinkage",
            lambda given: {"own_cost": own_cost(given, shrinkage=0)},
            "That pays for hours at the desk. What part of paid time is spent there?",
        ),
        Misconception(
            "no-charges",
            lambda given: {"own_cost": own_cost(given, charges=0)},
            "The employer pays charges on top of the wage.",
        ),
        Misconception(
            "agents-alone",
            lambda given: {"own_cost": own_cost(given, is_with_fixed=False)},
            "These are the agents. Who leads them, and where do they sit?",
        ),
        Misconception(
            "every-day-of-the-year",
            lambda given: {"own_cost": own_cost(given, days=365)},
            "The line is not open every day of the year.",
        ),
        Misconception(
            "shrinkage-added",
            lambda given: {
                "own_cost": own_cost(given, shrinkage=0, is_with_fixed=False) * (1 + given["shrinkage"])
                + fixed_cost(given)
            },
            "Take a tenth more paid hours than desk hours, leave out a tenth: is a whole desk hour left?",
        ),
    ),
)

MEMO = Task(
    "capstone/memo",
    1,
    "Find what a figure in a memo leaves out.",
    {"forgotten": Word(LEFT_OUT)},
    lambda given: {"forgotten": "shrinkage"},
    "The figure was not invented: it is right but for one line. That is what makes such figures last.",
    (
        "Leave one thing after another out of your own sum. When do you arrive at the memo's figure?",
        "The memo's figure is rounded to thousands.",
    ),
    (
        Misconception(
            "charges",
            lambda given: {"forgotten": "employer's charges"},
            "Without the charges the sum is a different one. Try it.",
        ),
        Misconception(
            "supervisors",
            lambda given: {"forgotten": "supervisors"},
            "Without the supervisors the sum is a different one. Try it.",
        ),
        Misconception(
            "seats",
            lambda given: {"forgotten": "seats"},
            "Without the seats the sum is a different one. Try it.",
        ),
    ),
)

# 4. What the offers cost


def calls_a_year(given):
    return calls_a_day(given) * given["working_days"]


def by_the_minute(given, calls):
    return calls * given["handle_seconds"] / 60 * given["price_per_minute"]


def bill(given, way):
    """Return what a vendor bills a year for all calls."""
    calls = calls_a_year(given)
    if way == "Kestrel":
        return max(by_the_minute(given, calls), 12 * given["minimum_a_month"])
    return calls * given["resolution"]["Marlow"] * given["price_per_resolved"]


def vendor_cost(given, way, set_up_years=None, is_with_control=True):
    years = given["years"] if set_up_years is None else set_up_years
    return bill(given, way) + given["set_up"][way] / years + (given["control"] if is_with_control else 0)


def both(given, rule):
    return {"kestrel": rule("Kestrel"), "marlow": rule("Marlow")}


OFFERS = Task(
    "capstone/offers",
    2,
    "Work out what two offers cost a year, with everything that comes on top of the bill.",
    OrderedDict((("kestrel", Number("EUR a year", -2)), ("marlow", Number("EUR a year", -2)))),
    lambda given: both(given, lambda way: vendor_cost(given, way)),
    "An offer's price is not its cost: set-up is paid once and serves the whole contract, and somebody in "
    "the firm has to look after the vendor.",
    (
        "What does each vendor bill for the calls of a year? Then: what else is paid?",
        "Spread the set-up over the years of the contract, and add the firm's own staff who control the "
        "vendor.",
    ),
    (
        Misconception(
            "bills-alone",
            lambda given: both(given, lambda way: bill(given, way)),
            "These are the bills. What is paid once, and who oversees the vendor?",
        ),
        Misconception(
            "set-up-in-one-year",
            lambda given: both(given, lambda way: vendor_cost(given, way, set_up_years=1)),
            "The set-up serves all years of the contract.",
        ),
        Misconception(
            "nobody-controls",
            lambda given: both(given, lambda way: vendor_cost(given, way, is_with_control=False)),
            "Somebody in the firm has to oversee the vendor.",
        ),
        Misconception(
            "all-calls-paid",
            lambda given: {
                "marlow": vendor_cost(given, "Marlow")
                + bill(given, "Marlow") * (1 / given["resolution"]["Marlow"] - 1)
            },
            "Marlow is paid for calls that settle the matter, not for all.",
        ),
    ),
)

# 5. What a settled matter costs


def cost(given, way):
    return own_cost(given) if way == "own" else vendor_cost(given, way)


def per_resolved(given, way):
    return cost(given, way) / (calls_a_year(given) * given["resolution"][way])


def best(given, rule):
    return min(WAYS, key=lambda way: rule(given, way))


def per_call(given, way):
    return cost(given, way) / calls_a_year(given)


RESOLVED = Task(
    "capstone/per-resolved",
    2,
    "Compare three ways by what a settled matter costs.",
    OrderedDict((("best", Word(WAYS)), ("per_resolved", Number("EUR", 2)))),
    lambda given: {
        "best": best(given, per_resolved),
        "per_resolved": per_resolved(given, best(given, per_resolved)),
    },
    "The order reverses with the unit. What a customer wants is a settled matter, and a vendor who is paid "
    "for that has a reason to settle it.",
    (
        "How many calls settle the matter in a year, in each of the three ways?",
        "Divide what each way costs by those calls only, and take the lowest.",
    ),
    (
        Misconception(
            "lowest-cost-wins",
            lambda given: {
                "best": best(given, per_call),
                "per_resolved": per_resolved(given, best(given, per_call)),
            },
            "That way has the lowest cost of a call. And of a matter that is settled?",
        ),
        Misconception(
            "per-call",
            lambda given: {"per_resolved": per_call(given, best(given, per_resolved))},
            "That is what a call costs, settled or not.",
        ),
        Misconception(
            "multiplied",
            lambda given: {
                "per_resolved": per_call(given, best(given, per_resolved))
                * given["resolution"][best(given, per_resolved)]
            },
            "Cheaper than a call? The cost is spread over fewer calls.",
        ),
    ),
)

# 6. The evenings


def evening_hours(given):
    return sum(given["needs"][EVENING:]) / 2


def mix_cost(given, is_with_minimum=True, is_with_control=True, is_day_reduced=True):
    """Return what it costs to keep the day, and to give Kestrel the evenings."""
    hours = desk_hours(given) - (evening_hours(given) if is_day_reduced else 0)
    calls = sum(usual_day(given)[EVENING:]) * given["working_days"]
    billed = by_the_minute(given, calls)
    if is_with_minimum:
        billed = max(billed, 12 * given["minimum_a_month"])
    besides = given["set_up"]["Kestrel"] / given["years"] + (given["control"] if is_with_control else 0)
    return own_cost(given, hours=hours) + billed + besides


EVENINGS = Task(
    "capstone/evenings",
    2,
    "Work out what it costs to give the evenings away.",
    {"mix_cost": Number("EUR a year", -2)},
    lambda given: {"mix_cost": mix_cost(given)},
    "The evenings are dear, and giving them away is dearer: a minimum bill, a set-up and a controller are "
    "meant for the whole line, and would be paid for a small part of it. What is dear may still be cheaper "
    "than what it is exchanged for.",
    (
        "Which desk hours fall away, and what does Kestrel bill for the calls of these half hours?",
        "Look at Kestrel's minimum bill. Head, supervisors and seats stay, since the day needs them.",
    ),
    (
        Misconception(
            "no-least-bill",
            lambda given: {"mix_cost": mix_cost(given, is_with_minimum=False)},
            "Kestrel bills at least that much a month, however few calls there are.",
        ),
        Misconception(
            "nobody-controls",
            lambda given: {"mix_cost": mix_cost(given, is_with_control=False)},
            "A vendor for the evenings has to be controlled as well.",
        ),
        Misconception(
            "own-evenings-kept",
            lambda given: {"mix_cost": mix_cost(given, is_day_reduced=False)},
            "That still pays the firm's own agents for the evenings.",
        ),
    ),
)

# 7. Where it tips


def tips_at(given, is_with_extras=True):
    extras = vendor_cost(given, "Marlow") - bill(given, "Marlow") if is_with_extras else 0
    settled = calls_a_year(given) * given["resolution"]["Marlow"]
    return per_resolved(given, "own") - extras / settled


TIPS = Task(
    "capstone/tips",
    2,
    "Say at what price an offer costs as much as the firm's own line.",
    {"tips_at": Number("EUR", 2)},
    lambda given: {"tips_at": tips_at(given)},
    "This is the price to have in mind when one negotiates, and the distance to the offer says how much the "
    "advice can bear.",
    (
        "What does a settled matter cost in the firm's own line? At what price would Marlow's cost as much?",
        "Part of what Marlow costs is no price: set-up and control. Take off what they come to for each "
        "settled matter.",
    ),
    (
        Misconception(
            "extras-forgotten",
            lambda given: {"tips_at": tips_at(given, is_with_extras=False)},
            "Set-up and control are paid for on top of the price.",
        ),
        Misconception(
            "same-cost-a-year",
            lambda given: {
                "tips_at": given["price_per_resolved"]
                + (own_cost(given) - vendor_cost(given, "Marlow")) / calls_a_year(given)
            },
            "That spreads the difference over all calls. Marlow is paid for those that settle the matter.",
        ),
        Misconception(
            "todays-price",
            lambda given: {"tips_at": given["price_per_resolved"]},
            "That is the price offered.",
        ),
    ),
)

# 8. Two pages

RUBRIC = (
    (1, "names one way in its first paragraph, and what it costs a year and for a settled matter"),
    (1, "sets right the figure of the head of finance, and says what it left out"),
    (1, "shows why the price of a call is the wrong measure here, with figures of both offers"),
    (1, "works out the evenings, and says why they do not pay as offered"),
    (2, "names two assumptions that carry the advice, changes each, and says whether it holds"),
    (1, "weighs confidentiality: what the records tell, where they would be, and a control"),
    (1, "weighs the people who answer today, and what their leaving would cost"),
    (1, "proposes terms for the contract: what is paid, what is kept back, how it ends"),
    (1, "says what to do first, by whom and by when, so that it can be stopped"),
)


def advice(given):
    """Return two pages that would earn all points, with the figures of the data."""
    way = best(given, per_resolved)
    money = {name: grouped(round(cost(given, name), -3), 0) for name in WAYS}
    matter = {name: f"{per_resolved(given, name):.2f}" for name in WAYS}
    claimed = grouped(round(own_cost(given, shrinkage=0), -3), 0)
    mixed = grouped(round(mix_cost(given), -3), 0)
    freely = grouped(round(mix_cost(given, is_with_minimum=False), -3), 0)
    return f"""Our advice is {way}: it costs about {money[way]} EUR a year, and {matter[way]} EUR for each
matter that is settled, which is the least of the three ways. The lead is small. We therefore advise a
pilot first.

What our own line costs. The head of finance's figure of {claimed} EUR pays for hours at the desk, and
leaves out the part of paid time that agents spend on leave, ill, in training or on a break. With it the line
costs {money['own']} EUR. Nothing else in the figure is wrong.

What the offers cost. Kestrel bills minutes, Marlow calls that settle the matter. With set-up spread over
three years, and with the people who look after the vendor, Kestrel costs {money['Kestrel']} EUR and Marlow
{money['Marlow']} EUR a year. By the call, Kestrel is the cheaper of the two. But three in ten of its calls
settle nothing, and those customers call again or stay angry. For a settled matter our own line costs
{matter['own']} EUR, Kestrel {matter['Kestrel']} EUR and Marlow {matter['Marlow']} EUR. The price of a call
is the wrong measure where calls are worth such different things, and a vendor who is paid by the minute has
no reason to settle a matter the first time.

The evenings. It is true that a call in the evening takes more paid time than one in the morning. Even so,
giving them to Kestrel would bring the total to {mixed} EUR, since its minimum bill, its set-up and a
controller are paid for a handful of calls. Without the minimum bill it would still be {freely} EUR.

What this rests on. First, the shares of matters settled are only the vendors' word. If Marlow settled only as
many as our own line does, its bill would be lower too, since it is paid by the settled matter, but the
customers who call again would be ours; the pilot has to measure it. Second, the calls: four weeks in June
are not a year. With a fifth fewer calls the vendors' bills fall with them, while head, supervisors and seats
stay, so Marlow gains; with a fifth more our own line gains. Up to {tips_at(given):.2f} EUR for a settled
matter Marlow is the cheaper one; beyond that we would stay in-house.

Confidentiality. Callers tell us when nobody is at home. Kestrel keeps its records abroad, Marlow in this
country. In either case a second party has access. We would show agents the address only while the call
lasts, and read the vendor's log ourselves once a month.

People. Eleven have answered for more than five years, and know which fitter is late and why. Some would
work for the vendor, some could plan the fitters' days, and the others would need severance pay; that is not
in the sums above, and could use up a year's savings. They should hear of this from the board, and early.

Terms. We would pay by the settled matter as we count it, not as the vendor does: a matter counts as settled
if the same customer does not call again within a week. We would ask to keep back up to a tenth of the bill
for late answers, counted by the half hour; for six months' notice; and for our records back in a form we can
read.

What to do first. The head of the line gives Marlow two weekdays from October on, for three months, and
counts matters settled on both sides. In January the board decides with these figures. Until then nobody is
given notice, nothing is set up for good, and the pilot can be stopped within a month."""


ADVICE = Task(
    "capstone/advice",
    10,
    "Advise a board in two pages, with figures, assumptions and a first step.",
    {"advice": FreeText(400, RUBRIC)},
    lambda given: {"advice": advice(given)},
    "Now read it as somebody who has five minutes, and who will be asked next year why.",
    ("Begin with the advice, and go on with what it rests on.", "Go through the marks one by one."),
)

UNIT = Unit(
    "capstone",
    "Capstone: advise a firm",
    240,
    data,
    (CALLS, AGENTS, OWN, MEMO, OFFERS, RESOLVED, EVENINGS, TIPS, ADVICE),
    files=files,
)
