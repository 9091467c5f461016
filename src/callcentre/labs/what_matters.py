"""Which matters most to you? Weights or judgements in pairs, and which of the three ways they make best."""

from ..model import scorecard
from ..model.check import InputError
from ..model.scorecard import preferences
from .shared.charts import Axis, BarChart, Handle, LeadChart, PointChart, RangeChart
from .shared.controls import Choice, ManyOf, Slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import ChoiceGuess, GuessOption, Scene, the_one_with
from .shared.needs import Need, at
from .shared.quantities import share
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled
from .shared.ways import WAYS, compared, label_of

HOW = (("weights", "by weights"), ("pairs", "by comparing in pairs"))
FEWEST_KEPT, MOST_KEPT = 2, 5
# How much each counts when two are compared at first, from 1 to 4
LEVELS = (3, 1, 2, 2, 3, 4, 2, 1)
PAIRS = tuple(
    [
        (first, second)
        for index, first in enumerate(preferences.TABLE)
        for second in preferences.TABLE[index + 1 :]
    ]
)


def in_control(criterion):
    """Return a criterion's name as it stands in the name of a control."""
    return criterion.replace("-", "_")


def weight_name(criterion):
    return "weight_" + in_control(criterion)


def score_name(option, criterion):
    return "score_" + option + "_" + in_control(criterion)


def pair_name(first, second):
    return in_control(first) + "_or_" + in_control(second)


def label(criterion):
    return preferences.find(criterion).label


def make_view(values):
    """Return the ranking that the weights or judgements make, and how firm it is."""
    judged = judgements(values) if values["how"] == "pairs" else None
    result = scorecard.rank(scores(values), judged["by_criterion"] if judged else weights(values))
    charts = [lead_chart(values, result, judged), scores_chart(result)]
    if result["winner"]:
        charts.append(firmness_chart(result))
    if has_both_axes(result):
        charts.append(axes_chart(result))
    return View(
        headline=headline(result, judged),
        figures=figures(result, judged),
        compared=[compared("Scores from 0 to 10", COMPARED)],
        table=table(values, result),
        charts=charts,
        notes=notes(result, judged),
    )


COMPARED = (
    ("Score", "score", "high"),
    ("Score on cost and start-up investment", "economy", "high"),
    ("Score on all else", "benefit", "high"),
)


def scores(values):
    """Return each option's scores by criterion."""
    return {
        way.option: {each: values[score_name(way.name, each)] for each in scorecard.CRITERIA} for way in WAYS
    }


def weights(values):
    """Return the weights of the sliders, by criterion; one at least must be above 0."""
    found = {each: values[weight_name(each)] for each in scorecard.CRITERIA}
    if max(found.values()) == 0:
        raise InputError(weight_name(scorecard.CRITERIA[0]), "above 0, or another weight must be", 0)
    return found


def judgements(values):
    """Return what `scorecard.ahp` makes of the judgements between the criteria kept.

    ``kept`` (the criteria in order) and ``by_criterion`` (their weights) come with it.
    """
    kept = values["kept"]
    if not FEWEST_KEPT <= len(kept) <= MOST_KEPT:
        raise InputError("kept", f"from {FEWEST_KEPT} to {MOST_KEPT} criteria", kept)
    upper = [
        scorecard.ratio_of(values[pair_name(first, second)])
        for index, first in enumerate(kept)
        for second in kept[index + 1 :]
    ]
    found = scorecard.ahp(scorecard.matrix_of(upper))
    found["kept"] = kept
    found["by_criterion"] = dict(zip(kept, found["weights"]))
    return found


def has_both_axes(result):
    """Whether some weight is on what an option costs, and some on what it is good for."""
    best = result["ranking"][0]
    return best["economy"] is not None and best["benefit"] is not None


def points(score):
    return Quantity(score, "", 2)


SHARED = "First place, with {score} of 10 each: {options}."
FIRM = "First: {winner}, {score} of 10. Next: {second}, {next}. No change in a single weight reverses that."
# by whether the winner stays as long as a weight is smaller than a limit
WHILE = {
    True: "First: {winner}, {score} of 10. {criterion} above {limit} (now {weight}): {other}.",
    False: "First: {winner}, {score} of 10. {criterion} below {limit} (now {weight}): {other}.",
}
CONTRADICTION = "Judgements contradict each other, most of all: {pairs}."


def headline(result, judged):
    """Return who wins and how firmly, after a warning where the judgements contradict each other."""
    sentence, parts = outcome(result)
    if judged and judged["warning"]:
        parts["pairs"] = pairs_in_words(judged)
        return Text((CONTRADICTION, sentence), **parts)
    return Text(sentence, **parts)


def outcome(result):
    """Return the sentence on who wins and how firmly, and its parts."""
    best = result["ranking"][0]
    parts = {"score": points(best["score"])}
    if not result["winner"]:
        first = [one["option"] for one in result["ranking"] if one["rank"] == 1]
        parts["options"] = [way.label for way in WAYS if way.option in first]
        return SHARED, parts
    parts["winner"] = label_of(best["option"])
    if not result["most_sensitive"]:
        second = result["ranking"][1]
        parts.update({"second": label_of(second["option"]), "next": points(second["score"])})
        return FIRM, parts
    each, change = nearest_change(result)
    parts.update(
        {
            "criterion": label(each["criterion"]),
            "weight": share(each["weight"]),
            "limit": share(change["weight"]),
            "other": label_of(change["winner"]),
        }
    )
    return WHILE[change["weight"] > each["weight"]], parts


def nearest_change(result):
    """Return the criterion whose weight has least to move, as in ``sensitivity``, and that move."""
    for each in result["sensitivity"]:
        if each["criterion"] == result["most_sensitive"]:
            found = [each[end] for end in ("lower", "higher") if each[end]]
            return each, found[0] if found[0]["move"] <= found[-1]["move"] else found[-1]
    raise KeyError(result["most_sensitive"])


def pairs_in_words(judged):
    """Return the most inconsistent judgements as the pairs they compare."""
    kept = judged["kept"]
    return [pair_label(kept[each["row"]], kept[each["column"]]) for each in judged["warning"]]


def pair_label(first, second):
    return f"{label(first)} \u2013 {label(second)}"


def figures(result, judged):
    """Return each option's score, its two means, the weights, and how well judgements agree."""
    by_option = {one["option"]: one for one in result["ranking"]}
    shown = []
    for kind, words in (
        ("score", "score of 10"),
        ("economy", "score on cost and start-up investment"),
        ("benefit", "score on all else"),
    ):
        for way in WAYS:
            value = by_option[way.option][kind]
            if value is not None:
                shown.append(Figure(kind + "_" + way.name, f"{way.label}: {words}", points(value)))
    if result["most_sensitive"]:
        least = nearest_change(result)[1]["move"]
        shown.append(Figure("least_move", "Smallest change in a weight that makes another win", share(least)))
    if judged:
        ratio = judged["consistency_ratio"]
        shown.append(Figure("consistency_ratio", "Consistency ratio of the judgements", share(ratio)))
    return shown


def table(values, result):
    """Return weights and scores by criterion, and where the winner changes."""
    columns = [Column("criterion", "Criterion"), Column("weight", "Weight", "share", 1)]
    columns.extend([Column(way.name, way.label, "", 1) for way in WAYS])
    columns.extend(
        [
            Column("below", "Below", "share", 1),
            Column("below_wins", "Wins below"),
            Column("above", "Above", "share", 1),
            Column("above_wins", "Wins above"),
        ]
    )
    limits = {each["criterion"]: each for each in result["sensitivity"]}
    rows = []
    for each in preferences.TABLE:
        if each.criterion in result["weights"]:
            row = [each.label, result["weights"][each.criterion]]
            row.extend([values[score_name(way.name, each.criterion)] for way in WAYS])
            rows.append(row + changes_in_cells(limits.get(each.criterion)))
    by_option = {one["option"]: one["score"] for one in result["ranking"]}
    rows.append(["Weighted score", 1.0] + [by_option[way.option] for way in WAYS] + [None] * 4)
    return Table(
        "Scores from 0 to 10, weights, and the weights below or above which another way wins", columns, rows
    )


def changes_in_cells(limits):
    """Return the weights at which the winner changes, downward and upward, each with the next winner."""
    cells = []
    for end in ("lower", "higher"):
        change = limits[end] if limits else None
        cells.extend([change["weight"], label_of(change["winner"])] if change else [None, None])
    return cells


def scores_chart(result):
    """Return each option's score as a bar of two parts: what it costs, and what it is good for."""
    by_option = {one["option"]: one for one in result["ranking"]}
    series = []
    parts = {}
    for name, words, criteria in (
        ("economy", "From cost and start-up investment", scorecard.COST_CRITERIA),
        ("benefit", "From all else", scorecard.BENEFIT_CRITERIA),
    ):
        added = [sum_of(by_option[way.option]["parts"], criteria) for way in WAYS]
        series.append((name, words, added))
        for way, value in zip(WAYS, added):
            parts[way.name + "_" + name] = points(value)
    for way in WAYS:
        parts[way.name] = points(by_option[way.option]["score"])
    return BarChart(
        "Weighted scores",
        Text(
            "Three bars of two parts. In-house reaches {in_house} of 10, {in_house_economy} of it from cost "
            "and start-up investment and {in_house_benefit} from all else; outsourced {outsourced}, "
            "{outsourced_economy} and {outsourced_benefit}; mixed {mixed}, {mixed_economy} and "
            "{mixed_benefit}.",
            **parts,
        ),
        [way.label for way in WAYS],
        Axis("Score", "", 1),
        series,
    )


def sum_of(parts, criteria):
    """Return the sum of some criteria's parts of a score."""
    total = 0.0
    for criterion in criteria:
        total += parts.get(criterion, 0.0)
    return total


# by whether a single weight can make another option win
FIRMNESS = {
    True: "A bar for each criterion shows how much less and how much more weight it can have before another "
    "way comes first, while the others keep their ratios. First: {winner}. Look for the shortest way out of "
    "a bar: {criterion}, {move} of all weight.",
    False: "A bar for each criterion, from none to all of the weight: throughout, the first stays {winner}.",
}


def firmness_chart(result):
    """Return how far each weight may move before another option wins."""
    ranges = []
    winner = label_of(result["winner"])
    for each in result["sensitivity"]:
        lower, higher = each["lower"], each["higher"]
        ranges.append(
            (
                label(each["criterion"]),
                -lower["move"] if lower else -each["weight"],
                label_of(lower["winner"]) if lower else winner,
                higher["move"] if higher else 1 - each["weight"],
                label_of(higher["winner"]) if higher else winner,
            )
        )
    parts = {"winner": winner}
    if result["most_sensitive"]:
        each, change = nearest_change(result)
        parts.update({"criterion": label(each["criterion"]), "move": share(change["move"])})
    return RangeChart(
        "How far each weight may move, and who wins then",
        Text(FIRMNESS[bool(result["most_sensitive"])], **parts),
        Axis("Change in the weight, as a share of all weight", "share"),
        0,
        ranges,
    )


# by whether there is one winner
LEADS = {
    True: "Points on a line of scores, and below it a bar for each weight. First: {winner}, {lead} ahead. "
    "See how that distance changes as a bar does.",
    False: "Points on a line of scores, and below it a bar for each weight. The first place is shared, at "
    "{score}: see which bar breaks the tie.",
}


def lead_chart(values, result, judged):
    """Return how far the winner is ahead, and the weights behind it, to drag unless they were judged."""
    ranking = result["ranking"]
    lead = points(ranking[0]["score"] - ranking[1]["score"])
    winner = result["winner"]
    by_option = {one["option"]: one["score"] for one in ranking}
    known = result["weights"] if judged else weights(values)
    bars = [(each.label, known[each.criterion]) for each in preferences.TABLE if each.criterion in known]
    handles = [
        Handle(weight_name(each.criterion), "x", known[each.criterion], each.label)
        for each in preferences.TABLE
        if not judged
    ]
    return LeadChart(
        "The winner's lead, and what it rests on",
        filled(
            LEADS[bool(winner)],
            {"winner": label_of(ranking[0]["option"]), "lead": lead, "score": points(ranking[0]["score"])},
        ),
        Axis("Score", "", 1),
        [(way.name, way.label, by_option[way.option]) for way in WAYS],
        Text("Lead {lead}", lead=lead) if winner else None,
        Axis("Weight", "share", 0, ends=(0, 1)) if judged else Axis("Weight", "", 0, ends=(0, 10)),
        bars,
        handles,
    )


def axes_chart(result):
    """Return benefit against cost, a point for each option."""
    by_option = {one["option"]: one for one in result["ranking"]}
    parts = {}
    for way in WAYS:
        parts[way.name + "_economy"] = points(by_option[way.option]["economy"])
        parts[way.name + "_benefit"] = points(by_option[way.option]["benefit"])
    return PointChart(
        "Benefit against cost",
        Text(
            "Three points; farther right is cheaper, higher up is better in all else. In-house stands at "
            "{in_house_economy} and {in_house_benefit}, outsourced at {outsourced_economy} and "
            "{outsourced_benefit}, mixed at {mixed_economy} and {mixed_benefit}.",
            **parts,
        ),
        Axis("Score on cost and start-up investment", "", 1),
        Axis("Score on all else", "", 1),
        [
            (way.name, way.label, by_option[way.option]["economy"], by_option[way.option]["benefit"])
            for way in WAYS
        ],
    )


def notes(result, judged):
    """Return what the two axes say, what the judgements are worth, and what the numbers are."""
    found = [axes_note(result)]
    if judged:
        found.extend(judgement_notes(judged))
    found.append(
        Note(
            Text(
                "Weights and scores are opinions, and those shown at first are an invented firm's. Argue "
                "about a score before you argue about its weight."
            ),
            "mixed-solution#what-to-keep",
        )
    )
    return found


def axes_note(result):
    """Return which options are beaten on both axes, so that no weighing of the two can save them."""
    reference = "outsourcing#gains"
    if not has_both_axes(result):
        return Note(
            Text("With weight on cost alone, or none on it, there is nothing to trade against it."), reference
        )
    beaten = [one for one in result["ranking"] if one["behind_in_both"]]
    if not beaten:
        return Note(Text("Each way is better than every other either in cost or in all else."), reference)
    worst = beaten[-1]
    sentence = (
        "Behind, or no better, both in cost and in all else: {option}. Ahead of it: {other}. No weighing of "
        "the two can change that."
    )
    names = {"option": label_of(worst["option"]), "other": label_of(worst["behind_in_both"][0])}
    return Note(Text(sentence, **names), reference)


# by whether the judgements agree well enough
CONSISTENCY = {
    True: "The consistency ratio is {ratio}; up to {most} is usually accepted.",
    False: "The consistency ratio is {ratio}, above the {most} that is usually accepted: think again.",
}


def judgement_notes(judged):
    """Return how well the judgements agree, and what the others imply about each that agrees least."""
    parts = {
        "ratio": share(judged["consistency_ratio"]),
        "most": Quantity(scorecard.LARGEST_RATIO, "share"),
    }
    found = [Note(Text(CONSISTENCY[judged["is_consistent"]], **parts))]
    for each in judged["warning"] or []:
        first, second = judged["kept"][each["row"]], judged["kept"][each["column"]]
        said, implied = each["judgement"], each["implied"]
        if said < 1:
            first, second, said, implied = second, first, 1 / said, 1 / implied
        found.append(
            Note(
                Text(
                    "{first} against {second}: judged {said} to 1; all judgements together make it {implied} "
                    "to 1.",
                    first=label(first),
                    second=label(second),
                    said=Quantity(said),
                    implied=Quantity(implied, "", 1),
                )
            )
        )
    return found


IN_PAIRS = at("how", "pairs")
BY_PAIRS = Need("Importance is given by weights now; this is asked when comparing in pairs.", IN_PAIRS)
BY_WEIGHTS = Need("The weights follow from your judgements in pairs now.", at("how", "weights"))
NOT_COMPARED = "It is not among the criteria compared in pairs, so it counts for nothing."


def weight_slider(each):
    """Return the slider of a criterion's weight."""
    explanation = "0 leaves it out; only the ratios of the weights matter."
    return Slider(
        weight_name(each.criterion), each.label, each.weight, 0, 10, 1, explanation, needs=(BY_WEIGHTS,)
    )


def score_slider(way, each):
    """Return the slider of a way's score by a criterion."""
    default = {"in_house": each.in_house, "outsourced": each.outsourced, "mixed": each.mixed}[way.name]
    label = f"{way.label}: {each.label}"
    needs = (Need(NOT_COMPARED, at("how", "weights"), at("kept", each.criterion)),)
    return Slider(score_name(way.name, each.criterion), label, default, 0, 10, 1, each.why, needs=needs)


def pair_slider(first, second):
    """Return the slider of the judgement between two criteria."""
    levels = dict(zip(scorecard.CRITERIA, LEVELS))
    ahead = levels[first.criterion] - levels[second.criterion]
    return Slider(
        pair_name(first.criterion, second.criterion),
        pair_label(first.criterion, second.criterion),
        ahead + 1 if ahead >= 0 else ahead - 1,
        -scorecard.STRONGEST_JUDGEMENT,
        scorecard.STRONGEST_JUDGEMENT,
        1,
        "3: the first matters three times as much; -3: the second does; 1, 0 or -1: both the same.",
        needs=(BY_PAIRS,)
        + tuple([Need(NOT_COMPARED, at("kept", each.criterion)) for each in (first, second)]),
    )


GUESS = ChoiceGuess(
    "A mix leads with {before_score_mixed} of 10, ahead of outsourcing with {before_score_outsourced} and "
    "in-house with {before_score_in_house}. Suppose control does not matter at all. Which way leads then?",
    {"weight_control": 0},
    (
        GuessOption(
            "in-house",
            "in-house",
            "No: control is what speaks most for it. Without it, in-house has {score_in_house}, a mix "
            "{score_mixed} and outsourcing {score_outsourced}.",
        ),
        GuessOption(
            "outsourced",
            "outsourcing",
            "Yes: outsourcing has {score_outsourced}, a mix {score_mixed} and in-house {score_in_house}. "
            "Control was what held outsourcing back.",
        ),
        GuessOption(
            "mixed",
            "a mix",
            "No longer: a mix has {score_mixed}, and outsourcing {score_outsourced}. Control was what held "
            "outsourcing back.",
        ),
    ),
    the_one_with(
        max, (("in-house", "score_in_house"), ("outsourced", "score_outsourced"), ("mixed", "score_mixed"))
    ),
)
SCENES = (
    Scene(
        "Two steps",
        {},
        "weight_start_up_investment",
        6,
        "A mix leads with {before_score_mixed}. Raise the weight of start-up investment from 4 to 6.",
        "At 6 outsourcing leads with {score_outsourced}, ahead of a mix with {score_mixed}. Would two "
        "people in your firm agree on a weight to within two steps?",
    ),
    Scene(
        "Nothing for flexibility",
        {},
        "weight_flexibility",
        0,
        "Suppose that all is steady, and give flexibility no weight.",
        "In-house leads with {score_in_house}, ahead of a mix with {score_mixed}. Each way can win with "
        "weights that somebody might give.",
    ),
    Scene(
        "Asked in pairs",
        {},
        "how",
        "pairs",
        "Importance can be asked in another way. Have it found by comparing in pairs.",
        "In-house leads with {score_in_house}, ahead of a mix with {score_mixed}. Only a few criteria are "
        "compared, and differences grow larger: how you ask is part of the answer.",
    ),
)

LAB = Lab(
    name="what-matters",
    title="Which matters most to you?",
    purpose="Weigh what matters, see which way of running the centre it makes best, and how firm that is.",
    question=(
        "Raise the weight of start-up investment step by step. When does another way win, and would your "
        "firm agree on that weight to within two steps?"
    ),
    groups=(
        Group(
            "What matters to you",
            (Choice("how", "Importance found", "weights", HOW, "Pairs ask more of you, and check you."),)
            + tuple([weight_slider(each) for each in preferences.TABLE]),
        ),
        Group(
            "Judgements in pairs",
            (
                ManyOf(
                    "kept",
                    "Criteria compared in pairs",
                    ["cost", "flexibility", "confidentiality", "control", "culture"],
                    tuple([(each.criterion, each.label) for each in preferences.TABLE]),
                    "From two to five.",
                    needs=(BY_PAIRS,),
                ),
            )
            + tuple([pair_slider(*pair) for pair in PAIRS]),
            is_open=False,
        ),
    )
    + tuple(
        [
            Group(
                title,
                tuple([score_slider(way, each) for each in preferences.TABLE]),
                is_open=False,
            )
            for way, title in zip(WAYS, ("Scores of in-house", "Scores of outsourcing", "Scores of a mix"))
        ]
    ),
    make_view=make_view,
    presets=(
        Preset("Invented: the firm this page begins with", {}),
        Preset(
            "Invented: a bank afraid of leaks",
            {
                "weight_confidentiality": 10,
                "weight_control": 9,
                "weight_cost": 4,
                "weight_start_up_investment": 2,
                "weight_flexibility": 3,
                "weight_culture": 6,
            },
        ),
        Preset(
            "Invented: a start-up without cash",
            {
                "weight_start_up_investment": 10,
                "weight_cost": 8,
                "weight_technology": 7,
                "weight_control": 3,
                "weight_confidentiality": 2,
                "weight_culture": 2,
            },
        ),
        Preset(
            "Invented: a shop with seasonal peaks",
            {
                "weight_flexibility": 9,
                "weight_culture": 7,
                "weight_start_up_investment": 3,
                "weight_confidentiality": 4,
                "weight_technology": 3,
            },
        ),
        Preset(
            "Invented: an insurer that contradicts itself",
            {
                "how": "pairs",
                "cost_or_confidentiality": 5,
                "confidentiality_or_control": 4,
                "cost_or_control": -5,
            },
        ),
    ),
    guess=GUESS,
    scenes=SCENES,
)
