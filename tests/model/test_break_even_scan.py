"""No stretch of volumes a tenth wide is missed: two hundred scenarios beside a dense scan."""

import random

import pytest

from callcentre.model import assumptions, costs
from callcentre.model.check import InputError
from callcentre.model.costs import account, break_even
from callcentre.model.workload.scenario import Scenario

SCENARIOS = 500
A_TEST = 100
DENSE = 1.047  # a stretch a tenth wide holds two volumes of such a scan
WIDE = 1.1
VARIED = [each for each in assumptions.TABLE if each.name not in ("horizon_months", "calls_per_month")]
# What makes lines cross twice, drawn more often than chance would have it.
CROSSING = (
    ("vendor_minimum", 0.0, 300_000.0),
    ("price_per_minute", 0.4, 2.0),
    ("band_1_discount", 0.0, 0.6),
    ("cell_agents", 1, 80),
    ("vendor_set_up", 0.0, 1_000_000.0),
    ("system_set_up", 0.0, 1_000_000.0),
)


def drawn(chance):
    """Return a scenario that a reader might make: a few values other than the defaults, some far off."""
    values = {"horizon_months": 12, "calls_per_month": chance.randint(500, 500_000)}
    for each in chance.sample(VARIED, 4):
        if each.options:
            values[each.name] = chance.choice(each.options)
        else:
            values[each.name] = each.near(
                each.value * chance.uniform(0.2, 3) if each.value else each.high / 10
            )
    for name, low, high in chance.sample(CROSSING, 3):
        values[name] = assumptions.find(name).near(chance.uniform(low, high))
    values["mixed_by"] = chance.choice(assumptions.find("mixed_by").options)
    return values


def dense_ranks():
    volume, ranks = float(break_even.SEARCH_FROM), []
    while volume <= break_even.SEARCH_TO:
        ranks.append(break_even.rank_of(int(volume)))
        volume *= DENSE
    return ranks


def wide_stretches(pair, cost):
    """Return (cheaper option, ranks) of each stretch of the dense scan that is surely a tenth wide."""
    runs = []
    for rank in dense_ranks():
        winner = break_even.cheaper(pair, cost(pair[0], rank) - cost(pair[1], rank))
        if not runs or runs[-1][0] != winner:
            runs.append((winner, []))
        runs[-1][1].append(rank)
    volume = break_even.volume_at
    return [(winner, ranks) for winner, ranks in runs if volume(ranks[-1]) >= WIDE * volume(ranks[0])]


def told(between, rank):
    """Return the option that is said to be cheaper at the volume of a rank."""
    passed = [volume for volume in between["volumes"] if volume <= break_even.volume_at(rank)]
    return between["cheaper"][len(passed)]


def missed(values):
    """Return the wide stretches of the dense scan in which nobody is told who is cheaper."""
    looking = break_even.Volumes(Scenario(values))
    return [
        (between["pair"], winner, break_even.volume_at(ranks[0]))
        for between in looking.found()["pairs"]
        for winner, ranks in wide_stretches(between["pair"], looking.cost)
        if winner not in [told(between, rank) for rank in ranks]
    ]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SCENARIOS // A_TEST))
def test_no_wide_stretch_is_missed(seed):
    chance = random.Random(seed)
    wrong, looked_at = [], 0
    while looked_at < A_TEST:
        scenario = drawn(chance)
        try:
            values = assumptions.complete(scenario)
        except InputError:
            continue
        looked_at += 1
        found = missed(values)
        if found:
            wrong.append((scenario, found))
    assert wrong == []


def test_the_scan_sees_a_search_that_looks_at_too_few_volumes(monkeypatch):
    ranks = break_even.ranks_to_look_at(40_000)
    monkeypatch.setattr(break_even, "ranks_to_look_at", lambda own: ranks[::30] + ranks[-1:])
    values = assumptions.complete({"vendor_minimum": 100000.0, "price_per_minute": 1.27})
    assert missed(values) != []


# (scenario, pair, cheaper option of each stretch, volumes between them, reasons) each: in the first two some
# stretches were missed once, in the third lines cross four times.
CROSSINGS = (
    (
        {"vendor_minimum": 100_000.0, "price_per_minute": 1.27},
        0,
        ["in-house", "outsourced", "in-house"],
        [10_700, 22_200],
        ["minimum"],
    ),
    (
        {"vendor_minimum": 200_000.0, "mixed_by": "overflow", "cell_agents": 41},
        2,
        ["outsourced", "mixed"],
        [154_000],
        [],
    ),
    (
        {
            "vendor_minimum": 100_000.0,
            "price_per_minute": 1.08,
            "band_1_discount": 0.45,
            "horizon_months": 12,
        },
        0,
        ["in-house", "outsourced", "in-house", "outsourced", "in-house"],
        [7880, 48_300, 80_800, 136_000],
        ["minimum", "bands"],
    ),
)


@pytest.mark.parametrize(("scenario", "between", "cheaper", "volumes", "reasons"), CROSSINGS)
def test_stretches_that_were_missed_once_are_found(scenario, between, cheaper, volumes, reasons):
    found = costs.compare(scenario)["break_even"]["pairs"][between]
    assert (found["cheaper"], found["volumes"], found["reasons"]) == (cheaper, volumes, reasons)


@pytest.mark.long
@pytest.mark.parametrize(("scenario", "between", "cheaper", "volumes", "reasons"), CROSSINGS[:2])
def test_no_volume_of_three_digits_says_otherwise(scenario, between, cheaper, volumes, reasons):
    """In the third scenario whole agents make lines cross to and fro besides."""
    looking = break_even.Volumes(Scenario(assumptions.complete(scenario)))
    one, other = pair = break_even.PAIRS[between]
    winners, changes = [], []
    for rank in range(looking.ranks[0], looking.ranks[-1] + 1):
        winner = pair[looking.cost(one, rank) > looking.cost(other, rank)]
        if not winners or winner != winners[-1]:
            winners.append(winner)
            changes.append(break_even.volume_at(rank))
    assert (winners, changes[1:]) == (cheaper, volumes)


@pytest.mark.parametrize("calls", [700, 16_283, 40_000, 123_456])
def test_what_is_told_of_the_volume_one_has_is_what_the_comparison_says(calls):
    result = costs.compare({"calls_per_month": calls, "vendor_minimum": 100_000.0, "price_per_minute": 1.27})
    for between in result["break_even"]["pairs"]:
        one, other = [result["options"][name]["npv"] for name in between["pair"]]
        assert told(between, break_even.rank_of(calls)) == between["pair"][one > other]
    assert account.NAMES == ("in-house", "outsourced", "mixed")


def test_a_search_done_bit_by_bit_finds_the_same():
    scenario = Scenario(assumptions.complete({"vendor_minimum": 100_000.0, "price_per_minute": 1.27}))
    seen = []
    while True:
        looking = break_even.Volumes(scenario, seen)
        looking.look(10)
        seen = looking.seen
        if looking.is_complete:
            break
    assert looking.found() == break_even.volumes(scenario)
