"""Weighted scores, how firm the winner is, and weights from judgements in pairs."""

import csv
import math
import random
from fractions import Fraction
from pathlib import Path

import mpmath
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from callcentre.model import scorecard
from callcentre.model.check import InputError
from callcentre.model.scorecard import (
    BENEFIT_CRITERIA,
    COST_CRITERIA,
    CRITERIA,
    ahp,
    preferences,
    rank,
    ratio_of,
)

OPTIONS = {
    "in-house": {"cost": 4, "confidentiality": 9, "flexibility": 2},
    "outsourced": {"cost": 8, "confidentiality": 3, "flexibility": 8},
    "mixed": {"cost": 6, "confidentiality": 7, "flexibility": 6},
}
WEIGHTS = {"cost": 2, "confidentiality": 1, "flexibility": 1}

SCORE = st.integers(0, 10)
SCORES = st.fixed_dictionaries(dict.fromkeys(CRITERIA, SCORE))
SOME_OPTIONS = st.fixed_dictionaries({"in-house": SCORES, "outsourced": SCORES, "mixed": SCORES})
SOME_WEIGHTS = st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.integers(0, 100))).filter(
    lambda weights: any(weights.values())
)
JUDGEMENTS = [Fraction(1, each) for each in range(9, 1, -1)] + [Fraction(each) for each in range(1, 10)]


def by_option(result, what):
    return {one["option"]: one[what] for one in result["ranking"]}


def matrix_of(judgements, size):
    """Return the reciprocal matrix whose upper half, row by row, holds the judgements."""
    matrix = [[1.0] * size for _ in range(size)]
    upper = iter(judgements)
    for row in range(size):
        for column in range(row + 1, size):
            judgement = next(upper)
            matrix[row][column], matrix[column][row] = float(judgement), float(1 / judgement)
    return matrix


def moved(weights, criterion, share):
    """Return weights in which a criterion has a share of 1 and the others divide the rest as they did."""
    rest = sum(weight for name, weight in weights.items() if name != criterion)
    others = {
        name: (1 - share) * (weight / rest if rest else 1 / (len(weights) - 1))
        for name, weight in weights.items()
        if name != criterion
    }
    return {**others, criterion: share}


def test_a_score_is_the_weighted_mean_by_hand():
    result = rank(OPTIONS, WEIGHTS)
    assert by_option(result, "score") == {"outsourced": 6.75, "mixed": 6.25, "in-house": 4.75}
    assert [one["rank"] for one in result["ranking"]] == [1, 2, 3]
    assert result["winner"] == "outsourced"
    assert result["weights"] == {"cost": 0.5, "confidentiality": 0.25, "flexibility": 0.25}


def test_cost_and_benefit_are_kept_on_two_axes():
    result = rank(OPTIONS, WEIGHTS)
    assert by_option(result, "economy") == {"in-house": 4, "outsourced": 8, "mixed": 6}
    assert by_option(result, "benefit") == {"in-house": 5.5, "outsourced": 5.5, "mixed": 6.5}
    assert by_option(result, "behind_in_both") == {
        "in-house": ["outsourced", "mixed"],
        "outsourced": [],
        "mixed": [],
    }


def test_who_is_best_on_one_criterion_is_dominated_by_nobody_though_behind_in_both_means():
    assert by_option(rank(OPTIONS, WEIGHTS), "dominated_by") == dict.fromkeys(OPTIONS, [])


def test_an_option_no_better_on_any_criterion_and_worse_on_one_is_dominated():
    options = {**OPTIONS, "copy": {"cost": 8, "confidentiality": 3, "flexibility": 7}}
    found = by_option(rank(options, WEIGHTS), "dominated_by")
    assert found == {**dict.fromkeys(OPTIONS, []), "copy": ["outsourced"]}
    twin = {**OPTIONS, "copy": dict(OPTIONS["outsourced"])}
    assert by_option(rank(twin, WEIGHTS), "dominated_by") == dict.fromkeys(twin, [])


def test_a_criterion_that_does_not_count_today_still_saves_from_being_dominated():
    options = {"one": {"cost": 8, "control": 2}, "other": {"cost": 7, "control": 3}}
    assert by_option(rank(options, {"cost": 1, "control": 0}), "dominated_by") == {"one": [], "other": []}
    assert by_option(rank(options, {"cost": 1}), "dominated_by") == {"one": [], "other": ["one"]}


@given(SOME_OPTIONS, SOME_WEIGHTS, SOME_WEIGHTS)
def test_no_weights_put_a_dominated_option_before_the_one_that_dominates_it(options, weights, others):
    dominated = by_option(rank(options, weights), "dominated_by")
    score = by_option(rank(options, others), "score")
    for name, by in dominated.items():
        assert all(score[other] >= score[name] - 1e-9 for other in by)


def test_an_axis_without_weight_is_empty_and_puts_nobody_behind():
    result = rank(OPTIONS, {"cost": 1, "flexibility": 0})
    assert by_option(result, "benefit") == dict.fromkeys(OPTIONS)
    assert by_option(result, "behind_in_both") == {
        "outsourced": [],
        "mixed": ["outsourced"],
        "in-house": ["outsourced", "mixed"],
    }


def test_how_far_a_weight_must_move_by_hand():
    """Mixed passes outsourced where 8c + 5.5(1 - c) = 6c + 6.5(1 - c): a cost share of one third."""
    cost = rank(OPTIONS, WEIGHTS)["sensitivity"][0]
    assert cost["criterion"] == "cost"
    assert cost["lower"]["winner"] == "mixed"
    assert cost["lower"]["weight"] == pytest.approx(1 / 3, rel=1e-12)
    assert cost["lower"]["move"] == pytest.approx(1 / 6, rel=1e-12)
    assert cost["higher"] is None


def test_the_most_sensitive_criterion_is_the_one_that_has_least_to_move():
    result = rank(OPTIONS, WEIGHTS)
    least = {
        each["criterion"]: min(
            (each[way]["move"] for way in ("lower", "higher") if each[way]), default=math.inf
        )
        for each in result["sensitivity"]
    }
    assert result["most_sensitive"] == min(least, key=least.get) == "confidentiality"


def test_a_winner_that_is_best_on_everything_stays_whatever_the_weights():
    options = {"in-house": {"cost": 1, "control": 2}, "mixed": {"cost": 3, "control": 4}}
    result = rank(options, {"cost": 1, "control": 1})
    assert result["most_sensitive"] is None
    assert [(each["lower"], each["higher"]) for each in result["sensitivity"]] == [(None, None)] * 2


def test_a_shared_first_place_has_no_winner():
    options = {"in-house": {"cost": 3}, "outsourced": {"cost": 1}, "mixed": {"cost": 3}}
    result = rank(options, {"cost": 5})
    assert (result["winner"], result["sensitivity"], result["most_sensitive"]) == (None, [], None)
    assert by_option(result, "rank") == {"in-house": 1, "mixed": 1, "outsourced": 3}


def test_all_weight_on_one_criterion_leaves_the_others_equal_shares():
    weights = {"cost": 1, "confidentiality": 0, "flexibility": 0}
    lower = rank(OPTIONS, weights)["sensitivity"][0]["lower"]
    assert (lower["winner"], lower["weight"]) == ("mixed", pytest.approx(1 / 3))


def test_a_criterion_without_weight_is_left_out():
    assert rank(OPTIONS, {"cost": 1})["weights"] == {"cost": 1}


@given(SOME_OPTIONS, SOME_WEIGHTS)
def test_scores_lie_between_worst_and_best_and_are_the_sums_of_their_parts(options, weights):
    for one in rank(options, weights)["ranking"]:
        assert -1e-9 <= one["score"] <= 10 + 1e-9
        assert sum(one["parts"].values()) == pytest.approx(one["score"], abs=1e-12)


@given(SOME_OPTIONS, SOME_WEIGHTS)
def test_a_score_lies_between_what_an_option_costs_and_what_it_is_good_for(options, weights):
    result = rank(options, weights)
    share = sum(result["weights"][criterion] for criterion in COST_CRITERIA)
    for one in result["ranking"]:
        both = share * (one["economy"] or 0) + (1 - share) * (one["benefit"] or 0)
        assert both == pytest.approx(one["score"], abs=1e-9)


@given(SOME_OPTIONS, SOME_WEIGHTS, st.floats(0.01, 100))
def test_only_the_ratios_of_the_weights_matter(options, weights, factor):
    scaled = {criterion: weight * factor for criterion, weight in weights.items()}
    one, other = rank(options, weights), rank(options, scaled)
    assert by_option(other, "score") == pytest.approx(by_option(one, "score"), abs=1e-9)


@given(SOME_OPTIONS, SOME_WEIGHTS, st.sampled_from(CRITERIA))
def test_a_better_score_never_lowers_a_rank(options, weights, criterion):
    assume(options["mixed"][criterion] < 10)
    better = {name: dict(scores) for name, scores in options.items()}
    better["mixed"][criterion] += 1
    assert (
        by_option(rank(better, weights), "rank")["mixed"]
        <= by_option(rank(options, weights), "rank")["mixed"]
    )


@pytest.mark.long
@given(SOME_OPTIONS, SOME_WEIGHTS)
def test_short_of_the_move_the_winner_stays_and_beyond_it_another_wins(options, weights):
    result = rank(options, weights)
    for each in result["sensitivity"]:
        for way, direction in (("lower", -1), ("higher", 1)):
            end = 0 if way == "lower" else 1
            room = abs(end - each["weight"])
            move = each[way]["move"] if each[way] else room
            for part in (0.001, 0.5, 0.999):
                at = each["weight"] + direction * part * move
                stays = rank(options, moved(result["weights"], each["criterion"], at))
                assert by_option(stays, "rank")[result["winner"]] == 1
            if each[way] and room - move > 1e-4:
                beyond = each["weight"] + direction * (move + 1e-5)
                changed = rank(options, moved(result["weights"], each["criterion"], beyond))
                assert by_option(changed, "rank")[result["winner"]] > 1
                assert by_option(changed, "rank")[each[way]["winner"]] == 1


def test_the_criteria_are_those_of_the_source():
    assert CRITERIA == (
        "cost",
        "start-up-investment",
        "experience",
        "flexibility",
        "confidentiality",
        "control",
        "culture",
        "technology",
    )
    assert CRITERIA == COST_CRITERIA + BENEFIT_CRITERIA


@pytest.mark.parametrize(
    ("options", "weights", "message"),
    [
        (OPTIONS, {}, "weights must be a dict of weights by criterion, at least one, got {}"),
        (OPTIONS, {"cost": 0}, "weights must be above 0 for at least one criterion, got {'cost': 0}"),
        (OPTIONS, {"cost": -1}, "cost must be a number from 0 to 1000000, got -1"),
        (OPTIONS, {"colour": 1}, "colour must be left out; the criteria are cost, start-up-investment, "),
        (OPTIONS, {"culture": 1}, "culture must be a number from 0 to 10 for in-house, got None"),
        ({"mixed": {"cost": 1}}, WEIGHTS, "options must be a dict of at least two options, got "),
        (
            {"a": {"cost": 11}, "b": {"cost": 1}},
            {"cost": 1},
            "cost must be a number from 0 to 10 for a, got 11",
        ),
        ({"a": {"colour": 1}, "b": {"cost": 1}}, {"cost": 1}, "colour must be left out of a; the criteria "),
        ({"a": 3, "b": {"cost": 1}}, {"cost": 1}, "a must be a dict of scores by criterion, got 3"),
        ({1: {"cost": 1}, 2: {"cost": 1}}, {"cost": 1}, "options must be a dict of options by name, got 1"),
    ],
)
def test_a_scorecard_that_cannot_be_used_is_refused_by_name(options, weights, message):
    with pytest.raises(InputError) as caught:
        rank(options, weights)
    assert str(caught.value).startswith(message)


def test_judgements_that_agree_give_their_weights_exactly():
    result = ahp([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]])
    assert result["weights"] == pytest.approx([0.6, 0.3, 0.1], rel=1e-12)
    assert result["largest_eigenvalue"] == pytest.approx(3, rel=1e-12)
    assert result["consistency_ratio"] == pytest.approx(0, abs=1e-12)
    assert (result["is_consistent"], result["warning"]) == (True, None)


def test_two_things_always_agree():
    result = ahp([[1, 9], [1 / 9, 1]])
    assert result["weights"] == pytest.approx([0.9, 0.1], rel=1e-12)
    assert (result["consistency_ratio"], result["warning"]) == (0.0, None)


@given(*[st.sampled_from(JUDGEMENTS)] * 3)
def test_three_things_have_a_closed_form(first_second, first_third, second_third):
    """Row geometric means, and 1 + c + 1/c with c the cube root of how far round the circle is from 1."""
    judgements = (first_second, first_third, second_third)
    result = ahp(matrix_of(judgements, 3))
    rows = [first_second * first_third, second_third / first_second, 1 / (first_third * second_third)]
    means = [float(row) ** (1 / 3) for row in rows]
    round_trip = float(first_second * second_third / first_third) ** (1 / 3)
    assert result["weights"] == pytest.approx([mean / sum(means) for mean in means], rel=1e-12)
    assert result["largest_eigenvalue"] == pytest.approx(1 + round_trip + 1 / round_trip, rel=1e-12)


@pytest.mark.long
@pytest.mark.parametrize("size", range(2, 11))
def test_weights_and_eigenvalue_agree_with_mpmath(size):
    drawing = random.Random(size)
    for strongest in ((1, 2, 3), (1, 9), tuple(range(1, 10))):
        for _ in range(2):
            upper = [
                Fraction(drawing.choice(strongest)) ** drawing.choice((1, -1)) for _ in range(size * size)
            ]
            matrix = matrix_of(upper, size)
            result = ahp(matrix)
            eigenvalue, weights = principal(matrix)
            assert result["largest_eigenvalue"] == pytest.approx(eigenvalue, rel=1e-12)
            assert result["weights"] == pytest.approx(weights, rel=1e-12)


def principal(matrix):
    """Return mpmath's largest eigenvalue and its eigenvector as shares of 1."""
    with mpmath.workdps(40):
        values, vectors = mpmath.eig(mpmath.matrix(matrix))
        largest = max(range(len(values)), key=lambda index: mpmath.re(values[index]))
        vector = [mpmath.re(vectors[row, largest]) for row in range(len(matrix))]
        return float(mpmath.re(values[largest])), [float(each / sum(vector)) for each in vector]


def test_saatys_drinks_get_saatys_weights():
    """Saaty (2008), Decision making with the AHP: consumption of drinks in the United States."""
    with (Path(__file__).parent / "saaty-drinks.csv").open() as file:
        rows = list(csv.DictReader(file))
    drinks = [row["drink"] for row in rows]
    result = ahp([[float(Fraction(row[drink])) for drink in drinks] for row in rows])
    assert [round(weight, 3) for weight in result["weights"]] == [float(row["weight"]) for row in rows]
    assert round(result["consistency_ratio"], 3) == 0.022
    assert result["is_consistent"]


@pytest.mark.parametrize(
    ("size", "index"),
    [(3, 0.58), (4, 0.90), (5, 1.12), (6, 1.24), (7, 1.32), (8, 1.41), (9, 1.45), (10, 1.49)],
)
def test_the_consistency_ratio_divides_by_saatys_random_index(size, index):
    result = ahp(matrix_of([Fraction(9), Fraction(1, 9)] * size * size, size))
    expected = (result["largest_eigenvalue"] - size) / (size - 1)
    assert result["consistency_index"] == pytest.approx(expected, rel=1e-12)
    assert result["consistency_ratio"] == pytest.approx(expected / index, rel=1e-12)


def test_the_warning_names_the_judgement_that_was_spoilt():
    """Weights 8, 4, 2, 1 judged without error, then one judgement turned round."""
    for row in range(4):
        for column in range(row + 1, 4):
            matrix = [[2.0 ** (j - i) for j in range(4)] for i in range(4)]
            honest = matrix[row][column]
            matrix[row][column], matrix[column][row] = 1 / honest, honest
            result = ahp(matrix)
            if not result["is_consistent"]:
                (judgement,) = result["warning"]
                assert (judgement["row"], judgement["column"]) == (row, column)
                assert judgement["judgement"] == 1 / honest
                assert judgement["implied"] > 1 / honest
                assert judgement["implied"] == result["weights"][row] / result["weights"][column]


def test_a_spoilt_judgement_is_indeed_inconsistent():
    matrix = [[2.0 ** (j - i) for j in range(4)] for i in range(4)]
    matrix[0][3], matrix[3][0] = 1 / 8, 8.0
    assert ahp(matrix)["consistency_ratio"] > 0.10


def test_of_three_things_no_judgement_is_more_to_blame_than_the_others():
    warning = ahp(matrix_of([Fraction(9), Fraction(1, 9), Fraction(9)], 3))["warning"]
    assert [(judgement["row"], judgement["column"]) for judgement in warning] == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("pairwise", "message"),
    [
        (None, "pairwise must be a square matrix for 2 to 10 things, got None"),
        ([[1]], "pairwise must be a square matrix for 2 to 10 things, got [[1]]"),
        ([[1.0] * 11] * 11, "pairwise must be a square matrix for 2 to 10 things, got "),
        ([[1, 2], [0.5]], "pairwise must be 2 rows of 2 numbers, got [0.5]"),
        ([[1, 2], 3], "pairwise must be 2 rows of 2 numbers, got 3"),
        ([[1, 0], [0, 1]], "pairwise must be a number from 1/9 to 9 in row 1, column 2, got 0"),
        ([[1, 10], [0.1, 1]], "pairwise must be a number from 1/9 to 9 in row 1, column 2, got 10"),
        ([[1, math.nan], [2, 1]], "pairwise must be a number from 1/9 to 9 in row 1, column 2, got nan"),
        ([[1, 2], [True, 1]], "pairwise must be a number from 1/9 to 9 in row 2, column 1, got True"),
        ([[1, 2], [2, 1]], "pairwise must be the reciprocal of its mirror image in row 2, column 1, got 2"),
        ([[2, 2], [0.5, 1]], "pairwise must be 1 on the diagonal in row 1, column 1, got 2"),
    ],
)
def test_judgements_that_cannot_be_used_are_refused_by_their_place(pairwise, message):
    with pytest.raises(InputError) as caught:
        ahp(pairwise)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("judgement", range(1, 10))
def test_a_reciprocal_typed_with_three_decimals_is_good_enough(judgement):
    share = judgement / (judgement + 1)
    typed = ahp([[1, judgement], [round(1 / judgement, 3), 1]])
    assert typed["weights"] == pytest.approx([share, 1 - share], rel=1e-12)


@pytest.mark.parametrize(
    ("position", "times"), [(9, 9), (2, 2), (1, 1), (0, 1), (-1, 1), (-2, 1 / 2), (-3, 1 / 3), (-9, 1 / 9)]
)
def test_a_place_on_the_scale_is_a_ratio(position, times):
    assert ratio_of(position) == times


@pytest.mark.parametrize(("judgements", "size"), [([3], 2), ([2, 6, 3], 3), ([1, 2, 4, 2, 4, 2], 4)])
def test_judgements_above_the_diagonal_make_the_whole_matrix(judgements, size):
    matrix = scorecard.matrix_of(judgements)
    assert [matrix[row][column] for row in range(size) for column in range(row + 1, size)] == judgements
    for row in range(size):
        assert matrix[row][row] == 1
        for column in range(size):
            assert matrix[row][column] * matrix[column][row] == pytest.approx(1, rel=1e-15)
    assert ahp(matrix)["is_consistent"]


@pytest.mark.parametrize("count", [0, 2, 4, 5, 46])
def test_a_number_of_judgements_that_fits_no_matrix_is_refused(count):
    with pytest.raises(InputError, match="judgements must be a list of 1, 3, 6, 10"):
        scorecard.matrix_of([1.0] * count)


def test_ten_things_take_forty_five_judgements():
    assert len(scorecard.matrix_of([1.0] * 45)) == 10


def test_options_equal_by_a_criterion_never_overtake_each_other_as_its_weight_grows():
    """They meet where it has all the weight, and there is no beyond."""
    options = {"one": {"cost": 7, "control": 0.1}, "other": {"cost": 7, "control": 0.3}}
    for weight in (0.1, 0.3, 0.7, 1.1, 5):
        cost = rank(options, {"cost": weight, "control": 1})["sensitivity"][0]
        assert cost["higher"] is None


def test_each_criterion_has_its_preference_with_a_reason():
    assert [preferences.find(each).criterion for each in CRITERIA] == list(CRITERIA)
    for each in preferences.TABLE:
        assert min(each.weight, each.in_house, each.outsourced, each.mixed) >= 0
        assert max(each.weight, each.in_house, each.outsourced, each.mixed) <= 10
        assert each.why.endswith(".")
        assert "#" in each.section


def test_a_preference_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="criterion must be one of cost, start-up-investment"):
        preferences.find("price")
