"""What the comparison of costs comes to when its inputs are not sure: Monte Carlo.

Each draw is a future: a volume, a handle time, a rise of pay, an attrition and a vendor that may be other
than expected, some of them together, and the rare events of its years. Every option lives through the same
futures.

    scenario → `draw` n futures, and more later → `summary` with these or those controls

Costs are present values in EUR over the horizon, lower is better.
"""

from math import exp, floor, log, sqrt

from .. import assumptions
from ..check import InputError, number, some_of, whole_number
from ..costs import account, money
from ..numerics.confidence import share_interval
from ..numerics.randomness import MOST_SEED, Stream, cholesky, normal_quantile, streams
from ..workload.scenario import Scenario
from . import rare_events

# What is drawn, in this order. A vendor's shortcomings are what it takes and repeats too much while it
# learns, what it does not settle the first time and does not answer in time: all times one factor. Own
# agents' are what they take too long while they learn and do not settle the first time.
DRAWN = (
    "calls_per_month",
    "handle_seconds",
    "wage_drift",
    "attrition",
    "vendor_shortcomings",
    "own_shortcomings",
)
FACTORS = 2  # the last so many of these are factors, not values
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
MOST_DRAWS = 100_000
BINS = 20
STATE = ("scenario", "seed", "own_shares", "states", "inputs", "costs", "losses", "controlled_losses")


def draw(scenario: dict, seed: int, draws: int, earlier: dict | None = None) -> dict:
    """Draw futures of a scenario and what each option costs in them.

    Parameters
    ----------
    scenario : dict
        Values by name, as in ``assumptions.TABLE``; what is missing has its default.
    seed : int
        From 0 to 2,147,483,647. The same seed gives the same futures, in every Python.
    draws : int
        How many to draw now, from 1 to 100,000.
    earlier : dict, optional
        What `draw` returned for the same scenario and seed: the futures drawn now follow those, so that a
        page can show how the picture settles.

    Returns
    -------
    dict
        Plain data: ``scenario`` (every value), ``seed``, ``own_shares`` (of calls that own agents take, by
        option), ``states`` (of the random streams), ``inputs`` (a list of values for each of `DRAWN`),
        ``costs`` (a list for each option, without rare events), ``losses`` and ``controlled_losses`` (by
        event, by option: a list of losses without and with its control).

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Futures drawn in two goes are those drawn at once:

    >>> draw({}, 1, 2, draw({}, 1, 3))["costs"] == draw({}, 1, 5)["costs"]
    True
    """
    values = assumptions.complete(scenario)
    seed = whole_number("seed", seed, 0, MOST_SEED)
    draws = whole_number("draws", draws, 1, MOST_DRAWS)
    complete = Scenario(values)
    state = begun(complete, seed) if earlier is None else copied(checked_state("earlier", earlier))
    if state["seed"] != seed or state["scenario"] != values:
        raise InputError("earlier", "what draw returned for the same scenario and seed", earlier)
    futures = Futures(complete, state["own_shares"], [Stream(numbers) for numbers in state["states"]])
    for _ in range(draws):
        futures.add_one(state)
    state["states"] = [stream.state for stream in (futures.of_inputs, futures.of_events)]
    return state


def begun(scenario: Scenario, seed: int) -> dict:
    """Return a state without futures."""
    by_event: dict = {event: {option: [] for option in account.NAMES} for event in rare_events.NAMES}
    return {
        "scenario": scenario.values,
        "seed": seed,
        "own_shares": rare_events.own_shares(scenario),
        "states": [stream.state for stream in streams(seed, 2)],
        "inputs": {name: [] for name in DRAWN},
        "costs": {option: [] for option in account.NAMES},
        "losses": by_event,
        "controlled_losses": copied(by_event),
    }


def copied(data: dict) -> dict:
    """Return a copy of plain data that shares no list and no dict with it."""
    copy: dict = {}
    for key, value in data.items():
        if isinstance(value, dict):
            copy[key] = copied(value)
        else:
            copy[key] = list(value) if isinstance(value, list) else value
    return copy


def checked_state(name: str, state: object) -> dict:
    """Return a state when it has the shape of one."""
    if not isinstance(state, dict) or [key for key in STATE if key not in state]:
        raise InputError(name, "what draw returned", state)
    return state


class Futures:
    """Draws futures of a scenario, one after another."""

    def __init__(self, scenario: Scenario, own_shares: dict, random_streams: list) -> None:
        self.scenario = scenario
        self.values = values = scenario.values
        self.shares = own_shares
        self.of_inputs, self.of_events = random_streams
        self.years = rare_events.years(scenario)
        self.factor = cholesky(correlations(values))
        self.spread = sqrt(log(1 + values["loss_deviation"] ** 2))

    def add_one(self, state: dict) -> None:
        """Draw a future and add it to a state."""
        drawn = drawn_inputs(self.values, self.of_inputs.correlated_normals(self.factor))
        for name in DRAWN:
            state["inputs"][name].append(drawn[name])
        future = self.scenario.varied(with_drawn(self.values, drawn))
        for option in account.NAMES:
            state["costs"][option].append(account.present_cost(account.as_option(future, option)) / 100)
        for event in rare_events.EVENTS:
            happenings = self.happenings()
            for option in account.NAMES:
                for is_controlled, key in ((False, "losses"), (True, "controlled_losses")):
                    odds = event.odds(self.values, self.shares[option], is_controlled)
                    state[key][event.name][option].append(lost(happenings, *odds))

    def happenings(self) -> list:
        """Return for each year: its part, a number that decides whether an event happens, what a loss weighs.

        The weight is the loss's size, 1 on average, times what a euro of that year is worth. All options and
        controls share these numbers.
        """
        drawn = self.of_events.uniforms(2 * len(self.years))
        made = []
        for year, (part, worth) in enumerate(self.years):
            size = exp(self.spread * normal_quantile(drawn[2 * year + 1]) - self.spread * self.spread / 2)
            made.append((part, drawn[2 * year], size * worth))
        return made


def lost(happenings: list, probability: float, loss: float) -> float:
    """Return the present value of an event's losses, given its probability and mean loss in a whole year."""
    total = 0.0
    for part, decision, weight in happenings:
        if decision < probability * part:
            total += loss * weight
    return total


def correlations(values: dict) -> list[list[float]]:
    """Return the correlations of what is drawn, in the order of `DRAWN`."""
    matrix = [[1.0 if i == j else 0.0 for j in range(len(DRAWN))] for i in range(len(DRAWN))]
    for one, other, name in (
        ("wage_drift", "attrition", "wages_with_attrition"),
        ("attrition", "handle_seconds", "attrition_with_handle_time"),
    ):
        i, j = DRAWN.index(one), DRAWN.index(other)
        matrix[i][j] = matrix[j][i] = values[name]
    return matrix


def drawn_inputs(values: dict, normals: list) -> dict:
    """Return what a future's normal numbers make of the inputs.

    Volume, handle time, attrition and the vendor's shortcomings are lognormal around what is expected, the
    rise of pay normal. All keep to their bounds; the handle time is in whole seconds, the volume in whole
    calls.
    """
    volume, handle, drift, attrition, vendor_worse, own_worse = normals
    made = {
        "calls_per_month": values["calls_per_month"] * factor_of(volume, values["volume_deviation"]),
        "handle_seconds": values["handle_seconds"] * factor_of(handle, values["handle_deviation"]),
        "wage_drift": values["wage_drift"] + drift * values["wage_drift_deviation"],
        "attrition": values["attrition"] * factor_of(attrition, values["attrition_deviation"]),
    }
    made = {name: assumptions.find(name).near(made[name]) for name in made}
    if values["handle_deviation"] > 0:
        made["handle_seconds"] = float(floor(made["handle_seconds"] + 0.5))
    made["vendor_shortcomings"] = factor_of(vendor_worse, values["vendor_quality_deviation"])
    made["own_shortcomings"] = factor_of(own_worse, values["own_quality_deviation"])
    return made


def factor_of(normal: float, deviation: float) -> float:
    """Return a lognormal factor of mean 1 with this standard deviation."""
    variance = log(1 + deviation * deviation)
    return exp(sqrt(variance) * normal - variance / 2)


def with_drawn(values: dict, drawn: dict) -> dict:
    """Return a scenario's values with the drawn ones in place."""
    values = dict(values)
    for name in DRAWN[:-FACTORS]:
        values[name] = drawn[name]
    values = with_own_shortcomings(values, drawn["own_shortcomings"])
    return with_shortcomings(values, drawn["vendor_shortcomings"])


def with_own_shortcomings(values: dict, worse: float) -> dict:
    """Return a scenario's values with own agents whose shortcomings are so many times the expected ones."""
    return with_times(values, ("learning_handle_factor", "own_resolution"), worse)


def with_shortcomings(values: dict, worse: float) -> dict:
    """Return a scenario's values with a vendor whose shortcomings are so many times the expected ones."""
    kept = min(1.0, max(0.0, values["service_level"] + values["vendor_service_deviation"]))
    names = ("vendor_handle_factor", "vendor_repeat_factor", "vendor_resolution")
    worse_values = with_times(values, names, worse)
    deviation = 1 + (kept - 1) * worse - values["service_level"]
    worse_values["vendor_service_deviation"] = assumptions.find("vendor_service_deviation").near(deviation)
    return worse_values


def with_times(values: dict, names: tuple, worse: float) -> dict:
    """Return values in which the distance of some from 1 is so many times as large."""
    values = dict(values)
    for name in names:
        values[name] = assumptions.find(name).near(1 + (values[name] - 1) * worse)
    return values


def cost_of_shortcomings(scenario: dict, times: float = 1.5) -> dict:
    """Return what it costs the firm if a vendor of all calls has more or fewer shortcomings than expected.

    Parameters
    ----------
    scenario : dict
        As for `draw`.
    times : float
        The vendor's shortcomings as a multiple of the expected ones, from 0 to 100.

    Returns
    -------
    dict
        What is added to the present value of costs, in EUR: ``work`` (fees for calls that last longer and
        come again), ``penalties`` (bonus and penalty; below 0 where the vendor pays), ``lost_custom``
        (customers who leave) and ``total``, their sum.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A vendor with the expected shortcomings costs what is expected:

    >>> cost_of_shortcomings({}, 1.0)["total"]
    0.0
    """
    complete = Scenario(assumptions.complete(scenario))
    times = number("times", times, 0, 100)
    usual, other = [
        vendor_costs(complete.varied(with_shortcomings(complete.values, each))) for each in (1.0, times)
    ]
    added = {
        "penalties": other["bonus_or_penalty"] - usual["bonus_or_penalty"],
        "lost_custom": other["lost_custom"] - usual["lost_custom"],
        "total": other["total"] - usual["total"],
    }
    added["work"] = added["total"] - added["penalties"] - added["lost_custom"]
    return added


def vendor_costs(scenario: Scenario) -> dict:
    """Return the present value, in EUR, of each line of outsourcing's account, and their total."""
    lines, _, _ = account.account(account.as_option(scenario, "outsourced"))
    costs = {name: money.present_value(runs, scenario.annuities) / 100 for name, _, runs in lines}
    costs["total"] = sum([costs[name] for name, _, _ in lines])
    return costs


def summary(state: dict, controls: list | tuple = (), tail: float = 0.05, bins: int = BINS) -> dict:
    """Return what the futures drawn so far tell, under some controls.

    Parameters
    ----------
    state : dict
        What `draw` returned.
    controls : list of str
        The rare events against which there is a control: any of `rare_events.NAMES`.
    tail : float
        Share of the worst futures, above 0 and below 1.
    bins : int
        Bars of the histogram, from 1 to 200.

    Returns
    -------
    dict
        ``draws`` (how many), ``cheapest`` (the option with the least mean), ``histogram`` (``edges`` and, by
        option, ``counts``) and ``options``, by name: ``mean``, ``deviation``, ``quantiles`` (a list of (share
        of futures below, cost)), ``value_at_risk`` (the cost exceeded in the share ``tail`` of futures, less
        the mean), ``expected_shortfall`` (the mean of those worst futures, less the mean), ``cheapest``
        (``share`` of futures in which it is the cheapest, with an interval of 95 % from ``low`` to ``high``),
        ``losses`` (by rare event the mean loss in these futures) and ``expected_losses`` (exactly, as
        `rare_events.expected_losses` has them).

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Somebody is the cheapest in each future:

    >>> found = summary(draw({}, 1, 10))
    >>> round(sum(found["options"][name]["cheapest"]["share"] for name in found["options"]), 12)
    1.0
    """
    state = checked_state("state", state)
    controls = some_of("controls", controls, rare_events.NAMES)
    tail = number("tail", tail, above=0, below=1)
    bins = whole_number("bins", bins, 1, 200)
    values = state["scenario"]
    worth = rare_events.present_years(Scenario(values))
    exact = rare_events.losses_by_option(values, controls, state["own_shares"], worth)
    costs = {name: total_costs(state, controls, name, exact[name]["controls"]) for name in account.NAMES}
    wins = count_wins(costs)
    draws = len(costs[account.NAMES[0]])
    options = {}
    for name in account.NAMES:
        options[name] = spread_of(costs[name], tail)
        options[name]["cheapest"] = share_interval(wins[name], draws, 0.95)
        options[name]["losses"] = {
            event: mean(chosen(state, controls, event)[name]) for event in rare_events.NAMES
        }
        options[name]["expected_losses"] = exact[name]
    best = account.NAMES[0]
    for name in account.NAMES:
        if options[name]["mean"] < options[best]["mean"]:
            best = name
    return {"draws": draws, "options": options, "histogram": histogram(costs, bins), "cheapest": best}


def chosen(state: dict, controls: list, event: str) -> dict:
    """Return an event's losses by option, with its control or without."""
    return state["controlled_losses" if event in controls else "losses"][event]


def total_costs(state: dict, controls: list, option: str, controls_cost: float) -> list:
    """Return an option's cost in each future: operation, losses and controls."""
    totals = [cost + controls_cost for cost in state["costs"][option]]
    for event in rare_events.NAMES:
        totals = [total + loss for total, loss in zip(totals, chosen(state, controls, event)[option])]
    return totals


def count_wins(costs: dict) -> dict:
    """Return in how many futures each option is the cheapest; the first of equals."""
    wins = dict.fromkeys(account.NAMES, 0)
    for future in zip(*[costs[name] for name in account.NAMES]):
        wins[account.NAMES[future.index(min(future))]] += 1
    return wins


def mean(numbers: list) -> float:
    """Return the mean of some numbers."""
    total = 0.0
    for value in numbers:
        total += value
    return total / len(numbers)


def spread_of(costs: list, tail: float) -> dict:
    """Return mean, deviation, quantiles and the risk of the worst futures."""
    ranked = sorted(costs)
    middle = mean(costs)
    squares = 0.0
    for cost in costs:
        squares += (cost - middle) * (cost - middle)
    worst = ranked[floor(len(ranked) * (1 - tail)) :] or ranked[-1:]
    return {
        "mean": middle,
        "deviation": sqrt(squares / max(1, len(costs) - 1)),
        "quantiles": [(share, quantile(ranked, share)) for share in SHARES],
        "value_at_risk": quantile(ranked, 1 - tail) - middle,
        "expected_shortfall": mean(worst) - middle,
    }


def quantile(ranked: list, share: float) -> float:
    """Return the number below which a share of ranked ones lie, between two neighbours in proportion."""
    rank = share * (len(ranked) - 1)
    below = min(floor(rank), len(ranked) - 2)
    if below < 0:
        return ranked[0]
    return ranked[below] + (rank - below) * (ranked[below + 1] - ranked[below])


def histogram(costs: dict, bins: int) -> dict:
    """Return edges and, by option, how many futures cost what lies between them; the last edge included."""
    low = min([min(costs[name]) for name in account.NAMES])
    high = max([max(costs[name]) for name in account.NAMES])
    width = (high - low) / bins or 1.0
    counts = {}
    for name in account.NAMES:
        counts[name] = [0] * bins
        for cost in costs[name]:
            counts[name][min(bins - 1, int((cost - low) / width))] += 1
    return {"edges": [low + width * edge for edge in range(bins + 1)], "counts": counts}
