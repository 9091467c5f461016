"""Whether what labs' guesses and scenes say, beyond the figures they name, is still so.

A claim is a lab, what its sentences say, and a function that sees whether it holds: it is given ``see``,
which returns a lab's figures by name for values that differ from its defaults.
"""

import math
from functools import cache

from ... import labs


def order(figures, prefix):
    """Return the three ways from the least figure to the greatest."""
    return sorted(("in_house", "outsourced", "mixed"), key=lambda way: figures[prefix + way])


def winner(see, **values):
    """Return the ways from the best score to the least."""
    return order(see(**values), "score_")[::-1]


def saves(see, way):
    """Return what a vendor that asks less a minute saves a way."""
    return see()["npv_" + way] - see(price_per_minute=0.65)["npv_" + way]


def default(lab, name):
    return labs.find(lab).complete({})[name]


def changes(figures):
    return {name: value for name, value in figures.items() if name.startswith("change_")}


OWN = {"agents_employed_by": "client"}
FEW = {"futures": 100, "leak_control": True}
LIKELY = {**FEW, "leak_probability_own": 0.02}
CELL = {"rules": ("overflow",), "cell_agents": 8}
ABSENT = {"agents_absent": 2}

CLAIMS = (
    (
        "classify",
        "a single fact keeps a centre with own agents mixed",
        lambda see: see(**OWN)["vendor_parts"] == 1,
    ),
    (
        "classify",
        "without it a vendor has no part",
        lambda see: see(**OWN, vendor_takes=())["vendor_parts"] == 0,
    ),
    (
        "how-many-agents",
        "twice the calls are 360 an hour",
        lambda see: default("how-many-agents", "calls_per_hour") * 2 == 360,
    ),
    (
        "how-many-agents",
        "twice the calls need more agents, but fewer than twice as many",
        lambda see: see()["agents"] < see(calls_per_hour=360.0)["agents"] < 2 * see()["agents"],
    ),
    (
        "how-many-agents",
        "with twice the calls agents are busier",
        lambda see: see(calls_per_hour=360.0)["occupancy"] > see()["occupancy"],
    ),
    (
        "day-and-peaks",
        "the centre is open from 8 to 20, with shifts of four hours or more",
        lambda see: (
            [default("day-and-peaks", f"in_house_{when}_hour") for when in ("opens", "closes")] == [8, 20]
            and default("day-and-peaks", "minimum_shift_hours") == 4
        ),
    ),
    (
        "day-and-peaks",
        "closing at 18 gives about twice the calls away",
        lambda see: math.isclose(
            see(in_house_closes_hour=18)["calls_given"], 2 * see()["calls_given"], rel_tol=0.05
        ),
    ),
    (
        "day-and-peaks",
        "the hours given away are dear to staff",
        lambda see: (
            1 - see(in_house_closes_hour=18)["paid_hours"] / see(in_house_closes_hour=18)["paid_hours_alone"]
            > see(in_house_closes_hour=18)["vendor_share"]
        ),
    ),
    (
        "day-and-peaks",
        "longer shifts keep the same calls",
        lambda see: see(minimum_shift_hours=8.0)["calls_kept"] == see()["calls_kept"],
    ),
    (
        "day-and-peaks",
        "a small cell and the vendor's peak are more agents together than one centre alone",
        lambda see: (
            see(**CELL)["vendor_peak_agents"] + see(**CELL)["peak_agents"] > see(**CELL)["peak_agents_alone"]
        ),
    ),
    (
        "cost-scenarios",
        "mixed is cheapest, then outsourced, then in-house",
        lambda see: order(see(), "npv_") == ["mixed", "outsourced", "in_house"],
    ),
    (
        "cost-scenarios",
        "without nights and weekends in-house is cheapest, then mixed",
        lambda see: (
            order(see(night_share=0.0, weekend_share=0.0), "npv_") == ["in_house", "mixed", "outsourced"]
        ),
    ),
    (
        "cost-scenarios",
        "without nights and weekends outsourcing costs the same",
        lambda see: math.isclose(
            see(night_share=0.0, weekend_share=0.0)["npv_outsourced"], see()["npv_outsourced"], rel_tol=1e-6
        ),
    ),
    (
        "cost-scenarios",
        "a lower price a minute saves more outsourced than mixed",
        lambda see: saves(see, "outsourced") > saves(see, "mixed"),
    ),
    (
        "cost-scenarios",
        "a higher wage leaves the cost of an outsourced call as it is",
        lambda see: see(hourly_wage=20.0)["cost_per_call_outsourced"] == see()["cost_per_call_outsourced"],
    ),
    (
        "contract",
        "as agreed, nothing changes under any tariff",
        lambda see: set(changes(see(handle_change=0.0)).values()) == {0},
    ),
    (
        "contract",
        "longer calls leave the vendor more by the minute and less by the call",
        lambda see: see(handle_change=0.1)["change_minute"] > 0 > see(handle_change=0.1)["change_call"],
    ),
    (
        "contract",
        "fewer calls leave the vendor less by the minute and more under the hybrid",
        lambda see: (
            (fewer := see(handle_change=0.0, volume_change=-0.2))["change_minute"]
            < 0
            < fewer["change_hybrid"]
        ),
    ),
    (
        "contract",
        "longer waits leave the vendor more by the minute and less by the hour",
        lambda see: (
            (slower := see(handle_change=0.0, vendor_service_deviation=-0.2))["change_minute"]
            > 0
            > slower["change_hour"]
        ),
    ),
    (
        "risk",
        "a leak twice as likely is at 2 % a year, no more than at the vendor",
        lambda see: (
            default("risk", "leak_probability_own") * 2 == 0.02 <= default("risk", "leak_probability_vendor")
        ),
    ),
    (
        "risk",
        "controlling leaks pays in a mix and not in-house",
        lambda see: see(**FEW)["worth_leak_control_in_house"] < 0 < see(**FEW)["worth_leak_control_mixed"],
    ),
    (
        "risk",
        "agents standing by are worth more where all is outsourced",
        lambda see: see(**FEW)["worth_standby_mixed"] < see(**FEW)["worth_standby_outsourced"],
    ),
    (
        "risk",
        "with leaks twice as likely their control pays in-house too",
        lambda see: see(**LIKELY)["worth_leak_control_in_house"] > 0,
    ),
    (
        "what-matters",
        "mixed wins, then outsourced",
        lambda see: winner(see) == ["mixed", "outsourced", "in_house"],
    ),
    (
        "what-matters",
        "without control outsourced wins",
        lambda see: winner(see, weight_control=0) == ["outsourced", "mixed", "in_house"],
    ),
    (
        "what-matters",
        "with start-up investment at 6 instead of 4 outsourced wins",
        lambda see: (
            default("what-matters", "weight_start_up_investment") == 4
            and winner(see, weight_start_up_investment=6) == ["outsourced", "mixed", "in_house"]
        ),
    ),
    (
        "what-matters",
        "without flexibility in-house wins",
        lambda see: winner(see, weight_flexibility=0) == ["in_house", "mixed", "outsourced"],
    ),
    (
        "what-matters",
        "compared in pairs in-house wins",
        lambda see: winner(see, how="pairs") == ["in_house", "mixed", "outsourced"],
    ),
    (
        "watch-a-day",
        "with two agents absent more callers give up and the vendor answers more",
        lambda see: (
            see(**ABSENT)["gave_up"] > see()["gave_up"]
            and see(**ABSENT)["answered_by_vendor"] > see()["answered_by_vendor"]
        ),
    ),
    (
        "watch-a-day",
        "without the vendor still more give up",
        lambda see: see(**ABSENT, vendor_takes="nothing")["gave_up"] > see(**ABSENT)["gave_up"],
    ),
)


def troubles():
    """Return a sentence for each claim that no longer holds."""
    see = {name: seen(labs.find(name)) for name in labs.NAMES}
    return [
        f"lab {lab}: it is no longer so that {words}" for lab, words, holds in CLAIMS if not holds(see[lab])
    ]


def seen(lab):
    """Return the function ``see`` of a lab, which works out each view once."""

    @cache
    def figures(**values):
        return {figure.name: figure.quantity.value for figure in lab.view(values).figures}

    return figures
