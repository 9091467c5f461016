"""What an expression of ``book/claims.csv`` may name: the model, and helpers for what chapters claim."""

import csv
import math
import sys
from functools import cache, partial

from ...model import assumptions, costs, demand, erlang, scorecard, staffing, typology, workload
from ...model.costs import contract
from ...model.demand import bank_day, busy_days
from ...model.erlang import overflow
from ...model.numerics.annuities import annuities
from ...model.risk import uncertainty
from ...model.scorecard import preferences
from ...model.staffing import chat, hours, square_root
from . import played_days

OWN_CENTRE = {
    **dict.fromkeys(typology.HELD, "client"),
    "vendor_takes": [],
    "activities": ["information"],
    "marks": list(typology.MARKS),
}


def mean(start):
    """Return the bank's mean calls in the half hour that starts then."""
    return next(calls for begins, calls, _ in bank_day.HALF_HOURS if begins == start)


def spread(start):
    """Return the standard deviation of the bank's calls in the half hour that starts then."""
    return next(sd for begins, _, sd in bank_day.HALF_HOURS if begins == start)


def weekday_agents(start, end):
    """Return the agents that the appliance firm's weekday needs in each half hour between two minutes."""
    day = [each for each in demand.day_profile(1700, 30, 0.02) if start <= each[0] < end]
    return hours.agents_by_interval(day, 290, 0.8, 30, max_occupancy=0.88)


@cache
def by_default():
    """Return the three ways of the base scenario."""
    return costs.compare({})["options"]


def own_agents(name):
    """Return a figure of the appliance firm's own agents, of a month in-house."""
    return by_default()["in-house"]["own"][name]


def line(option, name):
    """Return what a line of an option's account costs in all, by default."""
    return next(each["total"] for each in by_default()[option]["lines"] if each["name"] == name)


def own_share(*names):
    """Return the share of some lines in what the own centre costs by default, in per cent."""
    return 100 * sum(line("in-house", name) for name in names) / by_default()["in-house"]["total"]


@cache
def vendor_call(tariff, figure="cost_per_call", **values):
    """Return what a call costs outsourced under a tariff, when some inputs are not the defaults."""
    return costs.compare({"tariff": tariff, **values})["options"]["outsourced"][figure]


VENDOR_LINES = ("vendor_set_up", "transition", "vendor_fees", "lost_custom", "governance", "exit")


@cache
def given_away(way):
    """Return calls a month a mix gives to the vendor, what each saves in-house, and what is paid for it."""
    ways = costs.compare({"mixed_by": way})["options"]
    mixed = ways["mixed"]
    paid = sum(each["total"] for each in mixed["lines"] if each["name"] in VENDOR_LINES)
    calls = assumptions.value("calls_per_month") - mixed["own"]["calls"]
    all_calls = calls * assumptions.value("horizon_months")
    saves = ways["in-house"]["total"] - (mixed["total"] - paid)
    return {"calls": calls, "saves": saves / all_calls, "paid": paid / all_calls}


@cache
def crossings(**values):
    """Return the volumes at which another way becomes the cheapest."""
    return costs.compare(values)["break_even"]["volumes"]


@cache
def futures(seed):
    """Return in which share of 500 futures outsourcing is the cheapest, and its bounds."""
    drawn = uncertainty.summary(uncertainty.draw({}, seed, 500))
    return drawn["options"]["outsourced"]["cheapest"]


def generalists(specialists):
    """Return the generalists whom two lines of 10 erlang need beside their own agents, for 1 % lost."""
    busy = erlang.erlang_b(10, specialists)
    peakedness = overflow.overflow(10, specialists)["peakedness"]
    return overflow.peaked_agents_needed(2 * 10 * busy, peakedness, max_loss=0.01 / busy)


def with_redials(agents):
    """Return the calls an hour that come in the end, if half of those who hang up call again."""
    calls = 180.0
    for _ in range(200):
        calls = 180 + 0.5 * calls * staffing.performance(calls, 300, agents, 180)["abandonment"]
    return calls


def paced(agents, lines):
    """Return the shares of agents who get a call and of people who get nobody; three in ten answer."""
    dialled = agents * lines
    chances = [math.comb(dialled, k) * 0.3**k * 0.7 ** (dialled - k) for k in range(dialled + 1)]
    lost = sum(chance * max(0, k - agents) for k, chance in enumerate(chances))
    return {"busy": (0.3 * dialled - lost) / agents, "silent": lost / (0.3 * dialled)}


def cost_of_mixing(way):
    """Return what a call costs by default in a mix by hours, overflow or activity."""
    return costs.compare({"mixed_by": way})["options"]["mixed"]["cost_per_call"]


def on_calls(way, **values):
    """Return the share of their hours at work that a vendor's agents are on calls."""
    vendor = costs.compare(values)["options"][way]["vendor"]
    return vendor["handled_minutes"] / 60 / vendor["work_hours"]


def mix_beats(way, price_per_minute, **values):
    """Return whether a mix at a price of its own costs less in present value than a way at the base price."""
    mixed = costs.present_costs({**values, "price_per_minute": price_per_minute})["mixed"]
    return mixed < costs.present_costs(values)[way]


def kept(service_level):
    """Return how much more a month a vendor paid by the call is left with, if it keeps this service level."""
    tariffs = contract.compare({}, {"vendor_service_level": service_level})["tariffs"]
    return next(each["change_of_margin"] for each in tariffs if each["tariff"] == "call")


def best_threshold(load, agents, sent=3, lost=5):
    """Return how many callers may wait before calls are sent out, at the least cost.

    Patience is as long as a call on average; a call sent out and a caller who hangs up have their prices.
    """

    def cost(waiting):
        weights = [1.0]
        for callers in range(1, agents + waiting + 1):
            weights.append(weights[-1] * load / callers)  # who waits leaves as fast as who is served
        hanging_up = sum(
            (callers - agents) * weights[callers] for callers in range(agents, agents + waiting + 1)
        )
        return (sent * load * weights[-1] + lost * hanging_up) / sum(weights)

    return min(range(agents), key=cost)


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


def measured(root, name):
    """Return the rows of a file of tests/model/bench, as dicts."""
    with (root / "tests/model/bench" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answer_of(root, package, agents):
    """Return what a calculator said to the question of the chapter on errors, in per cent."""
    return 100 * next(
        float(row["answer"])
        for row in measured(root, "peers")
        if row["package"] == package and row["agents"] == str(agents) and row["measure"] == "wait_probability"
    )


def rise(measure, name):
    """Return by how many per cent a measure of 100 erlang on 100 agents rises when an input does by one."""
    queue = {"calls_per_hour": 2000, "handle_seconds": 180, "agents": 100, "patience_seconds": 300}
    after = staffing.performance(**{**queue, name: queue[name] * 1.01})
    return 100 * (after[measure] / staffing.performance(**queue)[measure] - 1)


def of_case(root, case, column, **kept):
    """Return the sum of a column of a case study's file, over the rows with these values."""
    with (root / "book/data" / f"case-{case}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[name] == kept[name] for name in kept)]
    return sum(float(row[column]) for row in rows)


def weekly_agents(root):
    """Return the agents that the mail-order house needs in the busy hour of each week."""
    weeks = [of_case(root, "mail-order", "busy_hour_calls", week=str(week)) for week in range(1, 53)]
    return [staffing.agents_needed(calls, 240, 0.80, 20) for calls in weeks]


def mean_handle(root):
    """Return the mean handle time of the bank's calls."""
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    minutes = [
        of_case(root, "bank", "calls", month=month) * of_case(root, "bank", "handle_seconds", month=month)
        for month in months
    ]
    return sum(minutes) / of_case(root, "bank", "calls")


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
    "best_threshold": best_threshold,
    "TORNAY": {"calls_per_month": 30000, "starts_from": "in-house"},
    "CIRCLE": CIRCLE,
    "of_the_firm": of_the_firm,
    "start_up_tips": start_up_tips,
    "ahp": scorecard.ahp,
    "HALF_HOURS": bank_day.HALF_HOURS,
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
    "bank_day": bank_day,
    "crossings": crossings,
    "day_of_rank": busy_days.day_of_rank,
    "day_profile": demand.day_profile,
    "expected_rest": busy_days.expected_rest,
    "futures": futures,
    "generalists": generalists,
    "given_away": given_away,
    "lines_needed": staffing.lines_needed,
    "own_agents": own_agents,
    "own_cost": lambda name: line("in-house", name),
    "own_share": own_share,
    "outsourced_cost": lambda name: line("outsourced", name),
    "paced": paced,
    "paid_hours": hours.paid_hours,
    "played_days": played_days,
    "spread": spread,
    "square_root_rule": square_root.square_root_rule,
    "total_calls": demand.total_calls,
    "variance_to_mean": busy_days.variance_to_mean,
    "vendor_call": vendor_call,
    "weekday_agents": weekday_agents,
    "with_redials": with_redials,
    "kept": kept,
    "log": math.log,
    "log_erlang_c": erlang.log_erlang_c,
    "mean": mean,
    "mix_beats": mix_beats,
    "on_calls": on_calls,
    "performance": staffing.performance,
    "rise": rise,
    "sourcing": sourcing,
    "sys": sys,
}

# What reads a file of the course's folder takes that folder first.
OF_FILES = {
    "answer_of": answer_of,
    "mean_handle": mean_handle,
    "measured": measured,
    "of_case": of_case,
    "weekly_agents": weekly_agents,
}


def names(root):
    """Return the values of all names, for the course in a folder."""
    return {**MODEL, **{name: partial(function, root) for name, function in OF_FILES.items()}}
