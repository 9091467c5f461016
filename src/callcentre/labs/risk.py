"""Risk and confidentiality: what the three ways may cost, and which controls against rare losses pay."""

from math import log

from ..model import assumptions
from ..model.costs import account
from ..model.numerics.randomness import MOST_SEED
from ..model.risk import rare_events, uncertainty
from ..model.workload.scenario import Scenario
from .shared.charts import Axis, BarChart, LineChart
from .shared.controls import Number, Slider, Switch
from .shared.inputs import field, logarithmic, mixed_by, slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import ChoiceGuess, GuessOption, Scene, the_one_with
from .shared.needs import Need, not_at
from .shared.quantities import euros, share
from .shared.refining import refine_by
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled
from .shared.ways import WAYS, compared

AT_FIRST, AT_A_TIME = 4, 6
KEPT = ("states", "own_shares", "costs")
LOSSES = ("losses", "controlled_losses")
NEARLY_SURE = 0.9
# (rare event, switch of its control, name in figures)
CONTROLS = (
    ("leak", "leak_control", "leak_control"),
    ("vendor-failure", "standby", "standby"),
    ("technology-change", "renewal", "renewal"),
)


def make_view(values):
    """Return the view of all futures, drawn at once."""
    return view_of(values, uncertainty.draw(scenario_of(values), values["seed"], values["futures"]))


def step(values, state):
    """Draw some more futures and return all so far."""
    scenario, seed = scenario_of(values), values["seed"]
    if state is None:
        return uncertainty.draw(scenario, seed, AT_FIRST)
    more = min(AT_A_TIME, values["futures"] - futures_of(state))
    return uncertainty.draw(scenario, seed, more, unpacked(scenario, seed, state))


def is_shown(values, state, drawn):
    """Tell whether there are so many futures more than at the last picture that another tells more."""
    now = futures_of(drawn)
    return state is None or now == values["futures"] or pictures_of(now) > pictures_of(futures_of(state))


def pictures_of(drawn):
    """Return how many pictures so many futures are worth: one more for each fifth more futures."""
    return int(log(drawn) / log(1.2))


def scenario_of(values):
    return {name: values[name] for name in SCENARIO}


def view_of(values, drawn):
    """Return the view of some futures."""
    risk = Risk(drawn, values)
    return View(
        headline=headline(risk, futures_of(drawn) == values["futures"]),
        figures=figures(risk),
        compared=[compared(caption, rows) for caption, rows in COMPARED],
        table=table(risk),
        charts=[cost_chart(risk), loss_chart(risk)],
        notes=notes(risk),
        progress=futures_of(drawn) / values["futures"],
    )


COMPARED = (
    (
        "What each way costs, and how certain that is",
        (
            ("Mean of the present value of all costs", "mean", "low"),
            ("Share of futures in which it is cheapest", "cheapest_share", "high"),
            ("Value at risk", "value_at_risk", "low"),
        ),
    ),
    (
        "Rare events, and what controls against them are worth",
        (
            ("Probability of a leak over the whole time", "leak_probability", "low"),
            ("Expected loss from leaks", "leak_loss", "low"),
            ("Expected loss from all rare events, with the controls' price", "rare_losses", "low"),
            ("Worth of controls against leaks", "worth_leak_control", None),
            ("Worth of a second vendor kept ready", "worth_standby", None),
            ("Worth of equipment kept open to change", "worth_renewal", None),
        ),
    ),
)


def futures_of(state):
    return len(state["costs"][account.NAMES[0]])


def packed(drawn):
    """Return what the next step need know of the futures so far, without the many losses of nothing.

    It holds the random streams, the costs and the losses drawn so far, and the share of calls that own agents
    take, by option.
    """
    losses = []
    for kind in LOSSES:
        for event in rare_events.NAMES:
            for option in account.NAMES:
                for future, loss in enumerate(drawn[kind][event][option]):
                    if loss:
                        losses.append([kind, event, option, future, loss])
    state = {name: drawn[name] for name in KEPT}
    state["losses"] = losses
    return state


def unpacked(scenario, seed, state):
    """Return what `uncertainty.draw` returned, but for the inputs it drew."""
    futures = futures_of(state)
    drawn = {name: state[name] for name in KEPT}
    drawn["scenario"] = assumptions.complete(scenario)
    drawn["seed"] = seed
    drawn["inputs"] = {name: [] for name in uncertainty.DRAWN}
    for kind in LOSSES:
        drawn[kind] = {
            event: {option: [0.0] * futures for option in account.NAMES} for event in rare_events.NAMES
        }
    for kind, event, option, future, loss in state["losses"]:
        drawn[kind][event][option][future] = loss
    return drawn


class Risk:
    """What the futures drawn tell, and what is known of rare events without drawing.

    Attributes
    ----------
    values : dict
        The scenario's values.
    own_shares : dict
        By option, the share of the calls that own agents take.
    result : dict
        As from `uncertainty.summary`.
    ways : list of (Way, dict)
        The ways to run a centre, and what is known of each.
    winner, second : tuple
        Of ``ways``: the one with the least mean cost, and of the others the one most often cheapest.
    worth : dict
        By event and option, as from `rare_events.worth_of_controls`.
    worse : dict
        What half as many shortcomings again add, as from `uncertainty.cost_of_shortcomings`.
    """

    def __init__(self, drawn, values):
        self.values = drawn["scenario"]
        self.own_shares = drawn["own_shares"]
        self.tail = values["tail"]
        self.controls = [event for event, switch, _ in CONTROLS if values[switch]]
        self.result = uncertainty.summary(drawn, self.controls, self.tail)
        self.ways = [(way, self.result["options"][way.option]) for way in WAYS]
        self.winner = [each for each in self.ways if each[0].option == self.result["cheapest"]][0]
        first, second = [each for each in self.ways if each is not self.winner]
        is_second = second[1]["cheapest"]["share"] > first[1]["cheapest"]["share"]
        self.second = second if is_second else first
        scenario = Scenario(self.values)
        self.years = rare_events.years(scenario)
        present_years = rare_events.present_years(scenario)
        self.worse = uncertainty.cost_of_shortcomings(self.values)
        self.worth = {}
        self.chances = {}
        for event in rare_events.EVENTS:
            for way in WAYS:
                key = (event.name, way.option)
                own_share = self.own_shares[way.option]
                self.worth[key] = rare_events.worth_of_control(event, self.values, own_share, present_years)
                self.chances[key] = self.chance(event, own_share)

    def worth_of(self, event, way):
        """Return what an event's control is worth to an option; None where the event costs it nothing."""
        worth = self.worth[(event, way.option)]
        return None if worth is None else euros(worth["worth"])

    def chance(self, event, own_share):
        """Return the probability that an event happens at least once over the horizon."""
        probability, _ = event.odds(self.values, own_share, event.name in self.controls)
        never = 1.0
        for part, _ in self.years:
            never *= 1 - probability * part
        return 1 - never


def futures(risk):
    return Quantity(risk.result["draws"])


# by how the option with the least mean fares in single futures
HEADLINES = {
    "sure": "Cheapest in {share} of {futures} futures: {winner}. What is uncertain hardly touches the "
    "choice.",
    "ahead": "Cheapest on average: {winner}, in {share} of {futures} futures. Next: {second}, in "
    "{second_share}.",
    "open": "Open. Cheapest on average: {winner}, in {share} of {futures} futures. Next: {second}, in "
    "{second_share}.",
    "behind": "Cheapest on average: {winner}. In more of the {futures} futures: {second}, in {second_share} "
    "against {share}.",
}
# while futures are still being drawn: without figures, so that it changes seldom
SO_FAR = {
    "sure": "So far the cheapest by far: {winner}. More futures are being drawn.",
    "ahead": "So far the cheapest: {winner}. More futures are being drawn.",
    "open": "So far the choice is open. More futures are being drawn.",
}
ENOUGH = 40  # futures before anything is said of them


def headline(risk, is_final):
    """Return which option is cheapest on average, and how often."""
    (winner, first), (runner_up, second) = [
        (way.label, known["cheapest"]) for way, known in (risk.winner, risk.second)
    ]
    parts = {
        "futures": futures(risk),
        "winner": winner,
        "share": share(first["share"], 0),
        "second": runner_up,
        "second_share": share(second["share"], 0),
    }
    if first["low"] >= NEARLY_SURE:
        standing = "sure"
    elif first["low"] > second["high"]:
        standing = "ahead"
    else:
        standing = "behind" if second["low"] > first["high"] else "open"
    if is_final:
        return filled(HEADLINES[standing], parts)
    is_early = risk.result["draws"] < ENOUGH
    return filled(SO_FAR["open" if is_early or standing == "behind" else standing], parts)


# (kind of figure, its label for each way)
LABELS = (
    (
        "mean",
        (
            "In-house: mean of the present value of all costs",
            "Outsourced: mean of the present value of all costs",
            "Mixed: mean of the present value of all costs",
        ),
    ),
    (
        "cheapest_share",
        (
            "In-house: share of futures in which it is cheapest",
            "Outsourced: share of futures in which it is cheapest",
            "Mixed: share of futures in which it is cheapest",
        ),
    ),
    (
        "value_at_risk",
        (
            "In-house: value at risk",
            "Outsourced: value at risk",
            "Mixed: value at risk",
        ),
    ),
    (
        "leak_probability",
        (
            "In-house: probability of a leak over the whole time",
            "Outsourced: probability of a leak over the whole time",
            "Mixed: probability of a leak over the whole time",
        ),
    ),
    (
        "leak_loss",
        (
            "In-house: expected loss from leaks",
            "Outsourced: expected loss from leaks",
            "Mixed: expected loss from leaks",
        ),
    ),
    (
        "rare_losses",
        (
            "In-house: expected loss from all rare events, with the controls' price",
            "Outsourced: expected loss from all rare events, with the controls' price",
            "Mixed: expected loss from all rare events, with the controls' price",
        ),
    ),
    (
        "worth_leak_control",
        (
            "In-house: worth of controls against leaks",
            "Outsourced: worth of controls against leaks",
            "Mixed: worth of controls against leaks",
        ),
    ),
    (
        "worth_standby",
        (
            "In-house: worth of a second vendor kept ready",
            "Outsourced: worth of a second vendor kept ready",
            "Mixed: worth of a second vendor kept ready",
        ),
    ),
    (
        "worth_renewal",
        (
            "In-house: worth of equipment kept open to change",
            "Outsourced: worth of equipment kept open to change",
            "Mixed: worth of equipment kept open to change",
        ),
    ),
)


def figures(risk):
    """Return for each option its mean cost, how often it is cheapest, its risks, what controls are worth."""
    known = [each for _, each in risk.ways]
    losses = [each["expected_losses"] for each in known]
    values = {
        "mean": [euros(each["mean"]) for each in known],
        "cheapest_share": [share(each["cheapest"]["share"]) for each in known],
        "value_at_risk": [euros(each["value_at_risk"]) for each in known],
        "leak_probability": [share(risk.chances[("leak", way.option)]) for way in WAYS],
        "leak_loss": [euros(each["leak"]) for each in losses],
        "rare_losses": [euros(each["total"]) for each in losses],
    }
    for event, _, control in CONTROLS:
        values["worth_" + control] = [risk.worth_of(event, way) for way in WAYS]
    return [
        Figure(kind + "_" + way.name, label, quantity)
        for kind, labels in LABELS
        for way, label, quantity in zip(WAYS, labels, values[kind])
        if quantity is not None
    ]


def table(risk):
    """Return what the futures say of each option, one a row."""
    columns = [
        Column("option", "Way"),
        Column("mean", "Mean", "EUR"),
        Column("low", "One future in twenty costs less than", "EUR"),
        Column("median", "Half of them cost less than", "EUR"),
        Column("high", "One in twenty costs more than", "EUR"),
        Column("value_at_risk", "Value at risk", "EUR"),
        Column("expected_shortfall", "Expected shortfall", "EUR"),
        Column("cheapest", "Cheapest in", "share", 1),
        Column("cheapest_low", "at least", "share", 1),
        Column("cheapest_high", "at most", "share", 1),
        Column("worth_leak_control", "Controls against leaks are worth", "EUR"),
        Column("worth_standby", "A second vendor kept ready is worth", "EUR"),
        Column("worth_renewal", "Equipment kept open to change is worth", "EUR"),
    ]
    rows = []
    for way, known in risk.ways:
        quantiles = dict(known["quantiles"])
        cheapest = known["cheapest"]
        row = [way.label, known["mean"], quantiles[0.05], quantiles[0.5], quantiles[0.95]]
        row += [known["value_at_risk"], known["expected_shortfall"]]
        row += [cheapest["share"], cheapest["low"], cheapest["high"]]
        for event, _, _ in CONTROLS:
            worth = risk.worth_of(event, way)
            row.append(None if worth is None else worth.value)
        rows.append(row)
    return Table("Present value of all costs in the futures drawn", columns, rows)


def cost_chart(risk):
    """Return how the costs of each option are spread."""
    histogram = risk.result["histogram"]
    edges = histogram["edges"]
    middles = [(low + high) / 2 for low, high in zip(edges, edges[1:])]
    parts = {"futures": futures(risk)}
    series = []
    for way, known in risk.ways:
        counts = histogram["counts"][way.option]
        drawn = risk.result["draws"]
        points = [(middle, count / drawn) for middle, count in zip(middles, counts)]
        series.append((way.name, way.label, points))
        quantiles = dict(known["quantiles"])
        for word, quantile in (("low", 0.25), ("high", 0.75), ("most", 0.95)):
            parts[word + "_" + way.name] = euros(quantiles[quantile])
    sentences = (
        "Three hills, one for each way, from {futures} futures: the further right, the dearer; the wider, "
        "the less sure. In half of the futures in-house costs from {low_in_house} to {high_in_house}, "
        "outsourced from {low_outsourced} to {high_outsourced} and mixed from {low_mixed} to {high_mixed}. "
        "One future in twenty costs more than {most_in_house}, {most_outsourced} and {most_mixed}."
    )
    return LineChart(
        "What each way costs in the futures drawn",
        Text(sentences, **parts),
        Axis("Present value of all costs", "EUR"),
        Axis("Futures that cost about this much", "share"),
        series,
    )


def loss_chart(risk):
    """Return what rare events are expected to cost each option, and what the controls cost."""
    parts = {}
    for way, known in risk.ways:
        parts["total_" + way.name] = euros(known["expected_losses"]["total"])
        parts["leak_" + way.name] = euros(known["expected_losses"]["leak"])
    sentences = (
        "A column for each way. Rare events and the controls against them are expected to cost in-house "
        "{total_in_house}, outsourced {total_outsourced} and mixed {total_mixed} over the whole time; leaks "
        "alone {leak_in_house}, {leak_outsourced} and {leak_mixed}."
    )
    pieces = [(event.name, event.label) for event in rare_events.EVENTS] + [("controls", "Price of controls")]
    return BarChart(
        "What rare events and controls are expected to cost",
        Text(sentences, **parts),
        [way.label for way in WAYS],
        Axis("Expected cost, present value", "EUR"),
        [
            (piece, label, [known["expected_losses"][piece] for _, known in risk.ways])
            for piece, label in pieces
        ],
    )


# of each event: its section, what its control does, and a sentence by for whom that pays
CONTROL_NOTES = (
    (
        "leak",
        "outsourcing#risk-confidentiality",
        "Controls against leaks cost {cost} a year and prevent {effect} of them.",
        {
            "all": "They pay where a leak has a probability above {from} a year. Here for: {ways}.",
            "some": "They pay where a leak has a probability above {from} a year. Here for: {ways}. Not for: "
            "{others}.",
            "none": "They pay where a leak has a probability above {from} a year: here for none of the ways.",
            "never": "However probable a leak, they cost more than they save.",
            "nothing": "No leak costs anything here, so controls against leaks have nothing to prevent: "
            "they would cost {cost} a year.",
        },
    ),
    (
        "vendor-failure",
        "outsourcing#risk-dependence",
        "A second vendor kept ready costs {cost} a year and saves {effect} of the loss when the first fails.",
        {
            "all": "It pays here for: {ways}. With all calls at a vendor, it pays where a failure has a "
            "probability above {from} a year.",
            "some": "It pays here for: {ways}. Not for: {others}. With all calls at a vendor, it pays where "
            "a failure has a probability above {from} a year.",
            "none": "It pays here for none of the ways. With all calls at a vendor, it would where a failure "
            "has a probability above {from} a year.",
            "never": "However probable a failure, it costs more than it saves.",
            "nothing": "No vendor's failure costs anything here, so a second vendor has nothing to save: it "
            "would cost {cost} a year.",
        },
    ),
    (
        "technology-change",
        "outsourcing#reasons",
        "Equipment kept open to change costs {cost} a year and saves {effect} of the loss when technology "
        "changes.",
        {
            "all": "It pays where a change has a probability above {from} a year. Here for: {ways}.",
            "some": "It pays where a change has a probability above {from} a year. Here for: {ways}. Not "
            "for: {others}.",
            "none": "It pays where a change has a probability above {from} a year: here for none of the "
            "ways.",
            "never": "However probable a change, it costs more than it saves.",
            "nothing": "No change of technology costs anything here, so equipment kept open to it has "
            "nothing to save: it would cost {cost} a year.",
        },
    ),
)


def control_note(risk, event, reference, what_it_does, sentences):
    """Return what a control costs and for which options it pays."""
    known = rare_events.EVENTS[rare_events.NAMES.index(event)]
    concerned = [(way.label, risk.worth[(event, way.option)]) for way in WAYS]
    concerned = [(words, worth) for words, worth in concerned if worth is not None]
    ways = [words for words, worth in concerned if worth["worth"] > 0]
    others = [words for words, worth in concerned if worth["worth"] <= 0]
    starts = [worth["break_even_probability"] for _, worth in concerned]
    starts = [start for start in starts if start is not None]
    if not concerned:
        case = "nothing"
    elif not starts:
        case = "never"
    elif not ways:
        case = "none"
    else:
        case = "some" if others else "all"
    parts = {
        "cost": euros(risk.values[known.control_cost]),
        "effect": share(risk.values[known.control_effect], 0),
        "ways": ways,
        "others": others,
    }
    if starts:
        parts["from"] = Quantity(starts[0], "share", 2)
    template = sentences[case] if case == "nothing" else (what_it_does, sentences[case])
    return Note(filled(template, parts), reference)


# by whether the vendor's shortcomings make it the dearer one
WORSE = {
    True: "A vendor with half as many shortcomings again would cost {total} more: {work} for calls that last "
    "longer and come again, {lost} for customers lost, less {spared} in penalties.",
    False: "A vendor with half as many shortcomings again would be {total} cheaper: its penalties save "
    "{spared}, more than {work} for calls that last longer and come again and {lost} for customers lost. A "
    "calculation in which a worse vendor is cheaper leaves something out.",
}


def worse_note(risk):
    """Return what a vendor with more shortcomings than expected costs, and why."""
    worse = risk.worse
    sentence = Text(
        WORSE[worse["total"] >= 0],
        total=euros(abs(worse["total"])),
        work=euros(worse["work"]),
        lost=euros(worse["lost_custom"]),
        spared=euros(-worse["penalties"]),
    )
    return Note(sentence, "outsourcing#contracts")


def access_note(risk):
    """Return how probable a leak is where both sides have access."""
    chances = [share(risk.chances[("leak", way.option)]) for way in WAYS]
    sentence = (
        "In a mix both own agents and the vendor's have access: over the whole time a leak on one side or "
        "the other has a probability of {mixed}, against {in_house} in-house and {outsourced} outsourced. "
        "It is assumed that a side leaks no less because it takes few calls."
    )
    parts = {way.name: chance for way, chance in zip(WAYS, chances)}
    return Note(Text(sentence, **parts), "outsourcing#risk-confidentiality")


def pay_note(risk):
    """Return how a rise of pay reaches the vendor's price."""
    years = risk.values["vendor_pay_delay_years"]
    return Note(
        Text(
            "Pay moves vendors' prices too: where it rises by more or less than the {expected} a year that "
            "the price allows for, {part} of the difference reaches the price, with a delay of {delay}. All "
            "three are assumed.",
            expected=share(risk.values["expected_wage_drift"]),
            part=share(risk.values["vendor_pay_share"], 0),
            delay="one year" if years == 1 else Quantity(years, "years"),
        ),
        "assumptions#pay-moves-vendors",
    )


def notes(risk):
    """Return for whom each control pays, and how far the draw can be trusted."""
    found = [control_note(risk, *known) for known in CONTROL_NOTES]
    if 0 < risk.own_shares["mixed"] < 1:
        found.append(access_note(risk))
    cheapest = risk.winner[1]["cheapest"]
    found.append(
        Note(
            Text(
                "The share of {share} is itself uncertain, since only {futures} futures were drawn: from "
                "{low} to {high} with 95 % confidence. Four times as many futures halve that width.",
                share=share(cheapest["share"]),
                futures=futures(risk),
                low=share(cheapest["low"]),
                high=share(cheapest["high"]),
            )
        )
    )
    outsourced = risk.result["options"]["outsourced"]
    found.append(
        Note(
            Text(
                "In these {futures} futures leaks cost outsourcing {drawn} on average; worked out exactly it "
                "is {exact}. What is rare and large needs many futures before its mean settles.",
                futures=futures(risk),
                drawn=euros(outsourced["losses"]["leak"]),
                exact=euros(outsourced["expected_losses"]["leak"]),
            ),
            "outsourcing#risk-confidentiality",
        )
    )
    found.append(
        Note(
            Text(
                "Value at risk is how much more than the mean the worst {tail} of futures cost at the "
                "least; expected shortfall, how much more they cost on average.",
                tail=share(risk.tail, 0),
            )
        )
    )
    if risk.values["vendor_quality_deviation"] > 0:
        found.append(worse_note(risk))
    if risk.values["wage_drift_deviation"] > 0:
        found.append(pay_note(risk))
    found.append(
        Note(
            Text(
                "Probabilities, losses and controls are illustrative; the table of assumptions lists them. "
                "No control against leaks replaces trust."
            ),
            "outsourcing#trust",
        )
    )
    return found


CALM = {
    "volume_deviation": 0.0,
    "handle_deviation": 0.0,
    "wage_drift_deviation": 0.0,
    "attrition_deviation": 0.0,
    "vendor_quality_deviation": 0.0,
    "own_quality_deviation": 0.0,
}
PRESETS = (
    Preset("Appliance firm: the board's two papers", {}),
    Preset("Appliance firm: every control", {"leak_control": True, "standby": True, "renewal": True}),
    Preset(
        "Appliance firm: its vendor also serves a competitor (values invented)",
        {"leak_probability_vendor": 0.06},
    ),
    Preset("Appliance firm in a calm world: only rare events are uncertain", CALM),
    Preset("Invented: an insurer's health files", {"price_per_minute": 0.88, "leak_loss": 20_000_000.0}),
    Preset(
        "Invented: a young vendor of unproved quality",
        {"price_per_minute": 0.84, "vendor_quality_deviation": 1.0, "vendor_failure_probability": 0.15},
    ),
)

PAY_DRIFTS = Need("Pay drifts as expected now, so nothing is passed on.", not_at("wage_drift_deviation", 0))
CUSTOMERS_COUNT = Need("A lost customer costs nothing now.", not_at("lost_customer_cost", 0))
LEAKS_COST = Need("A leak costs nothing now.", not_at("leak_loss", 0))
VENDORS_FAIL = Need("No vendor ever fails now.", not_at("vendor_failure_probability", 0))
TECHNOLOGY_CHANGES = Need("Technology never changes now.", not_at("technology_probability", 0))
GROUPS = (
    Group(
        "Controls against rare events",
        (
            Switch(
                "leak_control",
                "Controls against leaks",
                False,
                "Fewer fields shown, access logged, audits: leaks are rarer, for a price a year.",
            ),
            slider("leak_probability_own", 0.0, 0.2, 0.005, "With own agents, however few.", 1),
            slider("leak_probability_vendor", 0.0, 0.2, 0.005, "With a vendor; a mix has both.", 1),
            Switch(
                "standby",
                "Second vendor kept ready",
                False,
                "It takes over when the first one fails: the loss is smaller, for a price a year.",
                needs=(
                    VENDORS_FAIL,
                    Need("A vendor that fails costs nothing now.", not_at("vendor_failure_loss", 0)),
                ),
            ),
            Switch(
                "renewal",
                "Equipment kept open to change",
                False,
                "Open interfaces and short contracts: the loss is smaller when technology changes.",
                needs=(
                    TECHNOLOGY_CHANGES,
                    Need("A change of technology costs nothing now.", not_at("technology_loss", 0)),
                ),
            ),
        ),
    ),
    Group(
        "Prices of the controls",
        (
            field("leak_control_cost", 0.0, 1_000_000.0, 100.0, "Paid every year by whoever takes them."),
            slider(
                "leak_control_effect", 0.0, 1.0, 0.05, "At 1 nothing leaks any more.", needs=(LEAKS_COST,)
            ),
            field("standby_cost", 0.0, 1_000_000.0, 100.0, "Paid every year by whoever has a vendor."),
            field("renewal_cost", 0.0, 1_000_000.0, 100.0, "Paid every year by whoever has equipment."),
        ),
        is_open=False,
    ),
    Group(
        "Rare events",
        (
            field(
                "leak_loss",
                0.0,
                50_000_000.0,
                10_000.0,
                "On average: customers lost, amends, fines, work to repair.",
            ),
            slider(
                "vendor_failure_probability", 0.0, 0.3, 0.01, "It goes out of business, or ends the contract."
            ),
            field(
                "vendor_failure_loss",
                0.0,
                50_000_000.0,
                10_000.0,
                "In a mix, in proportion to its calls.",
                needs=(VENDORS_FAIL,),
            ),
            slider("technology_probability", 0.0, 0.5, 0.01, "One that leaves own equipment out of date."),
            field(
                "technology_loss",
                0.0,
                50_000_000.0,
                1000.0,
                "A vendor's equipment is the vendor's risk.",
                needs=(TECHNOLOGY_CHANGES,),
            ),
        ),
        is_open=False,
    ),
    Group(
        "What is uncertain every month",
        (
            slider("volume_deviation", 0.0, 0.5, 0.01, "One standard deviation; at 0 the volume is sure."),
            slider(
                "handle_deviation", 0.0, 0.3, 0.01, "One standard deviation; at 0 the handle time is sure."
            ),
            slider("wage_drift_deviation", 0.0, 0.05, 0.001, "One standard deviation, in points a year.", 1),
            slider("attrition_deviation", 0.0, 1.0, 0.05, "One standard deviation; it moves with pay."),
            slider(
                "vendor_quality_deviation",
                0.0,
                1.0,
                0.05,
                "How much its extra handle time, repeats and late answers vary, while it learns and after.",
            ),
            slider(
                "own_quality_deviation",
                0.0,
                1.0,
                0.05,
                "How much their unsettled calls and slow learning vary.",
            ),
            slider(
                "vendor_pay_share",
                0.0,
                1.0,
                0.05,
                "Of the rise in pay beyond what the price allows for.",
                needs=(PAY_DRIFTS,),
            ),
            slider(
                "vendor_pay_delay_years",
                0,
                5,
                1,
                "At 0 pay reaches the price in the same year.",
                needs=(PAY_DRIFTS,),
            ),
            slider("callers_again", 0.0, 0.9, 0.05, "Each is handled again, and a vendor bills it again."),
            slider(
                "lost_per_bad_call",
                0.0,
                0.1,
                0.005,
                "Unsettled or late, beyond what is expected.",
                1,
                needs=(CUSTOMERS_COUNT,),
            ),
            field("lost_customer_cost", 0.0, 10_000.0, 10.0, "At 0 bad service costs no customers."),
        ),
        is_open=False,
    ),
    Group(
        "Scenario",
        (
            logarithmic("calls_per_month", 500, 200_000, "All calls that come in, on average."),
            field("price_per_minute", 0.0, 5.0, 0.01, "Agents who wait for calls are the vendor's risk.", 2),
            mixed_by(),
            slider("horizon_months", 6, 60, 1, "How far ahead to look."),
        ),
        is_open=False,
    ),
    Group(
        "Draw",
        (
            Slider(
                "futures",
                "Futures drawn",
                500,
                100,
                1000,
                100,
                "More of them make every share surer, and take longer.",
            ),
            Slider(
                "tail",
                "Share of worst futures",
                0.05,
                0.01,
                0.25,
                0.01,
                "Value at risk and expected shortfall look at these.",
                unit="share",
            ),
            Number("seed", "Seed", 1, 0, MOST_SEED, 1, "The same seed draws the same futures."),
        ),
        is_open=False,
    ),
)
OWN = ("leak_control", "standby", "renewal", "futures", "tail", "seed")
SCENARIO = tuple([control.name for group in GROUPS for control in group.controls if control.name not in OWN])

GUESS = ChoiceGuess(
    "Each year own agents may leak data, and so may a vendor's, with a higher probability. Which way is "
    "most likely to see a leak over the whole time?",
    {},
    (
        GuessOption(
            "in-house",
            "in-house",
            "No, it is the least likely, {leak_probability_in_house}. Outsourcing stands at "
            "{leak_probability_outsourced}, and a mix at {leak_probability_mixed}: there, both may leak.",
        ),
        GuessOption(
            "outsourced",
            "outsourcing",
            "Nearly: outsourcing stands at {leak_probability_outsourced}, in-house at "
            "{leak_probability_in_house}. A mix stands at {leak_probability_mixed}, since there both may "
            "leak.",
        ),
        GuessOption(
            "mixed",
            "a mix",
            "Yes, {leak_probability_mixed}: own agents may leak there, and so may the vendor's. Outsourcing "
            "stands at {leak_probability_outsourced}, in-house at {leak_probability_in_house}.",
        ),
    ),
    the_one_with(
        max,
        (
            ("in-house", "leak_probability_in_house"),
            ("outsourced", "leak_probability_outsourced"),
            ("mixed", "leak_probability_mixed"),
        ),
    ),
)
SCENES = (
    Scene(
        "Controls for all",
        {},
        "leak_control",
        True,
        "In a mix a leak has a probability of {before_leak_probability_mixed} over the whole time. Turn the "
        "controls against leaks on.",
        "It falls to {leak_probability_mixed}, and there the controls are worth {worth_leak_control_mixed}. "
        "In-house they are worth {worth_leak_control_in_house}: they cost more than they save.",
    ),
    Scene(
        "When they pay",
        {"leak_control": True},
        "leak_probability_own",
        0.02,
        "In-house the controls are worth {before_worth_leak_control_in_house}. Make a leak by own agents "
        "twice as likely, 2 % a year.",
        "Now they are worth {worth_leak_control_in_house} in-house. What they cost has not changed: a "
        "control pays from a certain probability on, and the notes say which.",
    ),
    Scene(
        "A second vendor",
        {},
        "standby",
        True,
        "A vendor may fail. Keep a second one ready.",
        "To outsourcing that is worth {worth_standby_outsourced}, to a mix {worth_standby_mixed}: with own "
        "agents less is lost when the vendor fails, and the second one costs the same.",
    ),
)

LAB = Lab(
    name="risk",
    title="Risk and confidentiality",
    purpose="See what each way may cost when little is certain, how likely a leak is, and which controls "
    "pay.",
    question=(
        "Turn the controls against leaks on. For which ways do they pay, and how probable must a leak become "
        "before they pay for all three?"
    ),
    groups=GROUPS,
    presets=PRESETS,
    make_view=make_view,
    refine=refine_by(step, view_of, packed, is_shown),
    guess=GUESS,
    scenes=SCENES,
)
