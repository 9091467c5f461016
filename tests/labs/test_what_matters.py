"""The lab of weights and judgements: hand sums, mpmath's eigenvectors, and words that follow from both."""

import random
import re

import mpmath
import pytest

from callcentre.labs.what_matters import LAB, PAIRS
from callcentre.model import scorecard
from callcentre.model.check import InputError
from callcentre.model.scorecard import preferences

ONLY = {f"weight_{each.criterion.replace('-', '_')}": 0 for each in preferences.TABLE}
EVEN = {
    f"score_{option}_{each.criterion.replace('-', '_')}": 5
    for option in ("in_house", "outsourced", "mixed")
    for each in preferences.TABLE
}
INSURER = {
    "how": "pairs",
    "cost_or_confidentiality": 5,
    "confidentiality_or_control": 4,
    "cost_or_control": -5,
}


def figures(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


def chart(view, kind):
    found = [each for each in view.charts if each.kind == kind]
    return found[0] if found else None


def test_the_defaults_are_the_table_of_preferences():
    defaults = LAB.complete({})
    for each in preferences.TABLE:
        name = each.criterion.replace("-", "_")
        assert defaults["weight_" + name] == each.weight
        scores = [defaults[f"score_{option}_{name}"] for option in ("in_house", "outsourced", "mixed")]
        assert scores == [each.in_house, each.outsourced, each.mixed]
    assert [each.criterion for each in preferences.TABLE] == list(scorecard.CRITERIA)


def test_the_scores_are_those_a_hand_works_out():
    """Weights 7 4 5 5 6 8 5 4, in all 44: 264, 267 and 277 points."""
    in_house = 7 * 5 + 4 * 2 + 5 * 5 + 5 * 3 + 6 * 8 + 8 * 9 + 5 * 9 + 4 * 4
    outsourced = 7 * 7 + 4 * 9 + 5 * 8 + 5 * 9 + 6 * 3 + 8 * 4 + 5 * 3 + 4 * 8
    mixed = 7 * 7 + 4 * 3 + 5 * 7 + 5 * 7 + 6 * 6 + 8 * 7 + 5 * 6 + 4 * 6
    shown = figures()
    assert shown["score_in_house"] == pytest.approx(in_house / 44, rel=1e-12)
    assert shown["score_outsourced"] == pytest.approx(outsourced / 44, rel=1e-12)
    assert shown["score_mixed"] == pytest.approx(mixed / 44, rel=1e-12)
    assert shown["economy_outsourced"] == pytest.approx((49 + 36) / 11, rel=1e-12)
    assert shown["benefit_outsourced"] == pytest.approx((outsourced - 85) / 33, rel=1e-12)


def test_the_default_says_how_little_it_takes_to_turn_it():
    """Outsourced overtakes mixed where 9x + 231/40 (1 - x) = 3x + 265/40 (1 - x)."""
    headline = LAB.view({}).headline
    assert headline.template.endswith("{criterion} above {limit} (now {weight}): {other}.")
    limit = (34 / 40) / (6 + 34 / 40)
    assert headline.parts["winner"] == "Mixed"
    assert headline.parts["criterion"] == "Start-up investment"
    assert headline.parts["limit"].value == pytest.approx(limit, rel=1e-12)
    assert headline.parts["other"] == "Outsourced"
    assert figures()["least_move"] == pytest.approx(limit - 4 / 44, rel=1e-12)


def test_the_question_has_the_answer_it_expects():
    winners = [
        LAB.view({"weight_start_up_investment": weight}).headline.parts["winner"] for weight in (4, 5, 6)
    ]
    assert winners == ["Mixed", "Mixed", "Outsourced"]


@pytest.mark.parametrize("seed", range(12))
def test_beyond_each_limit_the_one_named_wins(seed):
    """All is weighed anew with each weight a little beyond its limit, the others keeping their ratios."""
    drawing = random.Random(seed)
    values = {name: drawing.randint(0, 10) for name in ONLY} | {name: drawing.randint(0, 10) for name in EVEN}
    view = LAB.view(values)
    options = {
        name: {each: values[f"score_{short}_{each.replace('-', '_')}"] for each in scorecard.CRITERIA}
        for name, short in (("In-house", "in_house"), ("Outsourced", "outsourced"), ("Mixed", "mixed"))
    }
    weights = {each: values["weight_" + each.replace("-", "_")] for each in scorecard.CRITERIA}
    checked = 0
    for row in view.table.rows[:-1]:
        criterion = next(each.criterion for each in preferences.TABLE if each.label == row[0])
        for limit, winner, beyond in ((row[5], row[6], -1e-6), (row[7], row[8], 1e-6)):
            if limit is not None:
                assert best(options, moved(weights, criterion, limit + beyond)) == winner
                assert best(options, moved(weights, criterion, limit - beyond)) != winner
                checked += 1
    assert checked


def moved(weights, criterion, share):
    """Return weights with this share on a criterion, the others in their ratios."""
    others = sum(weights.values()) - weights[criterion]
    return {
        each: share if each == criterion else weight / others * (1 - share)
        for each, weight in weights.items()
    }


def best(options, weights):
    return max(options, key=lambda name: sum(weights[each] * options[name][each] for each in weights))


def test_bars_ranges_and_points_show_what_the_figures_say():
    view = LAB.view({})
    shown = figures()
    bars, ranges, points = chart(view, "bars"), chart(view, "ranges"), chart(view, "points")
    for place, option in enumerate(("in_house", "outsourced", "mixed")):
        parts = [values[place] for _, _, values in bars.series]
        assert sum(parts) == pytest.approx(shown["score_" + option], rel=1e-12)
        assert bars.description.parts[option].value == shown["score_" + option]
        assert points.points[place][2:] == (shown["economy_" + option], shown["benefit_" + option])
    for (name, low, _, high, _), row in zip(ranges.ranges, view.table.rows, strict=False):
        assert name == row[0]
        assert low == pytest.approx((row[5] or 0.0) - row[1], abs=1e-12)
        assert high == pytest.approx((1.0 if row[7] is None else row[7]) - row[1], abs=1e-12)


def test_weights_count_by_their_ratios_only():
    doubled = {"weight_cost": 4, "weight_control": 2}
    assert figures(**{**ONLY, **doubled})["score_mixed"] == pytest.approx((2 * 7 + 7) / 3, rel=1e-12)


def test_without_any_weight_the_first_one_says_what_is_missing():
    with pytest.raises(InputError) as caught:
        LAB.view(ONLY)
    assert caught.value.name == "weight_cost"


def test_equal_scores_share_the_first_place_and_no_weight_can_turn_that():
    view = LAB.view(EVEN)
    assert view.headline.template == "First place, with {score} of 10 each: {options}."
    assert view.headline.parts["options"] == ["In-house", "Outsourced", "Mixed"]
    assert chart(view, "ranges") is None


def test_a_winner_by_every_criterion_is_firm():
    view = LAB.view({**EVEN, **{name: 9 for name in EVEN if "_mixed_" in name}})
    assert view.headline.template.endswith("No change in a single weight reverses that.")
    assert view.headline.parts["second"] == "In-house"
    for _, low, low_words, high, high_words in chart(view, "ranges").ranges:
        assert (low_words, high_words) == ("Mixed", "Mixed")
        assert high - low == pytest.approx(1.0)


def test_with_weight_on_money_alone_there_is_nothing_to_draw_against_it():
    view = LAB.view({**ONLY, "weight_cost": 3})
    assert chart(view, "points") is None
    assert "nothing to trade" in view.notes[0].text.template
    assert "benefit_mixed" not in figures(**{**ONLY, "weight_cost": 3})


def test_each_pair_of_criteria_has_one_judgement():
    names = {control.name for control in LAB.controls}
    assert len(PAIRS) == 28
    for first, second in PAIRS:
        assert f"{first.criterion}_or_{second.criterion}".replace("-", "_") in names


@pytest.mark.parametrize("seed", range(8))
def test_weights_from_pairs_are_mpmaths_principal_eigenvector(seed):
    drawing = random.Random(seed)
    kept = sorted(drawing.sample(range(8), drawing.randint(2, 5)))
    criteria = [scorecard.CRITERIA[place] for place in kept]
    values = {"how": "pairs", "kept": criteria}
    matrix = mpmath.ones(len(kept))
    for row, first in enumerate(criteria):
        for column in range(row + 1, len(criteria)):
            position = drawing.randint(-9, 9)
            values[f"{first}_or_{criteria[column]}".replace("-", "_")] = position
            times = mpmath.mpf(max(1, abs(position)))
            matrix[row, column] = times if position > 0 else 1 / times
            matrix[column, row] = 1 / matrix[row, column]
    eigenvalues, vectors = mpmath.eig(matrix)
    largest = max(range(len(kept)), key=lambda place: mpmath.re(eigenvalues[place]))
    vector = [mpmath.re(vectors[row, largest]) for row in range(len(kept))]
    rows = LAB.view(values).table.rows[:-1]
    assert [row[1] for row in rows] == pytest.approx([float(each / sum(vector)) for each in vector], rel=1e-9)
    size = len(kept)
    if size > 2:
        index = {3: 0.58, 4: 0.90, 5: 1.12}[size]
        ratio = float((mpmath.re(eigenvalues[largest]) - size) / (size - 1) / index)
        assert figures(**values)["consistency_ratio"] == pytest.approx(max(0.0, ratio), abs=1e-9)


def test_the_judgements_shown_at_first_agree():
    view = LAB.view({"how": "pairs"})
    assert figures(how="pairs")["consistency_ratio"] < 0.01
    assert not view.headline.template.startswith("Judgements contradict")


def test_judgements_that_contradict_each_other_are_named_with_what_the_others_imply():
    view = LAB.view(INSURER)
    assert view.headline.template.startswith("Judgements contradict each other, most of all: {pairs}.")
    assert view.headline.parts["pairs"] == ["Cost \u2013 Confidentiality"]
    note = next(each.text for each in view.notes if "judged {said}" in each.text.template)
    assert (note.parts["first"], note.parts["second"]) == ("Cost", "Confidentiality")
    assert note.parts["said"].value == 5
    weight = {row[0]: row[1] for row in view.table.rows}
    assert note.parts["implied"].value == pytest.approx(weight["Cost"] / weight["Confidentiality"], rel=1e-12)


def test_a_judgement_below_one_is_told_the_other_way_round():
    turned = {
        "how": "pairs",
        "cost_or_confidentiality": -5,
        "confidentiality_or_control": -4,
        "cost_or_control": 9,
    }
    for text in [each.text for each in LAB.view(turned).notes if "judged {said}" in each.text.template]:
        assert text.parts["said"].value >= 1


@pytest.mark.parametrize("kept", [[], ["cost"], ["cost", *scorecard.CRITERIA[2:7]]])
def test_too_few_or_too_many_criteria_are_answered_beside_their_control(kept):
    with pytest.raises(InputError, match="kept must be from 2 to 5 criteria"):
        LAB.view({"how": "pairs", "kept": kept})
    assert LAB.view({"kept": kept}).headline.parts["winner"] == "Mixed"


def test_each_preset_makes_its_own_winner_and_says_it_is_invented():
    winners = [LAB.view(preset.values).headline.parts["winner"] for preset in LAB.presets]
    assert winners[:4] == ["Mixed", "In-house", "Outsourced", "Mixed"]
    assert all(preset.label.startswith("Invented: ") for preset in LAB.presets)


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given():
    cases = [{}, EVEN, INSURER, {**ONLY, "weight_cost": 3}, *[preset.values for preset in LAB.presets]]
    for values in cases:
        view = LAB.view(values)
        texts = [
            view.headline,
            *[each.description for each in view.charts],
            *[each.text for each in view.notes],
        ]
        for text in texts:
            assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


def test_the_lead_is_the_distance_from_the_first_to_the_second():
    view = LAB.view({"weight_cost": 9})
    lead = view.charts[0]
    scores = sorted([score for _, _, score in lead.points], reverse=True)
    assert lead.lead.parts["lead"].value == pytest.approx(scores[0] - scores[1])
    assert {name: score for name, _, score in lead.points} == {
        name: view.figures[place].quantity.value
        for place, name in enumerate(("in_house", "outsourced", "mixed"))
    }


def test_each_weight_is_dragged_on_its_own_bar_and_judgements_are_not():
    lead = LAB.view({}).charts[0]
    assert [handle.place for handle in lead.handles] == [label for label, _ in lead.bars]
    assert [handle.at for handle in lead.handles] == [weight for _, weight in lead.bars]
    assert {handle.control for handle in lead.handles} <= {control.name for control in LAB.controls}
    judged = LAB.view({"how": "pairs"}).charts[0]
    assert not judged.handles
    assert sum(weight for _, weight in judged.bars) == pytest.approx(1)
