"""Three ways to run the same centre: what each costs, month by month, and where the cheapest changes."""

from ..model import assumptions, costs
from .lab import (
    Axis,
    Column,
    Figure,
    Group,
    Lab,
    LineChart,
    Note,
    Number,
    Quantity,
    Slider,
    Table,
    Text,
    View,
)

# (option, name in figures, label)
OPTIONS = (
    ("in-house", "in_house", "In-house"),
    ("outsourced", "outsourced", "Outsourced"),
    ("mixed", "mixed", "Mixed"),
)


def make_view(values):
    """Return what the three options cost in this scenario."""
    result = costs.compare(values)
    return View(
        headline=headline(result),
        figures=figures(result),
        table=table(result),
        charts=[chart(result)],
        notes=notes(result),
    )


def calls(volume):
    return Quantity(volume, "calls/month")


def euros(amount):
    return Quantity(amount, "EUR")


def own_or_vendor(result):
    """Return the break-even between in-house and outsourced."""
    return result["break_even"][0]


HEADLINES = {
    "in-house, once": "At {calls}, in-house is cheapest; below {volume}, outsourcing costs less.",
    "in-house, never": "In-house is cheapest at {calls}, and outsourcing costs more at any volume.",
    "in-house": "At {calls}, in-house is cheapest.",
    "outsourced, once": "At {calls}, outsourcing is cheapest; from {volume} on, in-house costs less.",
    "outsourced, never": "Outsourcing is cheapest at {calls}, and in-house costs more at any volume.",
    "outsourced": "At {calls}, outsourcing is cheapest.",
    "mixed": "At {calls}, mixing both is cheapest: {saving} less than the next best over {months}.",
}


def headline(result):
    """Return the cheapest option, and where it stops being so."""
    between = own_or_vendor(result)
    parts = {"calls": calls(result["scenario"]["calls_per_month"])}
    case = result["cheapest"]
    if case == "mixed":
        parts["saving"] = euros(saving(result))
        parts["months"] = Quantity(result["scenario"]["horizon_months"], "months")
    elif between["cheaper"] == ["outsourced", "in-house"]:
        parts["volume"] = calls(between["volumes"][0])
        case += ", once"
    elif between["cheaper"] == [case]:
        case += ", never"
    return Text(HEADLINES[case], **parts)


def saving(result):
    """Return how much less the cheapest option costs than the next, in present value."""
    best, second = sorted([result["options"][option]["npv"] for option, _, _ in OPTIONS])[:2]
    return second - best


def figures(result):
    """Return set-up, present value and cost per call of each option, and the break-even volumes there are."""
    kinds = (
        ("set_up", "{option}: money before the first call", "EUR", 0),
        ("npv", "{option}: present value of all costs", "EUR", 0),
        ("cost_per_call", "{option}: cost of a call", "EUR/call", 2),
    )
    shown = [
        Figure(
            f"{kind}_{name}",
            label.replace("{option}", words),
            Quantity(result["options"][option][kind], unit, decimals),
        )
        for kind, label, unit, decimals in kinds
        for option, name, words in OPTIONS
    ]
    for name, label, between in break_evens(result):
        for place, volume in enumerate(between["volumes"]):
            ending = "" if place == 0 else f"_{place + 1}"
            shown.append(Figure(f"break_even_{name}{ending}", label, calls(volume)))
    return shown


def break_evens(result):
    """Return (name, label, break-even) of each pair."""
    labels = (
        ("in_house_outsourced", "In-house and outsourced cost the same at"),
        ("in_house_mixed", "In-house and mixed cost the same at"),
        ("outsourced_mixed", "Outsourced and mixed cost the same at"),
    )
    return [(name, label, between) for (name, label), between in zip(labels, result["break_even"])]


def table(result):
    """Return what each line costs over the horizon, by option, with the totals."""
    names = []
    labels = {}
    totals = {}
    for option, _, _ in OPTIONS:
        for line in result["options"][option]["lines"]:
            if line["name"] not in labels:
                names.append(line["name"])
                labels[line["name"]] = line["label"]
            totals[(option, line["name"])] = line["total"]
    rows = [[labels[name]] + [totals.get((option, name)) for option, _, _ in OPTIONS] for name in names]
    for label, kind in (
        ("Total", "total"),
        ("of which before the first call", "set_up"),
        ("a month", "monthly"),
    ):
        rows.append([label] + [result["options"][option][kind] for option, _, _ in OPTIONS])
    columns = [Column("line", "Cost over the whole time")]
    columns.extend([Column(name, words, "EUR") for _, name, words in OPTIONS])
    return Table("What each way costs, line by line", columns, rows)


def chart(result):
    """Return the money spent so far, by month, of the three options."""
    months = result["scenario"]["horizon_months"]
    payback = result["payback_month"]
    sentence = (
        "Three lines rise from the left. Before the first call in-house has spent {set_up_in_house}, "
        "outsourced {set_up_outsourced} and mixed {set_up_mixed}; after {months} it is {total_in_house}, "
        "{total_outsourced} and {total_mixed}. "
    )
    parts = {"months": Quantity(months, "months")}
    for option, name, _ in OPTIONS:
        parts["set_up_" + name] = euros(result["options"][option]["set_up"])
        parts["total_" + name] = euros(result["options"][option]["total"])
    if payback is None:
        sentence += "The lines of in-house and outsourced do not cross after the start."
    else:
        sentence += "From month {payback} on, in-house has spent less than outsourced."
        parts["payback"] = Quantity(payback)
    return LineChart(
        "Money spent so far",
        Text(sentence, **parts),
        Axis("Month", "months"),
        Axis("Spent so far", "EUR"),
        [
            (
                name,
                words,
                [(month, spent) for month, spent in enumerate(result["options"][option]["cumulated"])],
            )
            for option, name, words in OPTIONS
        ],
        [] if payback is None else [(payback, "In-house has paid back")],
    )


# (section, sentence by who is cheaper from small volumes to large, sentence for several changes) of each pair
PAIR_NOTES = (
    (
        "outsourcing#gains",
        {
            "outsourced, in-house": "Below {volume}, outsourcing is cheaper than in-house; above it, dearer: "
            "a large centre spreads its set-up and keeps its agents busier.",
            "in-house, outsourced": "Below {volume}, in-house is cheaper than outsourcing; above it, dearer.",
            "in-house": "No break-even from {low} to {high}: in-house is always cheaper than outsourcing.",
            "outsourced": "No break-even from {low} to {high}: outsourcing is always cheaper than in-house.",
        },
        "Agents are whole, so costs rise in steps: the cheaper of in-house and outsourcing changes {times} "
        "times from {low} to {high}.",
    ),
    (
        "mixed-solution#three-ways",
        {
            "mixed, in-house": "Below {volume}, a mix is cheaper than in-house; above it, dearer.",
            "in-house, mixed": "Below {volume}, in-house is cheaper than a mix; above it, dearer.",
            "in-house": "No break-even from {low} to {high}: in-house is always cheaper than a mix.",
            "mixed": "No break-even from {low} to {high}: a mix is always cheaper than in-house.",
        },
        "Agents are whole, so costs rise in steps: the cheaper of in-house and a mix changes {times} "
        "times from {low} to {high}.",
    ),
    (
        "mixed-solution#what-to-keep",
        {
            "outsourced, mixed": "Below {volume}, outsourcing is cheaper than a mix; above it, dearer.",
            "mixed, outsourced": "Below {volume}, a mix is cheaper than outsourcing; above it, dearer.",
            "outsourced": "No break-even from {low} to {high}: outsourcing is always cheaper than a mix.",
            "mixed": "No break-even from {low} to {high}: a mix is always cheaper than outsourcing.",
        },
        "Agents are whole, so costs rise in steps: the cheaper of outsourcing and a mix changes {times} "
        "times from {low} to {high}.",
    ),
)


def notes(result):
    """Return a sentence on the break-even of each pair, and one on what the figures are."""
    found = []
    for (reference, sentences, several), between in zip(PAIR_NOTES, result["break_even"]):
        parts = {"low": calls(costs.SEARCH_FROM), "high": calls(costs.SEARCH_TO)}
        if between["volumes"]:
            parts["volume"] = calls(between["volumes"][0])
            parts["times"] = Quantity(len(between["volumes"]))
        sentence = sentences.get(", ".join(between["cheaper"]), several)
        used = {name: parts[name] for name in parts if "{" + name + "}" in sentence}
        found.append(Note(Text(sentence, **used), reference))
    found.append(
        Note(
            Text(
                "Most amounts here are illustrative; the table of assumptions says which are not. What money "
                "does not show stands under risks."
            ),
            "outsourcing#risks",
        )
    )
    return found


def field(name, low, high, step, help, decimals=0):
    """Return a number field for an assumption."""
    known = assumptions.find(name)
    return Number(name, known.label, known.value, low, high, step, help, known.unit, decimals)


def slider(name, low, high, step, help, decimals=0):
    """Return a slider for an assumption."""
    known = assumptions.find(name)
    return Slider(name, known.label, known.value, low, high, step, help, known.unit, decimals)


LAB = Lab(
    name="cost-scenarios",
    title="Three ways to run the same centre",
    purpose="See what a centre costs in-house, outsourced or mixed, from the first day to the last month.",
    question=(
        "Halve the calls a month. Which way is cheapest now, and how high may the vendor's price of a minute "
        "go before that changes?"
    ),
    groups=(
        Group(
            "Demand",
            (
                field("calls_per_month", 500, 500_000, 1, "All calls that come in, on average."),
                slider(
                    "handle_seconds",
                    60.0,
                    900.0,
                    5.0,
                    "From the greeting to the end of the work after the call.",
                ),
                slider(
                    "service_level",
                    0.5,
                    0.95,
                    0.01,
                    "The share of calls the firm promises to answer in time.",
                ),
                slider(
                    "answer_within_seconds",
                    0.0,
                    120.0,
                    5.0,
                    "How long a caller may wait and still count as in time.",
                ),
            ),
        ),
        Group(
            "In-house",
            (
                field("hourly_wage", 0.0, 100.0, 0.1, "Before what the employer pays on top.", 2),
                slider("employer_charges", 0.0, 0.8, 0.01, "What the employer pays on top of gross pay."),
                slider(
                    "shrinkage",
                    0.0,
                    0.6,
                    0.01,
                    "Leave, illness, breaks, meetings, training: paid, not on calls.",
                ),
                slider("attrition", 0.0, 1.5, 0.01, "Each must be found, hired and trained anew."),
                field("seat_monthly_cost", 0.0, 5000.0, 10.0, "What a place to work costs to run."),
                field(
                    "in_house_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Spent before the first call, whatever the size.",
                ),
                field(
                    "seat_set_up",
                    0.0,
                    50_000.0,
                    100.0,
                    "Furniture, workstation, headset, licences to begin with.",
                ),
            ),
        ),
        Group(
            "Vendor",
            (
                field(
                    "price_per_minute",
                    0.0,
                    5.0,
                    0.01,
                    "Talk and after-call work; waiting agents are the vendor's risk.",
                    2,
                ),
                field("vendor_set_up", 0.0, 5_000_000.0, 1000.0, "Paid once, before the first call."),
                field("vendor_minimum", 0.0, 1_000_000.0, 100.0, "Owed even when fewer minutes are handled."),
                slider(
                    "governance_posts",
                    0.0,
                    10.0,
                    0.25,
                    "People of the firm who check, steer and brief the vendor.",
                    2,
                ),
            ),
        ),
        Group(
            "Mixed",
            (
                slider("in_house_opens_hour", 0, 24, 1, "Before, the vendor takes the calls."),
                slider("in_house_closes_hour", 0, 24, 1, "From then on, the vendor takes the calls."),
            ),
            is_open=False,
        ),
        Group(
            "Money over time",
            (
                slider("horizon_months", 1, 60, 1, "How far ahead to look."),
                slider(
                    "discount_rate", 0.0, 0.25, 0.005, "What money spent a year later is worth less today.", 1
                ),
            ),
            is_open=False,
        ),
    ),
    make_view=make_view,
)
