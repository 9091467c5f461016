"""Three ways to run the same centre: what each costs, month by month, and where the cheapest changes."""

from ..model import assumptions, costs, workload
from ..model.costs import break_even
from ..model.workload.scenario import Scenario
from .shared.charts import Axis, LineChart, RangeChart
from .shared.inputs import choice, field, mixed_by, slider
from .shared.lab import Group, Lab, Preset
from .shared.quantities import euros, share
from .shared.refining import refine_by
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled
from .shared.ways import WAYS, compared, within

FIGURES = (
    ("set_up", "{option}: money before the first call", "EUR", 0),
    ("npv", "{option}: present value of all costs", "EUR", 0),
    ("cost_per_call", "{option}: cost of a call", "EUR/call", 2),
)
COMPARED = (
    ("Present value of all costs", "npv", "low"),
    ("Cost of a call", "cost_per_call", "low"),
    ("Money before the first call", "set_up", "low"),
)
BREAK_EVENS = (
    ("in_house_outsourced", "Break-even of in-house and outsourced"),
    ("in_house_mixed", "Break-even of in-house and mixed"),
    ("outsourced_mixed", "Break-even of outsourced and mixed"),
)


# what the bars vary, one at a time
VARIED = (
    "calls_per_month",
    "handle_seconds",
    "night_share",
    "weekend_share",
    "hourly_wage",
    "shrinkage",
    "attrition",
    "premises_monthly_cost",
    "price_per_minute",
    "governance_posts",
    "own_resolution",
    "vendor_resolution",
)
CHANGE = 0.1
AT_ONCE = 10  # volumes that one step looks at
LOOKS = 8  # steps until all are looked at
STEPS = 3 + LOOKS + len(VARIED)


def step(values, state):
    """Return what the three options cost, and what is found out bit by bit: the state of the next step.

    That holds what the search for break-even volumes has ``seen``, then these volumes, then the break-even
    price, and the `savings` at both ends of each input varied so far.
    """
    complete = assumptions.complete(values)
    scenario = Scenario(complete)
    result = costs.accounts(scenario)
    if state is None:
        found = {"savings": [], "seen": []}
    elif "break_even" not in state:
        found = looked_further(break_even.Volumes(scenario, state["seen"]))
    elif "price" not in state:
        found = dict(state, price=break_even.price(complete)["price"])
    else:
        found = dict(state, savings=state["savings"] + [savings(result, VARIED[len(state["savings"])])])
    result["break_even"] = found.get("break_even")
    return result, found


def looked_further(looking):
    """Return the next state of a search for break-even volumes, or these once all is looked at."""
    if looking.is_complete:
        return {"savings": [], "break_even": looking.found()}
    looking.look(AT_ONCE)
    return {"savings": [], "seen": looking.seen}


def progress(found):
    """Return the share of all steps that are done."""
    if "break_even" not in found:
        return (1 + len(found["seen"]) / AT_ONCE) / STEPS
    return (2 + LOOKS + ("price" in found) + len(found["savings"])) / STEPS


def view_of(values, known):
    """Return the view of the costs and of what is found out so far."""
    result, found = known
    return View(
        headline=headline(result),
        figures=figures(result, found.get("price")),
        compared=[compared("What each way costs", COMPARED)],
        table=table(result),
        charts=[chart(result), bars(result, found["savings"])],
        notes=notes(result),
        progress=progress(found),
    )


def state_of(known):
    return known[1]


def calls(volume):
    return Quantity(volume, "calls/month")


def headline(result):
    """Return the cheapest option, and from which volumes on another one is."""
    volume = result["scenario"]["calls_per_month"]
    parts = {"calls": calls(volume), "winner": within(result["cheapest"])}
    here = Text("At {calls}, {winner} is cheapest.", **parts)
    if result["break_even"] is None:
        return here
    options = result["break_even"]["cheapest"]
    starts = result["break_even"]["volumes"]
    band = len([start for start in starts if start <= volume])
    if options[band] != result["cheapest"]:
        return here
    if band > 0:
        parts["below"] = within(options[band - 1])
        parts["from"] = calls(starts[band - 1])
    if band < len(starts):
        parts["above"] = within(options[band + 1])
        parts["to"] = calls(starts[band])
    parts["low"], parts["high"] = calls(break_even.SEARCH_FROM), calls(break_even.SEARCH_TO)
    return filled(HEADLINES[(band > 0, band < len(starts))], parts)


# by whether another option is cheapest at smaller volumes, and at larger ones
HEADLINES = {
    (False, False): "At {calls}, {winner} is cheapest, and so it is at each volume looked at from {low} "
    "to {high}.",
    (True, False): "At {calls}, {winner} is cheapest; below {from}, {below} is.",
    (False, True): "At {calls}, {winner} is cheapest; from {to} on, {above} is.",
    (True, True): "At {calls}, {winner} is cheapest; below {from}, {below} is, and from {to} on, {above}.",
}


def pairs(result):
    """Return the break-even of each pair of options; none while they are not known."""
    return result["break_even"]["pairs"] if result["break_even"] else []


def figures(result, price):
    """Return set-up, present value, cost per call of each option, and the break-even volumes and price."""
    shown = []
    for kind, label, unit, decimals in FIGURES:
        for way in WAYS:
            quantity = Quantity(result["options"][way.option][kind], unit, decimals)
            shown.append(Figure(kind + "_" + way.name, label.replace("{option}", way.label), quantity))
    for (name, label), between in zip(BREAK_EVENS, pairs(result)):
        for index, volume in enumerate(between["volumes"]):
            ending = "" if index == 0 else f"_{index + 1}"
            shown.append(Figure("break_even_" + name + ending, label, calls(volume)))
    if price is not None:
        label = "Price at which outsourced costs as much as in-house"
        shown.append(Figure("break_even_price", label, Quantity(price, "EUR/minute", 3)))
    return shown


def table(result):
    """Return what each line costs over the horizon, by option, with the totals."""
    names = []
    labels = {}
    totals = {}
    for way in WAYS:
        for line in result["options"][way.option]["lines"]:
            if line["name"] not in labels:
                names.append(line["name"])
                labels[line["name"]] = line["label"]
            totals[(way.option, line["name"])] = line["total"]
    rows = [[labels[name]] + [totals.get((way.option, name)) for way in WAYS] for name in names]
    for label, kind in (
        ("Total", "total"),
        ("of which before the first call", "set_up"),
        ("a month", "monthly"),
    ):
        rows.append([label] + [result["options"][way.option][kind] for way in WAYS])
    columns = [Column("line", "Cost over the whole time")]
    columns.extend([Column(way.name, way.label, "EUR") for way in WAYS])
    return Table("What each way costs, line by line", columns, rows)


# by whether in-house and a mix have, in the end, spent less than outsourcing after more at the start
PAYBACKS = {
    (False, False): "Neither in-house nor mixed begins with more spent than outsourced and ends with less.",
    (True, False): "From month {payback_in_house} on, in-house has spent less than outsourced.",
    (False, True): "From month {payback_mixed} on, mixed has spent less than outsourced.",
    (
        True,
        True,
    ): "From month {payback_in_house} on, in-house has spent less than outsourced; mixed, from month "
    "{payback_mixed} on.",
}


def chart(result):
    """Return the money spent so far, by month, of the three options."""
    months = result["scenario"]["horizon_months"]
    paybacks = [
        (result["payback"][option], name) for option, name in (("in-house", "in_house"), ("mixed", "mixed"))
    ]
    parts = {"months": Quantity(months, "months")}
    for way in WAYS:
        parts["set_up_" + way.name] = euros(result["options"][way.option]["set_up"])
        parts["total_" + way.name] = euros(result["options"][way.option]["total"])
    for month, name in paybacks:
        if month is not None:
            parts["payback_" + name] = Quantity(month)
    sentences = (
        "Three lines rise from left to right. Before the first call in-house has spent {set_up_in_house}, "
        "outsourced {set_up_outsourced} and mixed {set_up_mixed}; after {months} it is {total_in_house}, "
        "{total_outsourced} and {total_mixed}. "
    ) + PAYBACKS[(paybacks[0][0] is not None, paybacks[1][0] is not None)]
    labels = {"in_house": "In-house has paid back", "mixed": "Mixed has paid back"}
    return LineChart(
        "Money spent so far",
        Text(sentences, **parts),
        Axis("Month", "months"),
        Axis("Spent so far", "EUR"),
        [(way.name, way.label, list(enumerate(result["options"][way.option]["cumulated"]))) for way in WAYS],
        [(month, labels[name]) for month, name in paybacks if month is not None],
    )


def two_cheapest(result):
    """Return the option with the least present value of costs, and the next that costs another amount."""
    order = sorted([(result["options"][way.option]["npv"], index) for index, way in enumerate(WAYS)])
    dearer = [index for npv, index in order[1:] if npv - order[0][0] >= 0.01]
    return [WAYS[order[0][1]].option, WAYS[dearer[0] if dearer else order[1][1]].option]


def savings(result, name):
    """Return an input's name, and what the cheapest option saves against the next at its low and high end."""
    best, second = two_cheapest(result)
    row = costs.sensitivity(result["scenario"], [name], CHANGE)[0]
    return [name] + [row[end][second] - row[end][best] for end in ("npv_low", "npv_high")]


# by whether some input within its range makes the next option the cheaper one
OVERTURNED = {
    False: "None of them makes {second} the cheaper of the two.",
    True: "Each of these alone makes {second} the cheaper of the two: {names}.",
}


def bars(result, known):
    """Return how far each input moves what the cheapest option saves; what is not known yet has no length."""
    best, second = two_cheapest(result)
    base = result["options"][second]["npv"] - result["options"][best]["npv"]
    found = {name: ends for name, *ends in known}
    spans = [(name, found.get(name, [base, base])) for name in VARIED]
    order = sorted([(-abs(ends[1] - ends[0]), index) for index, (_, ends) in enumerate(spans)])
    spans = [spans[index] for _, index in order]
    longest, ends = spans[0]
    overturning = [assumptions.find(name).label for name, ends in spans if min(ends) < 0]
    parts = {
        "all": Quantity(len(VARIED)),
        "change": Quantity(CHANGE, "share"),
        "best": within(best),
        "second": within(second),
        "saving": euros(base),
    }
    sentences = "In present value {best} saves {saving} against {second}. "
    if len(known) < len(VARIED):
        parts["done"] = Quantity(len(known))
        sentences += "Of {all} inputs, {done} have been lowered and raised by {change}, one at a time. "
    else:
        sentences += "Each of {all} inputs is lowered and raised by {change}, one at a time. "
    if known:
        parts.update(longest=assumptions.find(longest).label, low=euros(ends[0]), high=euros(ends[1]))
        sentences += "The longest bar is {longest}: from {low} when lowered to {high} when raised. "
    sentences += OVERTURNED[bool(overturning)]
    if overturning:
        parts["names"] = ", ".join(overturning)
    return RangeChart(
        "What moves the choice most",
        Text(sentences, **parts),
        Axis(
            "What {best} saves against {second}".replace("{best}", parts["best"]).replace(
                "{second}", parts["second"]
            ),
            "EUR",
        ),
        base,
        [(assumptions.find(name).label, ends[0], "lower", ends[1], "higher") for name, ends in spans],
    )


# (section, sentence by who is cheaper from small volumes to large, sentence for several changes) of each pair
PAIR_NOTES = (
    (
        "outsourcing#gains",
        {
            "outsourced, in-house": "Below {volume}, outsourcing is cheaper than in-house; above it, dearer: "
            "a large centre spreads what is fixed, and keeps its agents busier.",
            "in-house, outsourced": "Below {volume}, in-house is cheaper than outsourcing; above it, dearer.",
            "in-house": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "in-house is cheaper than outsourcing at each.",
            "outsourced": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "outsourcing is cheaper than in-house at each.",
        },
        "The cheaper of in-house and outsourcing changes {times} times from {low} to {high}, first at "
        "{volume}.",
    ),
    (
        "mixed-solution#three-ways",
        {
            "mixed, in-house": "Below {volume}, a mix is cheaper than in-house; above it, dearer.",
            "in-house, mixed": "Below {volume}, in-house is cheaper than a mix; above it, dearer.",
            "in-house": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "in-house is cheaper than a mix at each.",
            "mixed": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "a mix is cheaper than in-house at each.",
        },
        "The cheaper of in-house and a mix changes {times} times from {low} to {high}, first at {volume}.",
    ),
    (
        "mixed-solution#what-to-keep",
        {
            "outsourced, mixed": "Below {volume}, outsourcing is cheaper than a mix; above it, dearer.",
            "mixed, outsourced": "Below {volume}, a mix is cheaper than outsourcing; above it, dearer.",
            "outsourced": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "outsourcing is cheaper than a mix at each.",
            "mixed": "No break-even at the volumes looked at, from {low} to {high} in steps of a tenth: "
            "a mix is cheaper than outsourcing at each.",
        },
        "The cheaper of outsourcing and a mix changes {times} times from {low} to {high}, first at {volume}.",
    ),
)


# why the cheaper of two changes more than once, as `break_even` names it
REASONS = (
    (
        "minimum",
        "Lines cross twice where a vendor bills a minimum: with few calls it weighs on each of them, with "
        "more it does not, and in the end size favours own agents.",
    ),
    (
        "bands",
        "Lines cross twice where a discount for volume begins between: from there on each call more costs "
        "less.",
    ),
    (
        "steps",
        "Where two ways cost nearly the same, whole agents and whole seats make the cheaper one change to "
        "and fro: each is a step, and a little more or less of anything moves these volumes.",
    ),
)


# (what the account rests on, sentence, section) of each thing beyond its amounts
PREMISES = (
    (
        "counted",
        "The calls a month hold the repeats of a centre that settles {counted} the first time. For the same "
        "matters own agents, who settle {own}, have {own_calls} of these calls; the vendor, who settles "
        "{vendor}, has {vendor_calls}.",
        "assumptions#calls-counted",
    ),
    (
        "promise",
        "Own agents and the vendor's are asked for the same, {promise} in time. The vendor's price is for "
        "{quoted}; it bills in proportion to the hours that the promise takes.",
        "outsourcing#contracts",
    ),
    (
        "in-house",
        "The centre there is, is not paid for again. Of the agents an option does not need any more, "
        "{severed} get severance, {moved} go over to a vendor if there is one, and the others are placed "
        "elsewhere; empty seats cost rent for another {lease}. These shares are assumed.",
        "assumptions#where-one-starts",
    ),
    (
        "vendor",
        "The vendor there is knows the work and is not set up again. Who leaves it for own agents pays "
        "{exit} at the start. It has no agents of the firm to give back: that is assumed.",
        "assumptions#where-one-starts",
    ),
    (
        "tax",
        "Of {rate} value added tax the firm recovers {recovered}. The rest is a cost of all it buys, a "
        "vendor's bill above all; wages carry none.",
        "assumptions#tax-not-recovered",
    ),
    (
        "software",
        "Software settles {settles} of the calls and passes {passes_on} on after trying; a call left to "
        "people lasts {longer} times as long. All of this is assumed: no source says it of your calls.",
        "assumptions#software-that-answers",
    ),
)


def premises(values):
    """Return what the account rests on: what is counted, promised, there at the start, taxed, automatic."""
    holds = {
        "counted": True,
        "promise": values["service_level"] != values["quoted_service_level"],
        "in-house": values["starts_from"] == "in-house",
        "vendor": values["starts_from"] == "vendor",
        "tax": values["vat_rate"] > 0 and values["vat_recoverable"] < 1,
        "software": values["bot_settles"] + values["bot_passes_on"] > 0,
    }
    own, vendor = [workload.calls_factor(values, values[side + "_resolution"]) for side in ("own", "vendor")]
    parts = {
        "counted": share(values["counted_resolution"], 0),
        "own": share(values["own_resolution"], 0),
        "vendor": share(values["vendor_resolution"], 0),
        "own_calls": share(own),
        "vendor_calls": share(vendor),
        "promise": share(values["service_level"], 0),
        "quoted": share(values["quoted_service_level"], 0),
        "severed": share(values["leavers_with_severance"], 0),
        "moved": share(values["leavers_transferred"], 0),
        "lease": Quantity(values["lease_months_left"], "months"),
        "exit": euros(values["exit_cost"]),
        "rate": share(values["vat_rate"]),
        "recovered": share(values["vat_recoverable"], 0),
        "settles": share(values["bot_settles"], 0),
        "passes_on": share(values["bot_passes_on"], 0),
        "longer": Quantity(workload.automation_factor(values), "", 2),
    }
    return [Note(filled(sentence, parts), reference) for name, sentence, reference in PREMISES if holds[name]]


def notes(result):
    """Return a sentence on each pair's break-even, why there are several, and what the figures rest on."""
    found = []
    for (reference, sentences, several), between in zip(PAIR_NOTES, pairs(result)):
        parts = {"low": calls(break_even.SEARCH_FROM), "high": calls(break_even.SEARCH_TO)}
        if between["volumes"]:
            parts["volume"] = calls(between["volumes"][0])
            parts["times"] = Quantity(len(between["volumes"]))
        sentence = sentences.get(", ".join(between["cheaper"]), several)
        found.append(Note(filled(sentence, parts), reference))
    named = [reason for between in pairs(result) for reason in between["reasons"]]
    found.extend([Note(Text(sentence)) for reason, sentence in REASONS if reason in named])
    found.extend(premises(result["scenario"]))
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


WEEKENDS_BY = (("vendor", "the vendor"), ("in-house", "own agents"))
AGENTS_FROM = (("firm", "the firm"), ("agency", "an agency"))
EQUIPMENT_FROM = (("firm", "the firm's"), ("vendor", "a vendor's"))
STARTS_FROM = (("nothing", "nothing"), ("in-house", "a centre of its own"), ("vendor", "a vendor"))

# the scenarios of the book's chapters
PRESETS = (
    Preset("Appliance firm: the board's two papers", {}),
    Preset(
        "Appliance firm: own agents from nine to five", {"in_house_opens_hour": 9, "in_house_closes_hour": 17}
    ),
    Preset(
        "Appliance firm: an agency's agents in its own cell", {"mixed_by": "nothing", "agents_from": "agency"}
    ),
    Preset("Appliance firm: secondary activities to the vendor", {"mixed_by": "activity"}),
    Preset("Appliance firm: overflow above a cell of 12", {"mixed_by": "overflow"}),
    Preset("Appliance firm: no nights and no weekends", {"night_share": 0.0, "weekend_share": 0.0}),
    Preset("A vendor's equipment under own agents", {"mixed_by": "nothing", "equipment_from": "vendor"}),
    Preset("Small firm with a quarter of the calls", {"calls_per_month": 10_000}),
    Preset(
        "Invented: a bank's help desk, which recovers no value added tax",
        {"calls_per_month": 30_000, "vat_recoverable": 0.0},
    ),
    Preset(
        "Invented: a firm that has a centre of its own",
        {"calls_per_month": 30_000, "starts_from": "in-house"},
    ),
    Preset(
        "Invented: software settles a quarter of the calls (values assumed)",
        {"bot_settles": 0.25, "bot_passes_on": 0.2},
    ),
)

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
                    "handle_seconds", 60.0, 900.0, 5.0, "From the greeting to the end of the work after it."
                ),
                slider(
                    "night_share", 0.0, 0.5, 0.01, "Before 07:00 and from 21:00 on; at 0 nobody works then."
                ),
                slider(
                    "weekend_share",
                    0.0,
                    0.5,
                    0.01,
                    "On Saturdays and Sundays; at 0 the centre is closed then.",
                ),
            ),
        ),
        Group(
            "Service",
            (
                slider(
                    "service_level", 0.5, 0.95, 0.01, "The promise, to own callers and the vendor's alike."
                ),
                slider(
                    "own_resolution", 0.4, 1.0, 0.01, "Who is not settled may call again, to the same side."
                ),
                slider("vendor_resolution", 0.4, 1.0, 0.01, "Each call again is handled, and billed, again."),
                slider("callers_again", 0.0, 0.9, 0.05, "Each time anew; the others give up."),
                slider("vendor_service_deviation", -0.3, 0.15, 0.01, "At 0 it keeps what is asked of it."),
            ),
            is_open=False,
        ),
        Group(
            "In-house",
            (
                field("hourly_wage", 0.0, 100.0, 0.1, "Before what the employer pays on top.", 2),
                slider(
                    "shrinkage",
                    0.0,
                    0.6,
                    0.01,
                    "Leave, illness, breaks, meetings, training: paid, not on calls.",
                ),
                slider("attrition", 0.0, 1.5, 0.01, "Each must be found, hired and trained anew."),
                field(
                    "premises_monthly_cost",
                    0.0,
                    5000.0,
                    10.0,
                    "Rent, energy and furniture of a place to work.",
                ),
                field(
                    "premises_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Spent before the first call, whatever the size.",
                ),
                field(
                    "system_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Spent before the first call, whatever the size.",
                ),
            ),
        ),
        Group(
            "Vendor",
            (
                field(
                    "price_per_minute", 0.0, 5.0, 0.01, "Agents who wait for calls are the vendor's risk.", 2
                ),
                field("vendor_set_up", 0.0, 5_000_000.0, 1000.0, "Paid once, before the first call."),
                field("vendor_minimum", 0.0, 1_000_000.0, 100.0, "Owed even when fewer minutes are handled."),
                slider(
                    "governance_posts", 0.0, 10.0, 0.25, "People of the firm who check, steer and brief.", 2
                ),
            ),
        ),
        Group(
            "Mixed",
            (
                mixed_by(),
                slider("in_house_opens_hour", 0, 24, 1, "By hours: before, the vendor takes the calls."),
                slider("in_house_closes_hour", 0, 24, 1, "By hours: from then on, the vendor takes them."),
                choice("weekends_by", WEEKENDS_BY, "By hours: on Saturdays, Sundays and public holidays."),
                slider("cell_agents", 1, 100, 1, "By overflow: no more of them are there at once."),
                slider(
                    "overflow_after_seconds",
                    0.0,
                    120.0,
                    5.0,
                    "By overflow: who has waited so long for own agents goes to the vendor.",
                ),
                slider(
                    "secondary_share", 0.0, 1.0, 0.05, "By activity: the vendor takes these; help desk stays."
                ),
                choice("agents_from", AGENTS_FROM, "An agency selects, trains and pays its agents."),
                choice("equipment_from", EQUIPMENT_FROM, "A vendor may own and run the equipment."),
            ),
            is_open=False,
        ),
        Group(
            "Start and end",
            (
                choice("starts_from", STARTS_FROM, "What is there is not paid for again; leaving it is."),
                slider("leavers_with_severance", 0.0, 1.0, 0.05, "From the firm's own centre."),
                slider(
                    "leavers_transferred", 0.0, 1.0, 0.05, "From the firm's own centre; the rest is placed elsewhere."
                ),
                slider("lease_months_left", 0, 60, 1, "Seats that stand empty cost rent until then."),
                slider("residual_share", 0.0, 1.0, 0.05, "Of seats, telephone system and software."),
                field("own_exit_cost", 0.0, 1_000_000.0, 1000.0, "In the last month, where there is one."),
                field(
                    "exit_cost",
                    0.0,
                    1_000_000.0,
                    1000.0,
                    "In the last month; at the start, of who leaves one.",
                ),
            ),
            is_open=False,
        ),
        Group(
            "Software that answers",
            (
                slider(
                    "bot_settles", 0.0, 0.9, 0.01, "They reach nobody; easy ones, so the others are harder."
                ),
                slider("bot_passes_on", 0.0, 1.0, 0.01, "These are told twice, and last longer."),
                slider("bot_harder_factor", 1.0, 2.0, 0.05, "Where software settles any.", 2),
                slider("bot_retold_factor", 1.0, 2.0, 0.05, "Against the other calls left to people.", 2),
                field("bot_price_per_call", 0.0, 20.0, 0.05, "Settled or passed on.", 2),
                field("bot_set_up", 0.0, 5_000_000.0, 1000.0, "Once, if software takes any call."),
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
                slider("volume_growth", -0.3, 0.3, 0.01, "Calls of a year against those of the year before."),
                slider("vat_rate", 0.0, 0.3, 0.005, "On what is bought, not on wages; France, 2014.", 1),
                slider(
                    "vat_recoverable",
                    0.0,
                    1.0,
                    0.05,
                    "Banks, insurers, care and public bodies: often little.",
                ),
            ),
            is_open=False,
        ),
    ),
    presets=PRESETS,
    refine=refine_by(step, view_of, state_of),
)
