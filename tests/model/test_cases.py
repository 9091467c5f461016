"""Eighteen cases to sort, and the answers given to them."""

import copy
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import typology
from callcentre.model.check import InputError
from callcentre.model.typology import cases, sorting
from callcentre.teach.check import cases as check

BY_CASE = pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.title)
WORDS = dict(zip(cases.AXES, sorting.WORDS, strict=True))
ARGUED = [case for case in cases.CASES if case.can_be_argued]
PICKS = st.fixed_dictionaries({axis: st.sampled_from(["not-yet", *words]) for axis, words in WORDS.items()})


def case_numbered(number):
    return cases.CASES[number - 1]


def test_there_are_eighteen_and_a_third_of_them_can_be_argued():
    assert [case.number for case in cases.CASES] == list(range(1, 19))
    assert len(ARGUED) == 6
    assert len({case.title for case in cases.CASES}) == 18


@BY_CASE
def test_a_case_is_short_and_plain(case):
    assert 40 <= len(case.text.split()) <= 70
    assert not re.search(r"[<>{}&*_`]", case.text)
    assert "vendor" not in case.text, "the reader is to see who is the vendor"
    for word in (*typology.SOURCING, *typology.DIRECTION, *typology.FORMALITY):
        assert word not in case.text.lower()


@BY_CASE
def test_a_cases_verdicts_stand_on_its_words_and_the_typology_agrees(case):
    assert list(check.of_case(case)) == []


@BY_CASE
def test_the_fact_that_decides_is_short_and_what_follows_is_a_sentence(case):
    for verdict in case.verdicts.values():
        assert len(verdict.fact.split()) < len(case.text.split()) / 2
        assert verdict.why.endswith(".")


@pytest.mark.parametrize("case", ARGUED, ids=lambda case: case.title)
def test_what_can_be_argued_has_two_answers_on_one_axis(case):
    (axis,) = [axis for axis in cases.AXES if case.verdicts[axis].can_be_argued]
    verdict = case.verdicts[axis]
    assert len(set(verdict.accepted)) == len(verdict.accepted) == 2
    assert set(verdict.accepted) < set(WORDS[axis])


def test_what_no_longer_fits_in_a_case_is_told():
    case = copy.deepcopy(case_numbered(8))
    case.text = case.text.replace(case.verdicts["formality"].fact, "It has a head.")
    case.profile["agents_employed_by"] = "vendor"
    told = list(check.of_case(case))
    assert told[0] == "by its facts the typology calls it mixed; its verdict says in-house"
    assert "the facts as read for in-house make it mixed" in told
    assert any(each.startswith("the fact that decides on formality, 'no room") for each in told)


def test_every_axis_is_argued_twice_and_every_answer_comes_up_without_argument():
    argued = [axis for case in ARGUED for axis in cases.AXES if case.verdicts[axis].can_be_argued]
    assert sorted(argued) == sorted(cases.AXES * 2)
    for axis, words in WORDS.items():
        clear = {case.verdicts[axis].accepted[0] for case in cases.CASES if not case.can_be_argued}
        assert clear == set(words)


def test_no_answer_is_right_so_often_that_it_can_be_given_blindly():
    for axis, words in WORDS.items():
        for word in words:
            assert sum(word in case.verdicts[axis].accepted for case in cases.CASES) <= 12


@pytest.mark.parametrize("seed", [0, 1, 2, 9999, 2**31 - 1])
def test_an_order_holds_every_case_once(seed):
    order = cases.in_order(seed)
    assert sorted(case.number for case in order) == list(range(1, 19))
    assert order == cases.in_order(seed)


def test_orders_differ_and_favour_no_case_for_the_first_place():
    orders = [[case.number for case in cases.in_order(seed)] for seed in range(900)]
    assert len({tuple(order) for order in orders}) == 900
    firsts = [order[0] for order in orders]
    expected = 900 / 18
    chi_square = sum((firsts.count(number) - expected) ** 2 / expected for number in range(1, 19))
    assert chi_square < 40.8  # the 99.9 % point of chi-square with 17 degrees of freedom


def test_the_letters_tell_the_answers_of_an_axis_apart():
    for words in sorting.WORDS:
        assert len({word[0] for word in words}) == len(words)


def test_answers_are_read_case_by_case_in_the_order_of_the_tries():
    assert sorting.read("3.im.b.f_8...b") == {
        3: {"sourcing": ["in-house", "mixed"], "direction": ["blended"], "formality": ["formal"]},
        8: {"sourcing": [], "direction": [], "formality": ["borderline"]},
    }
    assert sorting.read("") == {}


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "3...",
        "3.m.i",
        "3.m.i.f.f",
        "03.m.i.f",
        "+3.m.i.f",
        "٣.m.i.f",
        "0.m.i.f",
        "19.m.i.f",
        "3.m.i.f_3.m.i.f",
        "3.m.i.f_",
        "_3.m.i.f",
        "3.x.i.f",
        "3.M.i.f",
        "3.iom..",
        "3.ii..",
        "3.mi..",
        "3.m.i.f 4.m.i.f",
        "<script>alert(1)</script>",
        "3.m.i.f\n",
        "not-yet",
        "_" * 399,
    ],
)
def test_a_broken_text_is_refused(text):
    with pytest.raises(InputError, match="^answers must be tries as this course writes them") as caught:
        sorting.read(text)
    assert caught.value.value == text


@given(st.text(alphabet="0123456789.iombf_", max_size=40))
@settings(max_examples=300)
def test_a_text_is_refused_or_read_so_that_it_can_be_written_again(text):
    try:
        tries = sorting.read(text)
    except InputError:
        return
    assert sorting.read(sorting.written(tries)) == tries


@given(st.lists(st.tuples(st.sampled_from(cases.CASES), PICKS), max_size=60))
@settings(max_examples=150)
def test_whatever_is_answered_can_be_written_read_and_counted(moves):
    tries = {}
    for case, picks in moves:
        before = sorting.counts(tries, cases.CASES)
        tries = sorting.with_answers(tries, case, picks)
        after = sorting.counts(tries, cases.CASES)
        assert after["points"] >= before["points"]
        assert after["first"] + after["second"] + after["missed"] + after["open"] == 54
        assert after["points"] == after["first"] + after["second"] / 2
        assert sorting.read(sorting.written(tries)) == tries
    assert len(sorting.written(tries)) <= 400


def test_two_tries_are_all_there_are():
    case = case_numbered(8)
    tries = {}
    for answer in ("mixed", "mixed", "outsourced", "in-house"):
        tries = sorting.with_answers(tries, case, {"sourcing": answer})
    assert sorting.tried(tries, case)["sourcing"] == ["mixed", "outsourced"]
    assert sorting.counts(tries, [case], ["sourcing"])["missed"] == 1


def test_nothing_follows_an_answer_that_holds():
    case = case_numbered(8)
    tries = sorting.with_answers({}, case, {"sourcing": "in-house"})
    assert sorting.with_answers(tries, case, {"sourcing": "mixed"}) == tries


def test_what_is_no_word_of_the_axis_is_left_out():
    case = case_numbered(8)
    for answer in ("not-yet", "formal", "", None):
        assert sorting.with_answers({}, case, {"sourcing": answer}) == {}


def test_each_answer_that_can_be_argued_counts_in_full():
    for case in ARGUED:
        for axis in cases.AXES:
            for answer in case.verdicts[axis].accepted:
                assert sorting.counts(sorting.with_answers({}, case, {axis: answer}), [case])["points"] == 1


def test_all_right_at_the_first_try_is_54_points_and_at_the_second_half_of_it():
    first, second = {}, {}
    drawing = random.Random(3)
    for case in cases.CASES:
        right = {axis: drawing.choice(case.verdicts[axis].accepted) for axis in cases.AXES}
        wrong = {
            axis: drawing.choice(sorted(set(words) - set(case.verdicts[axis].accepted)))
            for axis, words in WORDS.items()
        }
        first = sorting.with_answers(first, case, right)
        second = sorting.with_answers(sorting.with_answers(second, case, wrong), case, right)
    assert sorting.counts(first, cases.CASES)["points"] == 54
    assert sorting.counts(second, cases.CASES)["points"] == 27
    assert sorting.counts(second, cases.CASES)["second"] == 54
