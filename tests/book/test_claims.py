"""A number in the prose that the model computes is worked out again here."""

import csv
import math
import re
import sys

import chapters
import pytest

from callcentre.model import assumptions, costs, erlang, scorecard, staffing, typology, workload
from callcentre.model.demand import bank_day
from callcentre.model.erlang import overflow
from callcentre.model.numerics.annuities import annuities
from callcentre.model.risk import uncertainty
from callcentre.model.scorecard import preferences
from callcentre.model.staffing import chat

with (chapters.ROOT / "tests/book/claims.csv").open(encoding="utf-8", newline="") as file:
    CLAIMS = list(csv.DictReader(file))


OWN_CENTRE = {
    **dict.fromkeys(typology.HELD, "client"),
    "vendor_takes": [],
    "activities": ["information"],
    "marks": list(typology.MARKS),
}


def mean(start):
    """Return the bank's mean calls in the half hour that starts then."""
    return next(calls for begins, calls, _ in bank_day.HALF_HOURS if begins == start)


def cost_of_mixing(way):
    """Return what a call costs by default in a mix by hours, overflow or activity."""
    return costs.compare({"mixed_by": way})["options"]["mixed"]["cost_per_call"]


def cost_rise(way, **values):
    """Return by which part a call's cost rises when a scenario has these values in place of its defaults."""
    base, other = [costs.compare(each)["options"][way]["cost_per_call"] for each in ({}, values)]
    return other / base - 1


def sourcing(**facts):
    """Return the sourcing of a centre that is the firm's three times, but for these facts."""
    return typology.classify({**OWN_CENTRE, **facts})["sourcing"]


def formality(marks):
    """Return the formality of a centre with the first so many marks."""
    return typology.classify({**OWN_CENTRE, "marks": list(typology.MARKS[:marks])})["formality"]


def measured(name):
    """Return the rows of a file of tests/model/bench, as dicts."""
    with (chapters.ROOT / "tests/model/bench" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answer_of(package, agents):
    """Return what a calculator said to the question of the chapter on errors, in per cent."""
    return 100 * next(
        float(row["answer"])
        for row in measured("peers")
        if row["package"] == package and row["agents"] == str(agents) and row["measure"] == "wait_probability"
    )


def rise(measure, name):
    """Return by how many per cent a measure of 100 erlang on 100 agents rises when an input does by one."""
    queue = {"calls_per_hour": 2000, "handle_seconds": 180, "agents": 100, "patience_seconds": 300}
    after = staffing.performance(**{**queue, name: queue[name] * 1.01})
    return 100 * (after[measure] / staffing.performance(**queue)[measure] - 1)


def of_case(case, column, **kept):
    """Return the sum of a column of a case study's file, over the rows with these values."""
    with (chapters.ROOT / "book/data" / f"case-{case}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[name] == kept[name] for name in kept)]
    return sum(float(row[column]) for row in rows)


def weekly_agents():
    """Return the agents that the mail-order house needs in the busy hour of each week."""
    weeks = [of_case("mail-order", "busy_hour_calls", week=str(week)) for week in range(1, 53)]
    return [staffing.agents_needed(calls, 240, 0.80, 20) for calls in weeks]


def mean_handle():
    """Return the mean handle time of the bank's calls."""
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    minutes = [
        of_case("bank", "calls", month=month) * of_case("bank", "handle_seconds", month=month)
        for month in months
    ]
    return sum(minutes) / of_case("bank", "calls")


BANK = {"calls_per_month": 24000, "handle_seconds": 330, "starts_from": "in-house", "vat_recoverable": 0.0}
BOARD = [[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]]
CIRCLE = [[1, 3, 1 / 2], [1 / 3, 1, 2], [2, 1 / 2, 1]]


def of_the_firm(option, without=None):
    """Return an option's weighted score with the first weights of the lab, one criterion left out."""
    kept = [each for each in preferences.TABLE if each.criterion != without]
    name = option.replace("-", "_")
    weights = sum(each.weight for each in kept)
    return sum(each.weight * getattr(each, name) for each in kept) / weights


def start_up_tips():
    """Return the share of weight at which start-up investment makes outsourcing win, and its share now."""
    scores = {
        name: {each.criterion: getattr(each, name) for each in preferences.TABLE}
        for name in ("in_house", "outsourced", "mixed")
    }
    ranked = scorecard.rank(scores, {each.criterion: each.weight for each in preferences.TABLE})
    (found,) = [each for each in ranked["sensitivity"] if each["criterion"] == "start-up-investment"]
    return found["higher"]["weight"], found["weight"]


MODEL = {
    "BANK": BANK,
    "annuities": annuities,
    "overflow": overflow,
    "BOARD": BOARD,
    "of_case": of_case,
    "weekly_agents": weekly_agents,
    "mean_handle": mean_handle,
    "TORNAY": {"calls_per_month": 30000, "starts_from": "in-house"},
    "CIRCLE": CIRCLE,
    "of_the_firm": of_the_firm,
    "start_up_tips": start_up_tips,
    "ahp": scorecard.ahp,
    "HALF_HOURS": bank_day.HALF_HOURS,
    "answer_of": answer_of,
    "assumption": assumptions.value,
    "automation_factor": workload.automation_factor,
    "calls_per_matter": workload.calls_per_matter,
    "agents_needed": staffing.agents_needed,
    "chat_concurrency": chat.chat_concurrency,
    "chat_handle_seconds": chat.chat_handle_seconds,
    "compare": costs.compare,
    "cost_of_shortcomings": uncertainty.cost_of_shortcomings,
    "cost_of_mixing": cost_of_mixing,
    "cost_rise": cost_rise,
    "erlang_b": erlang.erlang_b,
    "erlang_c": erlang.erlang_c,
    "factorial": math.factorial,
    "formality": formality,
    "log": math.log,
    "log_erlang_c": erlang.log_erlang_c,
    "mean": mean,
    "measured": measured,
    "performance": staffing.performance,
    "rise": rise,
    "sourcing": sourcing,
    "sys": sys,
}


def as_printed(value, number):
    """Return a value with as many decimals as the number in the book; a truth as "true" or "false"."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:,.{len(number.partition('.')[2])}f}"


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim['page']}-{claim['number']}" for claim in CLAIMS])
def test_a_number_in_the_prose_is_what_the_model_computes(claim):
    assert claim["phrase"] in chapters.words(chapters.source(claim["page"])), (
        f"book/{claim['page']}.md no longer says {claim['phrase']!r}: change tests/book/claims.csv with it"
    )
    assert claim["number"] == "true" or claim["number"] in claim["phrase"]
    assert as_printed(eval(claim["expression"], dict(MODEL)), claim["number"]) == claim["number"]


def said_to_be_computed():
    """Return (page, section) for each section that calls numbers computed."""
    marked = re.compile(r"(?<!\*)\*\(?[Cc]omputed\b|\([Cc]omputed\b")
    return [
        (page, section)
        for page in chapters.names()
        for section in chapters.sections(page)
        if marked.search(section) and re.search(r"\d", section)
    ]


@pytest.mark.parametrize(
    ("page", "section"),
    said_to_be_computed(),
    ids=[f"{page}-{section.splitlines()[0]}" for page, section in said_to_be_computed()],
)
def test_a_section_with_computed_numbers_takes_them_from_the_model(page, section):
    text = chapters.words(section)
    pinned = [claim for claim in CLAIMS if claim["page"] == page and claim["phrase"] in text]
    assert "{lab-figure}" in section or pinned, (
        "write its numbers with the role {lab-figure}, or give each a row in tests/book/claims.csv"
    )
