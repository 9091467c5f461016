"""The account of one option: its lines of money by month, its totals, its present value."""

from .. import workload
from ..workload.scenario import Scenario
from . import in_house, money, software, start, vendor

FIRMS = (("agents_from", "firm"), ("equipment_from", "firm"))
# (name, what it settles in a scenario) each, in the order a reader meets them
OPTIONS = (
    ("in-house", (("mixed_by", "nothing"),) + FIRMS),
    ("outsourced", (("mixed_by", "everything"),) + FIRMS),
    ("mixed", ()),
)
NAMES = tuple([name for name, _ in OPTIONS])


def as_option(scenario: Scenario, option: str) -> Scenario:
    """Return a scenario with what an option settles in it."""
    return scenario.varied(dict(dict(OPTIONS)[option]))


def account(scenario: Scenario) -> tuple[list, workload.Workload, workload.Workload]:
    """Return the lines of money of a scenario, one option's or a mix's, and the work of its two sides.

    A line is its name, its label and its runs of months, as `money` has them.
    """
    own, others = workload.share_out(scenario)
    lines = []
    for side, its_lines in ((own, in_house.LINES), (others, vendor.LINES)):
        if side.customers > 0:
            for name, label, runs in its_lines:
                lines.append((name, label, runs(scenario.values, side)))
    for name, label, of_software in software.LINES:
        lines.append((name, label, of_software(scenario)))
    starts_from = scenario.values["starts_from"]
    if starts_from != "nothing":
        there = workload.share_out(as_option(scenario, "in-house"))[0] if starts_from == "in-house" else None
        leaving = start.Leaving(scenario.values, there, own, others)
        for name, label, of_leaving in start.LINES:
            lines.append((name, label, of_leaving(leaving)))
    lines.append(("vat", "Value added tax not recovered", tax(scenario.values, lines)))
    return lines, own, others


def tax(values: dict, lines: list) -> list:
    """Return the value added tax on what is bought that the firm cannot recover."""
    lost = values["vat_rate"] * (1 - values["vat_recoverable"])
    if lost == 0:
        return []
    bought = in_house.PURCHASES + vendor.PURCHASES + software.PURCHASES + start.PURCHASES
    return [run for name, _, runs in lines if name in bought for run in money.part_of(lost, runs)]


def present_cost(scenario: Scenario) -> float:
    """Return the present value of a scenario's costs, in cents."""
    return money.present_value(all_runs(account(scenario)[0]), scenario.annuities)


def all_runs(lines: list) -> list:
    return [run for _, _, runs in lines for run in runs]


def line_as_data(name: str, label: str, runs: list, horizon: int) -> dict:
    """Return name, label, and in EUR ``set_up``, ``monthly`` (average), ``total``, ``by_month``."""
    amounts = money.by_month(runs, horizon)
    total = money.total(runs)
    return {
        "name": name,
        "label": label,
        "set_up": amounts[0] / 100,
        "monthly": (total - amounts[0]) / 100 / horizon,
        "total": total / 100,
        "by_month": [amount / 100 for amount in amounts],
    }


def as_data(scenario: Scenario) -> dict:
    """Return what a scenario costs, in EUR.

    Returns
    -------
    dict
        ``lines`` (those not empty; see `line_as_data`), ``set_up``, ``monthly`` (average), ``total``,
        ``by_month`` and ``cumulated`` (from month 0), ``npv`` (the present value of all costs), ``calls``
        (of all months, each matter's first), ``cost_per_call`` (the total over all calls),
        ``cost_per_resolved_call`` (over those settled the first time, by people or by software), ``own`` and
        ``vendor`` (see `side_as_data`).
    """
    values = scenario.values
    lines, own, others = account(scenario)
    horizon = values["horizon_months"]
    runs = all_runs(lines)
    total = line_as_data("total", "Total", runs, horizon)
    by_people = own.customers + others.customers
    by_software = by_people * values["bot_settles"] / (1 - values["bot_settles"])
    resolved = own.customers * values["own_resolution"] + others.customers * values["vendor_resolution"]
    return {
        "lines": [
            line_as_data(name, label, its_runs, horizon)
            for name, label, its_runs in lines
            if any(run[2] for run in its_runs)
        ],
        "set_up": total["set_up"],
        "monthly": total["monthly"],
        "total": total["total"],
        "by_month": total["by_month"],
        "cumulated": [amount / 100 for amount in money.cumulated(money.by_month(runs, horizon))],
        "npv": money.present_value(runs, scenario.annuities) / 100,
        "calls": by_people + by_software,
        "cost_per_call": total["total"] / (by_people + by_software),
        "cost_per_resolved_call": total["total"] / (resolved + by_software),
        "own": side_as_data(own),
        "vendor": side_as_data(others),
    }


def side_as_data(work: workload.Workload) -> dict:
    """Return one side's work in a month of the first year, once learning is over.

    ``calls`` and ``handled_minutes`` a month, ``work_hours`` and ``paid_hours`` a month, ``posts`` (full-time
    agents), ``seats``, and ``agents``: (start minute, agents) for each interval of a weekday.
    """
    load = work.first
    team = load.team
    return {
        "calls": load.calls,
        "handled_minutes": load.handled_minutes,
        "work_hours": team.work_hours,
        "paid_hours": team.paid_hours,
        "posts": team.posts,
        "seats": team.seats,
        "agents": load.side.roster.agents,
    }
