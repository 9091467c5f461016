"""Three ways to run the same centre: what each costs, month by month, and where the cheapest changes."""

import math

from ..model import assumptions, costs, workload
from ..model.costs import account, break_even
from ..model.costs.vendor import price_name
from .shared.charts import Axis, GridChart, Handle, LineChart, RangeChart
from .shared.inputs import choice, field, logarithmic, mixed_by, own_closing, own_opening, slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import ChoiceGuess, GuessOption, Scene, the_one_with
from .shared.needs import Need, at, not_at
from .shared.quantities import euros, share
from .shared.refining import refine_by
from .shared.remembering import LastAnswer, LastScenario
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled
from .shared.ways import WAYS, compared, label_of
from .shared.ways import find as find_way

# (kind, unit, decimals, label for each way)
FIGURES = (
    (
        "set_up",
        "EUR",
        0,
        (
            "In-house: money before the first call",
            "Outsourced: money before the first call",
            "Mixed: money before the first call",
        ),
    ),
    (
        "npv",
        "EUR",
        0,
        (
            "In-house: present value of all costs",
            "Outsourced: present value of all costs",
            "Mixed: present value of all costs",
        ),
    ),
    (
        "cost_per_call",
        "EUR/call",
        2,
        ("In-house: cost of a call", "Outsourced: cost of a call", "Mixed: cost of a call"),
    ),
    (
        "present_per_call",
        "EUR/call",
        2,
        (
            "In-house: present value, for each call",
            "Outsourced: present value, for each call",
            "Mixed: present value, for each call",
        ),
    ),
)
COMPARED = (
    ("Present value of all costs", "npv", "low"),
    ("The same, for each call", "present_per_call", "low"),
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
# costs that are worked out before the first picture, six volumes of them; and in a step, which a moving hand
# waits for
AT_FIRST, AT_ONCE = 18, 12
PICTURES = 10  # of a long run
BETWEEN = 7  # of the volumes looked at, one in so many is varied too
NEARLY_EQUAL = 1  # cents: options that differ by less cost the same
HIGHEST = 6  # times the least cost of a call: what the curves show, so that one sees them cross
# the map of volume by price
MAP_CALLS = (1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000)
MAP_PRICES = (1.4, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6)  # of the price there is
MOST_REMEMBERED = 10_000  # costs; a scenario has some 1,300
MOST_VOLUMES = 80  # no fewer than are looked at
LOOKING = 6  # how much of a long run is looking at volumes; each other part is 1
PARTS = LOOKING + len(break_even.PAIRS) + 1 + len(VARIED) + len(MAP_PRICES)
CELLS = len(MAP_PRICES) * len(MAP_CALLS)


def nothing_yet(others):
    return {}


# By a scenario whatever its volume: what options cost, in cents, at the volumes, inputs and prices looked at.
known_costs = LastAnswer(nothing_yet)
scenario_of = LastScenario()


def step(values, state):
    """Return what the three options cost, and what is `found` out bit by bit: the state of the next step.

    What the options cost is None where too little was found out for another picture.
    """
    complete = assumptions.complete(values)
    scenario = scenario_of(complete)
    known = known_costs(dict(complete, calls_per_month=None))
    if len(known) > MOST_REMEMBERED:
        known.clear()
    finding = Finding(scenario, known, state)
    finding.go_on(AT_FIRST if state is None else AT_ONCE)
    found = finding.found
    if state is not None and not is_news(state, found):
        return None, found
    result = costs.accounts(scenario)
    result["break_even"] = found.get("break_even")
    result["curves"] = finding.looking.curves()
    return result, found


def is_news(state, found):
    """Tell whether enough was found out since an earlier state for another picture."""
    for name in ("break_even", "price"):
        if name in found and name not in state:
            return True
    return int(progress(state) * PICTURES) < int(progress(found) * PICTURES)


class Finding:
    """What is found out of a scenario bit by bit, in an order that does not change.

    Parameters
    ----------
    scenario : Scenario
    known : dict
        What options cost at other volumes, inputs and prices, in cents; what is worked out is added.
    state : dict or None
        What was `found` so far.

    Attributes
    ----------
    found : dict
        Never changed, always made anew. What the search for break-even volumes has ``seen``, and its
        ``pairs``; then ``break_even`` and the ``margins`` by which the cheapest is so; the break-even
        ``price``; the ``savings`` at both ends of each input varied, with the margins left ``so_far`` by the
        one that is being varied; and the cells of the ``map``, row by row.
    """

    NOT_REMEMBERED = ("find_price", "vary")  # each is a step of its own

    def __init__(self, scenario, known, state):
        self.scenario = scenario
        self.known = known
        self.found = state or {"seen": [], "pairs": [], "savings": [], "so_far": [], "map": []}
        self.looking = break_even.Volumes(scenario, self.found["seen"], known)

    def go_on(self, enough):
        """Find out more, until so many costs were worked out."""
        before = len(self.known)
        part = self.next_part()
        if part in self.NOT_REMEMBERED:
            getattr(self, part)()
        while part not in ("",) + self.NOT_REMEMBERED and len(self.known) < before + enough:
            getattr(self, part)()
            part = self.next_part()

    def next_part(self):
        """Return the name of what is to be found out next; "" where nothing is left."""
        found = self.found
        if not self.looking.is_complete:
            return "look"
        if "break_even" not in found:
            return "find_pair"
        if "price" not in found:
            return "find_price"
        if len(found["savings"]) < len(VARIED):
            return "vary_elsewhere" if len(found["so_far"]) < len(found["margins"]) else "vary"
        return "add_cell" if len(found["map"]) < CELLS else ""

    def add(self, **more):
        self.found = dict(self.found, **more)

    def look(self):
        self.looking.look(1)
        self.add(seen=self.looking.seen)

    def find_pair(self):
        pairs = self.found["pairs"]
        pairs = pairs + [self.looking.changes(break_even.PAIRS[len(pairs)])]
        self.add(pairs=pairs)
        if len(pairs) == len(break_even.PAIRS):
            self.add(break_even=self.looking.put_together(pairs), margins=margins_at(self.looking))

    def find_price(self):
        self.add(price=break_even.price(self.scenario.values)["price"])

    def vary_elsewhere(self):
        so_far, name = self.found["so_far"], VARIED[len(self.found["savings"])]
        left = least_margin(self.known, self.looking.options, name, *self.found["margins"][len(so_far)])
        self.add(so_far=so_far + [left])

    def vary(self):
        savings = self.found["savings"]
        varied = savings_of(self.known, self.looking.options, VARIED[len(savings)])
        self.add(savings=savings + [varied], margins=self.found["so_far"], so_far=[])

    def add_cell(self):
        cells = self.found["map"]
        self.add(map=cells + [cheapest_at(self.known, self.looking.options, len(cells))])


def margins_at(looking):
    """Return (calls a month, cheapest, how much dearer the next is as a share of it) at some volumes."""
    found = []
    for volume, present in looking.curves()[::BETWEEN]:
        cheapest = account.NAMES[present.index(min(present))]
        found.append([volume, cheapest, margin(dict(zip(account.NAMES, present)), cheapest)])
    return found


def margin(present, cheapest):
    """Return how much dearer than an option the next one is, as a share of it; one that costs the same aside.

    Below 0 where it is not the cheapest.
    """
    least = present[cheapest]
    others = [cost for cost in present.values() if abs(cost - least) >= NEARLY_EQUAL]
    return (min(others) - least) / least if others and least > 0 else 1.0


def least_margin(known, options, name, volume, cheapest, least):
    """Return a volume, its cheapest, and the margin left once an input was a tenth lower, and higher."""
    for factor in (1 - CHANGE, 1 + CHANGE):
        if least > 0:
            least = min(least, margin(varied_costs(known, options, name, factor, volume), cheapest))
    return [volume, cheapest, least]


def savings_of(known, options, name):
    """Return an input's name, and what the cheapest option saves against the next at its low and high end."""
    values = options["mixed"].values
    here = costs_of(known, options, {"calls_per_month": values["calls_per_month"]})
    best, second = two_cheapest({option: cost / 100 for option, cost in here.items()})
    row = costs.sensitivity(values, [name], CHANGE)[0]
    return [name] + [row[end][second] - row[end][best] for end in ("npv_low", "npv_high")]


def varied_costs(known, options, name, factor, volume):
    """Return what each option costs at a volume, in cents, where an input is so many times what it is."""
    changed = {"calls_per_month": volume}
    base = volume if name in changed else options["mixed"].values[name]
    changed[name] = assumptions.find(name).near(base * factor)
    return costs_of(known, options, changed)


def costs_of(known, options, changed):
    """Return what each option costs with a volume, and maybe one more value, changed; in cents."""
    found = {}
    for option in account.NAMES:
        key = (option,) + tuple(sorted(changed.items()))
        if key not in known:
            known[key] = account.present_cost(options[option].varied(changed))
        found[option] = known[key]
    return found


def map_prices(values):
    """Return the name of the vendor's price, and the prices of the map."""
    known = assumptions.find(price_name(values["tariff"]))
    base = values[known.name] or known.value
    return known, [known.near(base * factor) for factor in MAP_PRICES]


def cheapest_at(known, options, cell):
    """Return who is cheapest in a cell of the map."""
    price, prices = map_prices(options["mixed"].values)
    row, column = divmod(cell, len(MAP_CALLS))
    found = costs_of(known, options, {"calls_per_month": MAP_CALLS[column], price.name: prices[row]})
    present = [found[option] for option in account.NAMES]
    return WAYS[present.index(min(present))].name


def progress(found):
    """Return the share of all parts that are done."""
    looked = LOOKING if found["pairs"] else LOOKING * len(found["seen"]) / MOST_VOLUMES
    rows = len(found["map"]) / len(MAP_CALLS)
    return (looked + len(found["pairs"]) + ("price" in found) + len(found["savings"]) + rows) / PARTS


def is_shown(values, state, known):
    """Tell whether a step has worked out what a picture shows."""
    return known[0] is not None


def view_of(values, known):
    """Return the view of the costs and of what is found out so far."""
    result, found = known
    return View(
        headline=headline(result),
        figures=figures(result, found.get("price")),
        compared=[compared("What each way costs", COMPARED)],
        table=table(result),
        charts=[
            curves_chart(result, found),
            chart(result),
            map_chart(result, found),
            bars(result, found["savings"]),
        ],
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
    parts = {"calls": Quantity(volume), "winner": label_of(result["cheapest"])}
    here = Text("Cheapest at {calls} a month: {winner}.", **parts)
    if result["break_even"] is None:
        return here
    options = result["break_even"]["cheapest"]
    starts = result["break_even"]["volumes"]
    band = len([start for start in starts if start <= volume])
    if options[band] != result["cheapest"]:
        return here
    if band > 0:
        parts["below"] = label_of(options[band - 1])
        parts["from"] = Quantity(starts[band - 1])
    if band < len(starts):
        parts["above"] = label_of(options[band + 1])
        parts["to"] = Quantity(starts[band])
    parts["low"], parts["high"] = Quantity(break_even.SEARCH_FROM), Quantity(break_even.SEARCH_TO)
    return filled(HEADLINES[(band > 0, band < len(starts))], parts)


# by whether another option is cheapest at smaller volumes, and at larger ones
HEADLINES = {
    (
        False,
        False,
    ): "Cheapest at {calls} a month: {winner}. It is so at each volume looked at, from {low} to {high}.",
    (True, False): "Cheapest at {calls} a month: {winner}. Below {from}: {below}.",
    (False, True): "Cheapest at {calls} a month: {winner}. From {to} on: {above}.",
    (True, True): "Cheapest at {calls} a month: {winner}. Below {from}: {below}. From {to}: {above}.",
}


def pairs(result):
    """Return the break-even of each pair of options; none while they are not known."""
    return result["break_even"]["pairs"] if result["break_even"] else []


def figures(result, price):
    """Return set-up, present value, cost per call of each option, and the break-even volumes and price."""
    shown = []
    for kind, unit, decimals, labels in FIGURES:
        for way, label in zip(WAYS, labels):
            one = result["options"][way.option]
            amount = one["npv"] / one["calls"] if kind == "present_per_call" else one[kind]
            shown.append(Figure(kind + "_" + way.name, label, Quantity(amount, unit, decimals)))

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
    (False, False): "Neither in-house nor mixed spends more than outsourced at the start and less in the "
    "end.",
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
        "{total_outsourced} and {total_mixed}.",
        PAYBACKS[(paybacks[0][0] is not None, paybacks[1][0] is not None)],
    )
    labels = {"in_house": "In-house has paid back", "mixed": "Mixed has paid back"}
    return LineChart(
        "Money spent so far",
        Text(sentences, **parts),
        Axis("Month", "months"),
        Axis("Spent so far", "EUR"),
        [(way.name, way.label, list(enumerate(result["options"][way.option]["cumulated"]))) for way in WAYS],
        [(month, labels[name]) for month, name in paybacks if month is not None],
    )


CURVES = (
    "Look where the curves cross. Three of them fall from left to right: what a call costs in-house, "
    "outsourced and mixed, by calls a month. At {calls} it is {in_house} in-house, {outsourced} outsourced "
    "and {mixed} mixed."
)
# by what is known of who is cheapest at other volumes
GROUNDS = {
    "coarse": "The pale background shows roughly who is cheapest; it is being worked out.",
    "pale": "The background shows who is cheapest; how firmly is being worked out.",
    "firm": "The background shows who is cheapest: dark where no input, a tenth lower or higher, changes "
    "that, pale where one does. Where you are, it is dark.",
    "open": "The background shows who is cheapest: dark where no input, a tenth lower or higher, changes "
    "that, pale where one does. Where you are, it is pale.",
}


def curves_chart(result, found):
    """Return what a call costs by volume, who is cheapest where, and where the reader is."""
    volume = result["scenario"]["calls_per_month"]
    calls_of_a_volume = result["options"]["in-house"]["calls"] / volume
    series, here = [], {}
    for index, way in enumerate(WAYS):
        points = [(each, costs[index] / 100 / calls_of_a_volume / each) for each, costs in result["curves"]]
        here[way.name] = result["options"][way.option]["npv"] / calls_of_a_volume / volume
        points = [point for point in points if point[0] != volume] + [(volume, here[way.name])]
        series.append((way.name, way.label, sorted(points)))
    grounds = grounds_of(result, found)
    parts = {way.name: Quantity(here[way.name], "EUR/call", 2) for way in WAYS}
    parts["calls"] = calls(volume)
    every = [cost for _, _, points in series for _, cost in points]
    is_log = min(every) > 0
    ends = (0.9 * min(every), min(HIGHEST * min(every), max(every))) if is_log else None
    return LineChart(
        "What a call costs, by volume",
        Text((CURVES, GROUNDS[how_known(found, grounds, volume)]), **parts),
        Axis("Calls a month", is_log=True, ends=(break_even.SEARCH_FROM, break_even.SEARCH_TO)),
        Axis("Cost of a call, present value", "EUR/call", 2, is_log=is_log, ends=ends),
        series,
        grounds=grounds,
        spots=[(volume, min(here.values()), Text("You are here"))],
        handles=[Handle("calls_per_month", "x", volume)],
    )


def how_known(found, grounds, volume):
    """Return a key of `GROUNDS`."""
    if "break_even" not in found:
        return "coarse"
    if len(found["savings"]) < len(VARIED):
        return "pale"
    is_sure = [sure for start, end, _, sure in grounds if start <= volume <= end]
    return "firm" if is_sure and is_sure[0] else "open"


def grounds_of(result, found):
    """Return who is cheapest from which volume to which, and whether that is sure: a LineChart's grounds."""
    if "break_even" in found:
        starts, cheapest = found["break_even"]["volumes"], found["break_even"]["cheapest"]
    else:
        starts, cheapest = rough_stretches(result["curves"])
    ends = [break_even.SEARCH_FROM] + starts + [break_even.SEARCH_TO]
    is_varied = len(found["savings"]) == len(VARIED)
    grounds = []
    for start, end, option in zip(ends, ends[1:], cheapest):
        name = find_way(option).name
        at = start
        for sure_from, sure_to in sure_parts(found["margins"], option, start, end) if is_varied else ():
            grounds.extend([(at, sure_from, name, False), (sure_from, sure_to, name, True)])
            at = sure_to
        grounds.append((at, end, name, False))
    return [ground for ground in grounds if ground[0] < ground[1]]


def rough_stretches(curves):
    """Return from which volumes on another option is cheapest, and which are, by few volumes looked at."""
    starts, cheapest = [], []
    for index, (volume, present) in enumerate(curves):
        option = account.NAMES[present.index(min(present))]
        if not cheapest or option != cheapest[-1]:
            cheapest.append(option)
            if index:
                starts.append(math.sqrt(volume * curves[index - 1][0]))
    return starts, cheapest


def sure_parts(margins, option, start, end):
    """Return (from, to) of each part of a stretch in which no input varied makes another option cheaper.

    At the volumes between those that were varied the margin is taken to change evenly.
    """
    inside = [(volume, least) for volume, cheapest, least in margins if cheapest == option]
    inside = [(volume, least) for volume, least in inside if start <= volume <= end]
    edges = [(start, 0.0)] + inside + [(end, 0.0)]
    if inside and start == break_even.SEARCH_FROM:
        edges[0] = (start, inside[0][1])
    if inside and end == break_even.SEARCH_TO:
        edges[-1] = (end, inside[-1][1])
    parts = []
    for (low, at_low), (high, at_high) in zip(edges, edges[1:]):
        if max(at_low, at_high) <= 0:
            continue
        sure_from = low if at_low > 0 else between(low, high, at_low, at_high)
        sure_to = high if at_high > 0 else between(low, high, at_low, at_high)
        if parts and parts[-1][1] == sure_from:
            sure_from = parts.pop()[0]
        parts.append((sure_from, sure_to))
    return parts


def between(low, high, at_low, at_high):
    """Return the volume between two at which a margin is 0, which is above 0 at one of them.

    At an end of a stretch, where it is 0 at best, the volume is half way.
    """
    part = 0.5 if 0.0 in (at_low, at_high) else at_low / (at_low - at_high)
    return low * (high / low) ** part


MAPS = {
    True: "A grid of volumes and prices. Each field says who is cheapest there: in-house in {in_house} of "
    "{all}, outsourcing in {outsourced}, a mix in {mixed}. See how the vendor's part of the grid shrinks as "
    "its price rises.",
    False: "A grid of volumes and prices; who is cheapest in each of {all} fields is being worked out.",
}


def map_chart(result, found):
    """Return who is cheapest by volume and by the vendor's price."""
    known, prices = map_prices(result["scenario"])
    known_cells = found["map"]
    cells = known_cells + [None] * (CELLS - len(known_cells))
    width = len(MAP_CALLS)
    parts = {way.name: Quantity(known_cells.count(way.name)) for way in WAYS}
    parts["all"] = Quantity(CELLS)
    volume = result["scenario"]["calls_per_month"]
    return GridChart(
        "Who is cheapest, by volume and price",
        filled(MAPS[len(known_cells) == CELLS], parts),
        Axis("Calls a month", is_log=True),
        Axis(known.label, known.unit, 2),
        MAP_CALLS,
        prices,
        [(way.name, way.label) for way in WAYS],
        [cells[start : start + width] for start in range(0, CELLS, width)],
        (volume, result["scenario"][known.name], Text("You are here")),
    )


def two_cheapest(present):
    """Return the option that costs least, in EUR of present value, and the next that costs another amount."""
    order = sorted([(present[way.option], index) for index, way in enumerate(WAYS)])
    dearer = [index for cost, index in order[1:] if cost - order[0][0] >= 0.01]
    return [WAYS[order[0][1]].option, WAYS[dearer[0] if dearer else order[1][1]].option]


# by whether all inputs have been varied, and some within its range makes the next option the cheaper one
OVERTURNED = {
    (
        False,
        False,
    ): "Cheapest: {best}. Next: {second}, dearer by {saving} in present value. See how far each input moves "
    "that when it is a tenth lower and a tenth higher; {done} of {all} have been varied.",
    (
        False,
        True,
    ): "Cheapest: {best}. Next: {second}, dearer by {saving} in present value. See how far each input moves "
    "that when it is a tenth lower and a tenth higher; {done} of {all} have been varied. Each of these "
    "alone reverses the order of the two: {names}.",
    (
        True,
        False,
    ): "Cheapest: {best}. Next: {second}, dearer by {saving} in present value. See how far each of {all} "
    "inputs moves that when it is a tenth lower and a tenth higher. {longest} moves it most, from {low} "
    "when lowered to {high} when raised. None of them alone reverses the order of the two.",
    (
        True,
        True,
    ): "Cheapest: {best}. Next: {second}, dearer by {saving} in present value. See how far each of {all} "
    "inputs moves that when it is a tenth lower and a tenth higher. {longest} moves it most, from {low} "
    "when lowered to {high} when raised. Each of these alone reverses the order of the two: {names}.",
}


def bars(result, known):
    """Return how far each input moves what the cheapest option saves; what is not known yet has no length."""
    present = {option: account["npv"] for option, account in result["options"].items()}
    best, second = two_cheapest(present)
    base = present[second] - present[best]
    found = {name: ends for name, *ends in known}
    spans = [(name, found.get(name, [base, base])) for name in VARIED]
    order = sorted([(-abs(ends[1] - ends[0]), index) for index, (_, ends) in enumerate(spans)])
    spans = [spans[index] for _, index in order]
    longest, ends = spans[0]
    overturning = [assumptions.find(name).label for name, ends in spans if min(ends) < 0]
    parts = {
        "all": Quantity(len(VARIED)),
        "done": Quantity(len(known)),
        "best": label_of(best),
        "second": label_of(second),
        "saving": euros(base),
        "longest": assumptions.find(longest).label,
        "low": euros(ends[0]),
        "high": euros(ends[1]),
        "names": overturning,
    }
    return RangeChart(
        "What moves the choice most",
        filled(OVERTURNED[(len(known) == len(VARIED), bool(overturning))], parts),
        Axis("Lead over the next cheapest way", "EUR"),
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
        "Lines cross twice where a discount for volume begins between: from there on each further call "
        "costs less.",
    ),
    (
        "steps",
        "Where two ways cost nearly the same, whole agents and whole seats make the cheaper one switch back "
        "and forth: each is a step, and a little more or less of anything moves these volumes.",
    ),
)


# (what the account rests on, sentence, section) of each thing beyond its amounts
PREMISES = (
    (
        "counted",
        "The calls a month include the repeats of a centre that settles {counted} the first time. For the "
        "same matters, own agents, who settle {own}, get {own_calls} of these calls; the vendor, who "
        "settles {vendor}, gets {vendor_calls}.",
        "assumptions#calls-counted",
    ),
    (
        "promise",
        "Own agents and the vendor's have the same promise to keep, {promise} in time. The vendor's price "
        "is for {quoted}; it bills in proportion to the hours that the promise takes.",
        "outsourcing#contracts",
    ),
    (
        "thin",
        "A mix by hours pays the vendor the same price for the thin hours as for all calls. A vendor with "
        "agents for these hours alone would ask more: name its price for them before you trust the mix.",
        "what-a-mix-costs#does-it-stand",
    ),
    (
        "in-house",
        "The existing centre is not paid for again. Of the agents whom an option no longer needs, {severed} "
        "get severance pay, {moved} move to a vendor if there is one, and the others are placed elsewhere; "
        "empty seats cost rent for another {lease}. These shares are assumed.",
        "assumptions#where-one-starts",
    ),
    (
        "vendor",
        "The present vendor knows the work and is not set up again. A firm that leaves it for agents of its "
        "own pays {exit} at the start. The vendor has no agents of the firm's to give back: that is assumed.",
        "assumptions#where-one-starts",
    ),
    (
        "tax",
        "Of {rate} value added tax the firm recovers {recovered}. The rest adds to the cost of all it buys, "
        "above all a vendor's bill; wages bear no such tax.",
        "assumptions#tax-not-recovered",
    ),
    (
        "software",
        "Software settles {settles} of the calls and passes {passes_on} on after trying; a call left to "
        "people lasts {longer} times as long. All of this is assumed: no source says this about your calls.",
        "assumptions#software-that-answers",
    ),
)


def premises(values):
    """Return what the account rests on: what is counted, promised, priced, there before, taxed, automatic."""
    holds = {
        "counted": True,
        "promise": values["service_level"] != values["quoted_service_level"],
        "thin": values["mixed_by"] == "hours",
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
                "Most amounts here are illustrative; the table of assumptions says which are not. What "
                "money does not show comes under risks."
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

BY_HOURS = Need("The mix is not made by hours now.", at("mixed_by", "hours"))
BY_OVERFLOW = Need("The mix is not made by overflow now.", at("mixed_by", "overflow"))
BY_ACTIVITY = Need("The mix is not made by activity now.", at("mixed_by", "activity"))
ANY_WEEKEND = Need("The centre is closed at weekends now.", not_at("weekend_share", 0))
LEAVING_OWN = Need("The firm has no centre of its own to leave now.", at("starts_from", "in-house"))
NO_OWN_YET = Need("The firm has premises already.", not_at("starts_from", "in-house"))
NO_VENDOR_YET = Need("The firm has a vendor already.", not_at("starts_from", "vendor"))
ANY_SETTLED = Need("Software settles no call now.", not_at("bot_settles", 0))
ANY_PASSED_ON = Need("Software passes no call on now.", not_at("bot_passes_on", 0))
ANY_SOFTWARE = Need("Software answers no call now.", not_at("bot_settles", 0), not_at("bot_passes_on", 0))
TAX_LOST = Need(
    "The firm recovers all of the tax now, so its rate costs nothing.", not_at("vat_recoverable", 1)
)

GUESS = ChoiceGuess(
    "In-house costs most here, {before_npv_in_house} in all, and a mix least, {before_npv_mixed}. Now "
    "nobody calls at night or at weekends any more, and as many calls come in a month as before. Which way "
    "costs least?",
    {"night_share": 0.0, "weekend_share": 0.0},
    (
        GuessOption(
            "in-house",
            "in-house",
            "Yes: in-house costs {npv_in_house}, a mix {npv_mixed} and outsourcing {npv_outsourced}. "
            "Somebody had to be there at night and at weekends, however few called.",
        ),
        GuessOption(
            "outsourced",
            "outsourcing",
            "No: outsourcing costs {npv_outsourced}, as before, since a minute has one price by day and by "
            "night. In-house costs {npv_in_house}: nobody is paid to wait for a few calls any more.",
        ),
        GuessOption(
            "mixed",
            "a mix",
            "Not any more: a mix costs {npv_mixed} and in-house {npv_in_house}. Nobody is paid to wait for "
            "a few calls any more, and that wait was what the vendor spared own agents.",
        ),
    ),
    the_one_with(
        min, (("in-house", "npv_in_house"), ("outsourced", "npv_outsourced"), ("mixed", "npv_mixed"))
    ),
)
SCENES = (
    Scene(
        "Many more calls",
        {},
        "calls_per_month",
        250_000,
        "In-house a call costs {before_cost_per_call_in_house}, outsourced "
        "{before_cost_per_call_outsourced}. Go up to 250,000 calls a month.",
        "At 250,000 it costs {cost_per_call_in_house} in-house and {cost_per_call_outsourced} outsourced. "
        "What is paid once is spread over more calls; a price a minute is not.",
    ),
    Scene(
        "No more nights",
        {},
        "night_share",
        0.0,
        "Few calls come at night, and in-house a call costs {before_cost_per_call_in_house} on average. "
        "Close the line at night.",
        "It costs {cost_per_call_in_house} in-house now, and {cost_per_call_outsourced} outsourced, as "
        "before: the vendor's minute has one price, by day and by night.",
    ),
    Scene(
        "A better wage",
        {},
        "hourly_wage",
        20.0,
        "In-house a call costs {before_cost_per_call_in_house}. Pay own agents €20 an hour.",
        "It costs {cost_per_call_in_house} in-house now, and {cost_per_call_mixed} in a mix. Outsourced it "
        "stays at {cost_per_call_outsourced} until the next contract, though the vendor's people may want a "
        "rise too.",
    ),
    Scene(
        "A cheaper minute",
        {},
        "price_per_minute",
        0.65,
        "Bargain the vendor's price of a minute down to €0.65.",
        "Outsourcing costs {npv_outsourced} instead of {before_npv_outsourced}, a mix {npv_mixed} instead "
        "of {before_npv_mixed}: a mix buys fewer minutes, so the price matters less to it.",
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
            "What it turns on",
            (
                logarithmic("calls_per_month", 500, 500_000, "All calls that come in, on average."),
                field(
                    "price_per_minute", 0.0, 5.0, 0.01, "Agents who wait for calls are the vendor's risk.", 2
                ),
                field("hourly_wage", 0.0, 100.0, 0.1, "Before what the employer pays on top.", 2),
                slider(
                    "handle_seconds", 60.0, 900.0, 5.0, "From the greeting to the end of the work after it."
                ),
            ),
        ),
        Group(
            "When the calls come",
            (
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
            is_open=False,
        ),
        Group(
            "Service",
            (
                slider(
                    "service_level", 0.5, 0.95, 0.01, "The promise, to own callers and the vendor's alike."
                ),
                slider(
                    "own_resolution", 0.4, 1.0, 0.01, "Unsettled callers may call again, to the same side."
                ),
                slider("vendor_resolution", 0.4, 1.0, 0.01, "Each call again is handled, and billed, again."),
                slider("callers_again", 0.0, 0.9, 0.05, "Each time; the others give up."),
                slider("vendor_service_deviation", -0.3, 0.15, 0.01, "At 0 it keeps its promise exactly."),
            ),
            is_open=False,
        ),
        Group(
            "In-house",
            (
                slider(
                    "shrinkage",
                    0.0,
                    0.6,
                    0.01,
                    "Leave, illness, breaks, meetings, training: paid, not on calls.",
                ),
                slider("attrition", 0.0, 1.5, 0.01, "For each, somebody must be found, hired and trained."),
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
                    needs=(NO_OWN_YET,),
                ),
                field(
                    "system_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Spent before the first call, whatever the size.",
                ),
            ),
            is_open=False,
        ),
        Group(
            "Vendor",
            (
                field(
                    "vendor_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Paid once, before the first call.",
                    needs=(NO_VENDOR_YET,),
                ),
                field("vendor_minimum", 0.0, 1_000_000.0, 100.0, "Owed even when fewer minutes are handled."),
                slider(
                    "governance_posts",
                    0.0,
                    10.0,
                    0.25,
                    "The firm's people who check, steer and brief the vendor.",
                    2,
                ),
            ),
            is_open=False,
        ),
        Group(
            "Mixed",
            (
                mixed_by(),
                own_opening(BY_HOURS),
                own_closing(BY_HOURS),
                choice(
                    "weekends_by",
                    WEEKENDS_BY,
                    "By hours: on Saturdays, Sundays and public holidays.",
                    needs=(BY_HOURS, ANY_WEEKEND),
                ),
                slider(
                    "cell_agents",
                    1,
                    100,
                    1,
                    "By overflow: never more of them at once.",
                    needs=(BY_OVERFLOW,),
                ),
                slider(
                    "overflow_after_seconds",
                    0.0,
                    120.0,
                    5.0,
                    "By overflow: a caller who has waited this long for own agents goes to the vendor.",
                    needs=(BY_OVERFLOW,),
                ),
                slider(
                    "secondary_share",
                    0.0,
                    1.0,
                    0.05,
                    "By activity: the vendor takes these; help desk stays.",
                    needs=(BY_ACTIVITY,),
                ),
                choice("agents_from", AGENTS_FROM, "An agency selects, trains and pays its agents."),
                choice("equipment_from", EQUIPMENT_FROM, "A vendor may own and run the equipment."),
            ),
            is_open=False,
        ),
        Group(
            "Start and end",
            (
                choice(
                    "starts_from", STARTS_FROM, "What is already there is not paid for again; leaving it is."
                ),
                slider(
                    "leavers_with_severance",
                    0.0,
                    1.0,
                    0.05,
                    "From the firm's own centre.",
                    needs=(LEAVING_OWN,),
                ),
                slider(
                    "leavers_transferred",
                    0.0,
                    1.0,
                    0.05,
                    "From the firm's own centre; the rest is placed elsewhere.",
                    needs=(LEAVING_OWN,),
                ),
                slider(
                    "lease_months_left",
                    0,
                    60,
                    1,
                    "Seats that stand empty cost rent until then.",
                    needs=(LEAVING_OWN,),
                ),
                slider("residual_share", 0.0, 1.0, 0.05, "Of seats, telephone system and software."),
                field("own_exit_cost", 0.0, 1_000_000.0, 1000.0, "In the last month, where there is one."),
                field(
                    "exit_cost",
                    0.0,
                    1_000_000.0,
                    1000.0,
                    "In the last month; at the start, if a vendor is left.",
                ),
            ),
            is_open=False,
        ),
        Group(
            "Software that answers",
            (
                slider(
                    "bot_settles",
                    0.0,
                    0.9,
                    0.01,
                    "They reach nobody; they are easy, so the others are harder.",
                ),
                slider("bot_passes_on", 0.0, 1.0, 0.01, "Callers tell these twice, so they last longer."),
                slider(
                    "bot_harder_factor",
                    1.0,
                    2.0,
                    0.05,
                    "Where software settles any.",
                    2,
                    needs=(ANY_SETTLED,),
                ),
                slider(
                    "bot_retold_factor",
                    1.0,
                    2.0,
                    0.05,
                    "Against the other calls left to people.",
                    2,
                    needs=(ANY_PASSED_ON,),
                ),
                field(
                    "bot_price_per_call", 0.0, 20.0, 0.05, "Settled or passed on.", 2, needs=(ANY_SOFTWARE,)
                ),
                field(
                    "bot_set_up",
                    0.0,
                    5_000_000.0,
                    1000.0,
                    "Once, if software takes any call.",
                    needs=(ANY_SOFTWARE,),
                ),
            ),
            is_open=False,
        ),
        Group(
            "Money over time",
            (
                slider("horizon_months", 1, 60, 1, "How far ahead to look."),
                slider(
                    "discount_rate",
                    0.0,
                    0.25,
                    0.005,
                    "How much less money spent a year later is worth today.",
                    1,
                ),
                slider("volume_growth", -0.3, 0.3, 0.01, "Calls of a year against those of the year before."),
                slider(
                    "vat_rate",
                    0.0,
                    0.3,
                    0.005,
                    "On what is bought, not on wages; France, 2014.",
                    1,
                    needs=(TAX_LOST,),
                ),
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
    refine=refine_by(step, view_of, state_of, is_shown),
    figures_stay=True,
    guess=GUESS,
    scenes=SCENES,
)
