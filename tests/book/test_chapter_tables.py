"""The tables of "How right are these numbers?" show what was measured, and what was measured is still so."""

import csv
import sys

import chapters
import pytest

sys.path[:0] = [str(chapters.ROOT / "tests/model/bench"), str(chapters.ROOT / "tests/model")]

import chapter_tables  # noqa: E402 - these stand in the folders of the model's tests
import exact  # noqa: E402
import proof  # noqa: E402

from callcentre.model import erlang  # noqa: E402
from callcentre.model.simulation import replicate  # noqa: E402

PAGE = "how-right-are-these-numbers"
FORMULAS = {row[0]: row[1:] for row in proof.FORMULAS}
ERRORS = {row["formula"]: row for row in chapter_tables.read("errors.csv")}
PEERS = [row for row in chapter_tables.read("peers.csv") if row["exact"]]
AGREEMENT = chapter_tables.read("agreement.csv")


@pytest.mark.parametrize("name", chapter_tables.TABLES)
def test_a_table_is_what_the_results_make_it(name):
    path = chapter_tables.TARGET / f"{name}.csv"
    assert path.read_text(encoding="utf-8") == chapter_tables.text_of(chapter_tables.TABLES[name]()), (
        f"book/tables/{name}.csv is stale: python tests/model/bench/chapter_tables.py makes it anew"
    )


def test_every_table_is_in_the_chapter_and_no_other_is():
    shown = [
        line.removeprefix(":file: tables/")
        for line in chapters.source(PAGE).splitlines()
        if line.startswith(":file: tables/")
    ]
    assert sorted(shown) == sorted(f"{name}.csv" for name in chapter_tables.TABLES)
    assert sorted(shown) == sorted(path.name for path in chapter_tables.TARGET.iterdir())


def test_every_formula_that_has_a_bound_has_a_row():
    assert list(ERRORS) == list(FORMULAS)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_row_names_the_cases_and_the_bound_that_the_tests_assert(formula):
    cases, _, _, values, promised = FORMULAS[formula]
    row = ERRORS[formula]
    assert int(row["cases"]) == len(cases)
    assert float(row["least_load"]) == min(case[0] for case in cases)
    assert float(row["most_load"]) == max(case[0] for case in cases)
    assert row["values"].split() == list(values)
    assert float(row["promised"]) == promised
    assert 0 < float(row["largest_error"]) < promised


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_worst_case_is_still_about_as_far_off_as_the_table_says(formula):
    cases, ours, reference, values, _ = FORMULAS[formula]
    named = tuple(float(part) for part in ERRORS[formula]["worst_case"].split())
    case = next(case for case in cases if case == named)
    assert proof.error_at(ours, reference, values, case) <= 10 * float(ERRORS[formula]["largest_error"])


@pytest.mark.parametrize("row", PEERS, ids=lambda row: f"{row['package']}-{row['agents']}-{row['measure']}")
def test_the_exact_answer_beside_a_calculators_is_exact(row):
    load, agents, handle = float(row["load"]), int(row["agents"]), float(row["handle_seconds"])
    if not row["patience_seconds"]:
        known, ours = exact.erlang_c(load, agents), erlang.erlang_c(load, agents)
    else:
        patience = float(row["patience_seconds"]) / handle
        if row["measure"] == "service_level":
            within = float(row["answer_within_seconds"]) / handle
            known = exact.waits(load, agents, patience, within)["service_level_offered"]
            ours = erlang.erlang_a(load, agents, patience, within)["service_level_offered"]
        else:
            known = exact.erlang_a(load, agents, patience)[row["measure"]]
            ours = erlang.erlang_a(load, agents, patience)[row["measure"]]
    assert float(row["exact"]) == pytest.approx(float(known), rel=1e-14)
    assert float(row["exact"]) == pytest.approx(ours, rel=1e-12)


def test_the_simulation_still_gives_what_the_table_says():
    queue = proof.CIW_QUEUES["peak"]
    measures = replicate(proof.ciw_day("peak"), proof.SEED, proof.CIW_DAYS, 0.999)["measures"]
    rows = [row for row in AGREEMENT if row["queue"] == queue]
    assert len(rows) == 3
    for row in rows:
        for name in ("mean", "low", "high"):
            assert float(row[name]) == pytest.approx(measures[row["measure"]][name], rel=1e-5)


@pytest.mark.parametrize("row", AGREEMENT, ids=lambda row: f"{row['queue'][:12]}-{row['measure']}")
def test_the_simulation_agrees_inside_its_interval(row):
    low, high = float(row["low"]), float(row["high"])
    half_width = float(row["half_width"] or 0)
    assert low - half_width <= float(row["value"]) <= high + half_width
    if not row["half_width"]:
        assert low <= float(row["value"]) <= high


def test_the_values_of_ciw_are_those_that_the_tests_of_the_simulation_use():
    with (chapters.ROOT / "tests/model/ciw-reference.csv").open(encoding="utf-8", newline="") as file:
        kept = {(row["case"], row["measure"]): float(row["mean"]) for row in csv.DictReader(file)}
    cases = {queue: case for case, queue in proof.CIW_QUEUES.items()}
    rows = [row for row in AGREEMENT if row["queue"] in cases]
    assert len(rows) == 5
    for row in rows:
        assert float(row["value"]) == pytest.approx(kept[cases[row["queue"]], row["measure"]], rel=1e-5)
