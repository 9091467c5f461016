"""What the contract pays for: one month's work under seven tariffs, and what the vendor is left with."""

from ..model.check import InputError
from ..model.costs import contract, vendor
from .shared.charts import Axis, BarChart, MapChart
from .shared.controls import Slider, Switch
from .shared.inputs import field, logarithmic, slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import ChoiceGuess, GuessOption, Scene
from .shared.refining import refine_by
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled

# How the vendor may work otherwise: (what changes, its column in the picture, words there and in a sentence
# where more of it pays, and where less). How many customers call is not for the vendor to choose.
BEHAVIOURS = (
    ("handle_change", "Handling", ("longer", "calls are longer"), ("shorter", "calls are shorter")),
    (
        "vendor_resolution",
        "Settled",
        ("more", "more calls are settled"),
        ("fewer", "fewer calls are settled"),
    ),
    ("vendor_service_level", "Wait", ("shorter", "callers wait less"), ("longer", "callers wait longer")),
)
HOW_IT_WORKS = tuple([name for name, _, _, _ in BEHAVIOURS])
MONTH = HOW_IT_WORKS + ("volume_change",)
OF_THE_LAB = ("has_bonus", "vendor_service_deviation")
REWARDS = "rewards"
ONE_EURO = 1


def step(values, state):
    """Return the bills at once, and next what each tariff rewards, too, which takes longer."""
    scenario, month = scenario_and_month(values)
    found = contract.rewards(scenario) if state == REWARDS else None
    return contract.compare(scenario, month), found


def state_of(known):
    return REWARDS


def scenario_and_month(values):
    """Return the lab's values as `contract.compare` takes them."""
    month = {name: values[name] for name in MONTH if name in values}
    month["vendor_service_level"] = service_kept(values)
    scenario = {name: values[name] for name in values if name not in MONTH + OF_THE_LAB}
    if not values["has_bonus"]:
        scenario.update({"bonus_per_point": 0.0, "penalty_per_point": 0.0})
    return scenario, month


def service_kept(values):
    """Return the share of calls answered in time: the promise, and by how much the vendor departs from it."""
    promise, deviation = values["service_level"], values["vendor_service_deviation"]
    low, high = contract.bounds_of("vendor_service_level")
    if not low <= promise + deviation <= high:
        allowed = (
            f"such that from {100 * low:g} % to {100 * high:g} % of the calls are answered in time, "
            f"at a promise of {100 * promise:g} %"
        )
        raise InputError("vendor_service_deviation", allowed, deviation)
    return promise + deviation


def view_of(values, known):
    """Return what the month brings under each tariff, and what each rewards, unless that is not known yet."""
    result, found = known
    return View(
        headline=headline(result),
        figures=figures(result),
        table=table(result, found),
        charts=[changes_chart(result), rewards_chart(result, found)],
        notes=notes(result),
        progress=1 if found else 0.5,
    )


def euros_a_month(amount):
    return Quantity(amount, "EUR/month")


def labels_of(tariffs):
    """Return tariffs as they are headed."""
    return [tariff.short_label for tariff in vendor.TARIFFS if tariff.name in tariffs]


# what is otherwise than agreed, by what changes and whether there is more of it
CAUSES = {
    ("handle_change", True): "Calls are {change} longer than agreed.",
    ("handle_change", False): "Calls are {change} shorter than agreed.",
    ("vendor_resolution", True): "{now} of the calls are settled; {agreed} were agreed.",
    ("vendor_resolution", False): "Only {now} of the calls are settled; {agreed} were agreed.",
    ("vendor_service_level", True): "{now} of the calls are in time; {agreed} were agreed.",
    ("vendor_service_level", False): "Only {now} of the calls are in time; {agreed} were agreed.",
    ("volume_change", True): "{change} more customers call than agreed.",
    ("volume_change", False): "{change} fewer customers call than agreed.",
}
SEVERAL = "Several things turn out differently."

# By whether some tariff leaves the vendor more, and whether some leaves it less; then whether all do. The one
# that pays the vendor best is told, since it is what a vendor wants; the others are seen in the picture.
OUTCOMES = {
    (True, True): "The vendor gains most, {most}, under: {best}.",
    (True, False): "The vendor gains most, {most}, under: {best}. It never loses.",
    (False, True): "The vendor loses most, {least}, under: {worst}. It never gains.",
    (False, False): "The vendor neither gains nor loses under any tariff.",
}
ALL_GAIN = "The vendor gains under every tariff. Most, {most}, under: {best}."
ALL_LOSE = "The vendor loses under every tariff. Most, {least}, under: {worst}."
ALIKE = {
    True: "The vendor gains the same under every tariff: {most} more.",
    False: "The vendor loses the same under every tariff: {most} less.",
}
AS_AGREED = {
    True: "All goes as agreed: every tariff bills {bill} and leaves the vendor {margin}.",
    False: "All goes as agreed: every tariff bills {bill}, and the vendor is {margin} short of its own cost.",
}


def headline(result):
    """Return who gains and who loses by what is otherwise than agreed."""
    differing = [name for name in MONTH if result["month"][name] != result["as_agreed"][name]]
    if not differing:
        agreed = result["tariffs"][0]["agreed"]
        margin = euros_a_month(abs(agreed["margin"]))
        return Text(AS_AGREED[agreed["margin"] >= 0], bill=euros_a_month(agreed["bill"]), margin=margin)
    cause, parts = SEVERAL, {}
    if len(differing) == 1:
        cause, parts = cause_of(differing[0], result)
    outcome, more = outcome_of(result)
    parts.update(more)
    return filled((cause, outcome), parts)


def cause_of(name, result):
    """Return the sentence on the one thing that is otherwise than agreed, and its parts."""
    now, agreed = result["month"][name], result["as_agreed"][name]
    sentence = CAUSES[(name, now > agreed)]
    if "{change}" in sentence:
        return sentence, {"change": Quantity(abs(now), "share")}
    return sentence, {"now": Quantity(now, "share"), "agreed": Quantity(agreed, "share")}


def outcome_of(result):
    """Return the sentence on who gains and who loses, and the parts it may name."""
    changes = [(each["change_of_margin"], each["tariff"]) for each in result["tariffs"]]
    most, least = max(changes)[0], min(changes)[0]
    sentence = OUTCOMES[(most >= ONE_EURO, least <= -ONE_EURO)]
    if most - least < ONE_EURO <= abs(most):
        sentence = ALIKE[most > 0]
    elif least >= ONE_EURO:
        sentence = ALL_GAIN
    elif most <= -ONE_EURO:
        sentence = ALL_LOSE
    return sentence, {
        "best": labels_of([tariff for change, tariff in changes if most - change < ONE_EURO]),
        "worst": labels_of([tariff for change, tariff in changes if change - least < ONE_EURO]),
        "most": euros_a_month(abs(most)),
        "least": euros_a_month(abs(least)),
    }


def figures(result):
    """Return the bill as agreed, the month's work, and what each tariff changes for the vendor."""
    agreed, now = result["tariffs"][0]["agreed"], result["turned_out"]
    shown = [
        Figure("agreed_bill", "Bill as agreed, under every tariff", euros_a_month(agreed["bill"])),
        Figure("agreed_margin", "What the vendor is left with as agreed", euros_a_month(agreed["margin"])),
        Figure("vendor_cost", "Vendor's own cost now", euros_a_month(now["cost"])),
        Figure("calls", "Calls now", Quantity(now["calls"], "calls/month")),
        Figure("repeat_share", "Calls that come again", Quantity(now["repeat_share"], "share", 1)),
        Figure("resolved_calls", "Calls settled now", Quantity(now["resolved_calls"], "calls/month")),
        Figure("occupancy", "Agents' time at work spent on calls", Quantity(now["occupancy"], "share")),
    ]
    for tariff, each in zip(vendor.TARIFFS, result["tariffs"]):
        label = f"{tariff.label}: change in what the vendor is left with"
        shown.append(Figure("change_" + tariff.name, label, euros_a_month(each["change_of_margin"])))
    return shown


def table(result, found):
    """Return each tariff's price, bill and change, and what it rewards most."""
    columns = [
        Column("tariff", "Paid by the"),
        Column("price", "Price of one", "EUR", 2),
        Column("bill", "Bill now", "EUR/month"),
        Column("change_of_bill", "Bill, against agreed", "EUR/month"),
        Column("change_of_margin", "Left for the vendor, against agreed", "EUR/month"),
        Column("per_call", "Bill per call", "EUR/call", 2),
        Column("per_resolved_call", "Bill per settled call", "EUR/call", 2),
        Column("rewards", "Way of working it pays for most"),
    ]
    rows = []
    for index, tariff in enumerate(vendor.TARIFFS):
        each = result["tariffs"][index]
        now = each["turned_out"]
        money = [each["price"], now["bill"], each["change_of_bill"], each["change_of_margin"]]
        most = most_rewarded(found[index]["changes"]) if found else None
        rows.append([tariff.label] + money + [now["per_call"], now["per_resolved_call"], most])
    return Table("One month under each tariff", columns, rows)


def most_rewarded(changes):
    """Return, in words, the step that leaves the vendor most, or None if none leaves it more than agreed."""
    found = best_step(changes, HOW_IT_WORKS)
    return found[1] if found else None


def best_step(changes, names):
    """Return the words for the step that leaves the vendor most among those of some behaviours, or None."""
    best, words = ONE_EURO, None
    for (name, step), change in zip(contract.STEPS, changes):
        if name in names and change >= best:
            best, words = change, ways(name)[step < 0]
    return words


def ways(name):
    """Return the words for more of a behaviour, and those for less."""
    for behaviour, _, more, less in BEHAVIOURS:
        if behaviour == name:
            return more, less
    raise KeyError(name)


def rewarded(changes):
    """Return (column of the picture, word there, words in a sentence) of each behaviour that pays."""
    found = [(column, best_step(changes, (name,))) for name, column, _, _ in BEHAVIOURS]
    return [(column, words[0], words[1]) for column, words in found if words]


def changes_chart(result):
    """Return what each tariff changes for the vendor, as bars."""
    changes = [each["change_of_margin"] for each in result["tariffs"]]
    parts = {tariff.name: euros_a_month(change) for tariff, change in zip(vendor.TARIFFS, changes)}
    return BarChart(
        "What the vendor is left with, against what was agreed",
        Text(
            "A bar for each tariff, upward where the vendor is left with more than the {margin} agreed, "
            "downward where it is left with less. Minute {minute}; call {call}; resolved call {resolved}; "
            "agent's hour {hour}; seat {seat}; sale {sale}; hybrid {hybrid}.",
            margin=euros_a_month(result["tariffs"][0]["agreed"]["margin"]),
            **parts,
        ),
        [tariff.short_label for tariff in vendor.TARIFFS],
        Axis("Change", "EUR/month"),
        [("change", "Change in what the vendor is left with", changes)],
    )


REWARDS_TO_COME = "A grid of tariffs and ways of working, from the {bill} agreed; it is being worked out."
REWARDED = (
    "A grid: for each tariff, which small change from what was agreed leaves the vendor with more. In a "
    "field of no gain, neither change pays. Look for columns with both colours. Minute: {minute}. Call: "
    "{call}. Resolved call: {resolved}. Agent's hour: {hour}. Seat: {seat}. Sale: {sale}. Hybrid: {hybrid}."
)
NOTHING_PAYS = "nothing"


def is_less(column, word):
    """Return 1 where the word stands for less of a column's behaviour, else 0: the number of its colour."""
    return int([less[0] for _, name, _, less in BEHAVIOURS if name == column] == [word])


def rewards_chart(result, found):
    """Return which way of working each tariff pays for, as a grid; more and less of it differ in colour."""
    taken, parts = [], {"bill": euros_a_month(result["tariffs"][0]["agreed"]["bill"])}
    columns = [column for _, column, _, _ in BEHAVIOURS]
    for tariff, each in zip(vendor.TARIFFS, found or ()):
        pays = rewarded(each["changes"])
        for column, word, _ in pays:
            taken.append((column, tariff.short_label, word, is_less(column, word)))
        parts[tariff.name] = [words for _, _, words in pays] or NOTHING_PAYS
    return MapChart(
        "What each tariff rewards",
        filled(REWARDED if found else REWARDS_TO_COME, parts),
        columns,
        [tariff.short_label for tariff in vendor.TARIFFS],
        "When the vendor is left with more",
        "Paid by the",
        taken,
        empty="no gain" if found else "",
    )


def notes(result):
    """Return how the prices come about, which terms bite, and what the model leaves out."""
    agreed = result["tariffs"][0]["agreed"]
    return [
        Note(
            Text(
                "Each price is set so that the month as agreed is billed {bill} under every tariff; the "
                "hybrid tariff is a fixed fee of {share} of that, and minutes.",
                bill=euros_a_month(agreed["bill"]),
                share=Quantity(result["scenario"]["hybrid_fixed_share"], "share"),
            ),
            "outsourcing#contracts",
        ),
        minimum_note(result),
        service_note(result),
        Note(
            Text(
                "A reward is found by changing one thing at a time from what was agreed: the handle time by "
                "{step}, the calls settled or answered in time by {points} of all calls.",
                step=Quantity(contract.STEPS[0][1], "share"),
                points=Quantity(contract.STEPS[2][1], "share"),
            )
        ),
        Note(
            Text(
                "The vendor is assumed to have agents for this firm alone, as many as the work needs. A "
                "contract by the hour or the seat often fixes them beforehand. All cases here are invented, "
                "and most amounts are illustrative."
            ),
            "outsourcing#out-of-hours",
        ),
    ]


def minimum_note(result):
    """Return under which tariffs the minimum is billed."""
    least = euros_a_month(result["scenario"]["minimum_commitment"] * result["tariffs"][0]["agreed"]["bill"])
    tariffs = [each["tariff"] for each in result["tariffs"] if each["turned_out"]["is_minimum"]]
    if not tariffs:
        return Note(
            Text("No fee falls below the minimum of {least}.", least=least), "outsourcing#gain-flexibility"
        )
    sentence = "The minimum of {least} replaces a smaller fee under: {tariffs}."
    return Note(Text(sentence, least=least, tariffs=labels_of(tariffs)), "outsourcing#gain-flexibility")


# by whether it is a bonus
DUE = {
    True: "{now} of the calls are answered in time where {agreed} were promised: the fees rise by {part}.",
    False: "{now} of the calls are answered in time where {agreed} were promised: the fees fall by {part}.",
}


def service_note(result):
    """Return what the speed of answer does to the fees."""
    share = result["bonus_share"]
    now = Quantity(result["month"]["vendor_service_level"], "share")
    agreed = Quantity(result["as_agreed"]["vendor_service_level"], "share")
    reference = "outsourcing#contracts"
    terms = result["scenario"]
    if terms["bonus_per_point"] == 0 and terms["penalty_per_point"] == 0:
        sentence = "The contract has neither bonus nor penalty for answering {agreed} of the calls in time."
        return Note(Text(sentence, agreed=agreed), reference)
    if share == 0:
        sentence = "{now} of the calls are answered in time, as promised: neither bonus nor penalty is due."
        return Note(Text(sentence, now=now), reference)
    return Note(
        Text(DUE[share > 0], now=now, agreed=agreed, part=Quantity(abs(share), "share", 1)), reference
    )


def change(name, label, default, explanation):
    """Return a slider for a change from what was agreed."""
    return Slider(name, label, default, -0.5, 0.5, 0.05, explanation, "share")


def by_minute(figures):
    """Return what a month does to a vendor who is paid by the minute."""
    change = figures["change_minute"]
    return "more" if change >= ONE_EURO else "less" if change <= -ONE_EURO else "same"


AGREED = {"handle_change": 0.0}
FEWER_SETTLED = {"handle_change": 0.0, "vendor_resolution": 0.6}
GUESS = ChoiceGuess(
    "The vendor is paid by the minute. It settles fewer of the calls than agreed, so more customers call "
    "again. What is it left with at the end of the month?",
    FEWER_SETTLED,
    (
        GuessOption(
            "less",
            "less than agreed",
            "No. Calls come again, and each minute is billed again: what it is left with changes by "
            "{change_minute}. Paid by the resolved call, it would change by {change_resolved}.",
        ),
        GuessOption(
            "same",
            "as much as agreed",
            "Not quite: {repeat_share} of the calls are repeats, and each is billed again. What it is left "
            "with changes by {change_minute}; paid by the resolved call, by {change_resolved}.",
        ),
        GuessOption(
            "more",
            "more than agreed",
            "Yes: what it is left with changes by {change_minute}, since each call that comes again is "
            "billed again. Paid by the resolved call, it would change by {change_resolved}.",
        ),
    ),
    by_minute,
    before=AGREED,
)
SCENES = (
    Scene(
        "Longer calls",
        AGREED,
        "handle_change",
        0.1,
        "All goes as agreed, whatever the vendor is paid for. Let calls last a tenth longer.",
        "Paid by the minute, what the vendor is left with changes by {change_minute}; paid by the call, by "
        "{change_call}. It is the same month, with two opposite interests.",
    ),
    Scene(
        "Longer waits",
        AGREED,
        "vendor_service_deviation",
        -0.2,
        "Let the vendor answer twenty fewer calls in every hundred in time.",
        "It needs fewer agents, and no tariff bills a wait. Paid by the minute, what it is left with "
        "changes by {change_minute}; paid by the agent's hour, by {change_hour}.",
    ),
    Scene(
        "Fewer customers",
        AGREED,
        "volume_change",
        -0.2,
        "Suppose the firm removes causes of calls. Let a fifth fewer customers call.",
        "That is good for the firm; what a vendor paid by the minute is left with changes by "
        "{change_minute}. Under the hybrid tariff it changes by {change_hybrid}, since part of its fee is "
        "fixed.",
    ),
)

LAB = Lab(
    name="contract",
    title="What the contract pays for",
    purpose="See what a vendor is left with when the work changes, and which behaviour each tariff pays for.",
    question=(
        "Let calls last as agreed again, and settle fewer of them. Which tariffs still leave the vendor "
        "more, and how would you notice?"
    ),
    groups=(
        Group(
            "How the month turns out",
            (
                change("handle_change", "Change in handle time", 0.1, "Against the handle time agreed."),
                change(
                    "volume_change",
                    "Change in customers who call",
                    0.0,
                    "Without those who call again about the same matter.",
                ),
                slider(
                    "vendor_resolution",
                    0.4,
                    1.0,
                    0.01,
                    "The others end with the matter still open.",
                    label="Calls settled",
                ),
                slider(
                    "callers_again",
                    0.0,
                    0.9,
                    0.05,
                    "Each time; the others give up. This holds in the month agreed too.",
                    label="Callers who call again if not helped",
                ),
                slider(
                    "vendor_service_deviation",
                    -0.3,
                    0.15,
                    0.01,
                    "In points of the calls answered in time; the vendor has the agents this takes, and no "
                    "more.",
                ),
            ),
        ),
        Group(
            "Terms of the contract",
            (
                slider(
                    "minimum_commitment",
                    0.0,
                    1.0,
                    0.05,
                    "The least that is billed, as a share of the bill agreed.",
                    label="Minimum commitment",
                ),
                Switch(
                    "has_bonus",
                    "Bonus and penalty for service",
                    False,
                    "A share of the fees for each point of calls in time above or below the promise.",
                ),
                slider(
                    "hybrid_fixed_share",
                    0.0,
                    1.0,
                    0.05,
                    "A share of the bill agreed; the rest is billed by the minute.",
                    label="Fixed part of the hybrid tariff",
                ),
            ),
            is_open=False,
        ),
        Group(
            "The work as agreed",
            (
                logarithmic("calls_per_month", 500, 500_000, "Including those that come again."),
                field(
                    "handle_seconds", 60.0, 900.0, 5.0, "From the greeting to the end of the work after it."
                ),
                slider(
                    "service_level",
                    0.5,
                    0.95,
                    0.01,
                    "The promise; the price stays, the number of agents follows.",
                ),
                field(
                    "price_per_minute", 0.0, 5.0, 0.01, "It sets the bill that every tariff must come to.", 2
                ),
                field(
                    "vendor_cost_per_paid_hour",
                    0.0,
                    100.0,
                    0.1,
                    "What an agent's paid hour costs the vendor, all in.",
                    2,
                ),
            ),
            is_open=False,
        ),
    ),
    refine=refine_by(step, view_of, state_of),
    figures_stay=True,
    presets=(
        Preset("Invented: a help line learns to hurry", {"handle_change": -0.2, "vendor_resolution": 0.6}),
        Preset(
            "Invented: the causes of calls are removed",
            {"handle_change": 0.0, "volume_change": -0.35},
        ),
        Preset(
            "Invented: a shop's December",
            {
                "handle_change": -0.05,
                "volume_change": 0.5,
                "vendor_service_deviation": -0.2,
                "has_bonus": True,
            },
        ),
        Preset("Invented: minutes, a year later", {"handle_change": 0.15, "has_bonus": True}),
    ),
    guess=GUESS,
    scenes=SCENES,
)
