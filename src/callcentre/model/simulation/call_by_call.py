"""The engine of `simulation`: callers come, wait, are answered, give up, call again or go to a vendor.

How calls meet agents: a heap holds the moment at which each agent is free. A caller who comes takes the
earliest of them, now or later, unless patience or the limit of overflow ends the wait before. Nobody who
comes afterwards can change that, so a call costs one operation on the heap. Where the number of agents
changes, the turns of those still waiting are taken back and given anew.

Moments are seconds after midnight. A call is a tuple: (moment it came, handle seconds with an own agent,
moment its caller gives up, number of its interval).
"""

import heapq
from heapq import heapify, heappop, heappush

from ..demand.busy_days import random_day
from ..numerics.randomness import Stream, streams
from ..units import MINUTES_IN_DAY


def replace_least(heap: list, item: float) -> float:
    """Take the least item off a heap and put another on it."""
    least = heappop(heap)
    heappush(heap, item)
    return least


# MicroPython's heapq is smaller
heapreplace = getattr(heapq, "heapreplace", replace_least)
NEVER = float("inf")
AT_HAND = 1000
FEW_TURNS = 100
# How a caller's turn ends, and what comes later
ANSWERED, GIVES_UP, PASSED_ON, CALLS_AGAIN = range(4)

# What is counted, of calls by the interval in which they came, of agents by the interval in which they worked
COUNTS = (
    "offered",
    "repeated",
    "answered_in_house",
    "answered_by_vendor",
    "answered_in_time",
    "gave_up",
    "gave_up_short",
    "gave_up_early",
    "waited",
    "passed_on",
    "wait_seconds",
    "answered_wait_seconds",
    "outbound",
    "staffed_seconds",
    "busy_seconds",
    "overtime_seconds",
    "vendor_staffed_seconds",
    "vendor_busy_seconds",
    "vendor_overtime_seconds",
)


class Arrivals:
    """Calls at random: a Poisson process with the rate of the interval.

    The times of a process of rate one are stretched to the rate. So the same caller comes a little earlier on
    a busier day, and nothing drawn is lost where an interval ends.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.gaps: iter = iter([])
        self.next = stream.exponentials(1)[0]

    def between(self, begin: float, end: float, calls: float) -> list[float]:
        """Return the moments of an interval at which calls come, in order; ``calls`` is their mean number."""
        moments: list[float] = []
        if calls <= 0:
            return moments
        add = moments.append
        scale = (end - begin) / calls
        position = self.next
        while position < calls:
            for gap in self.gaps:
                add(begin + position * scale)
                position += gap
                if position >= calls:
                    break
            else:
                self.gaps = iter(self.stream.exponentials(int(calls - position) + 8))
        self.next = position - calls
        return moments


class Pool:
    """Agents who answer first come, first served.

    Attributes
    ----------
    agents : int
        How many are on duty.
    free : list of float
        Heap of the moments at which each is free; one that never comes where there are no agents.
    turns : list of tuple
        Of callers not answered at once, as they came: (moment the wait ends, how it ends, call, handle
        seconds).
    """

    def __init__(self) -> None:
        self.agents = 0
        self.free = [NEVER]
        self.turns: list[tuple] = []
        self.begun_seconds = 0.0
        self.carried_seconds = 0.0

    def offer(self, now: float, call: tuple, seconds: float, leaves: float, how: int) -> tuple | None:
        """Offer a call of so many handle seconds; return its turn, or None where an agent answers at once.

        Unless answered by the moment ``leaves``, its wait ends then, and ``how`` says how.
        """
        start = self.free[0]
        if start > leaves or start == NEVER:
            turn = (leaves, how, call, seconds)
            self.turns.append(turn)
            return turn
        self.begun_seconds += seconds
        if start <= now:
            heapreplace(self.free, now + seconds)
            return None
        heapreplace(self.free, start + seconds)
        turn = (start, ANSWERED, call, seconds)
        self.turns.append(turn)
        return turn

    def turns_come(self, now: float) -> list[tuple]:
        """Return the turns that have come by now, and keep the others."""
        come = [turn for turn in self.turns if turn[0] <= now]
        self.turns = [turn for turn in self.turns if turn[0] > now]
        return come

    def busy(self, now: float) -> int:
        """Return how many agents are on calls."""
        return len([moment for moment in self.free if now < moment < NEVER])

    def seconds_ahead(self, now: float) -> float:
        """Return the seconds of calls begun or promised that are still to be worked."""
        total = 0.0
        for moment in self.free:
            if now < moment < NEVER:
                total += moment - now
        return total

    def busy_seconds(self, now: float) -> float:
        """Return the agents' seconds on calls since this was last asked."""
        ahead = self.seconds_ahead(now)
        busy = self.carried_seconds + self.begun_seconds - ahead
        self.carried_seconds, self.begun_seconds = ahead, 0.0
        return busy

    def staff(self, agents: int, now: float) -> tuple[list[tuple], float]:
        """Put so many agents on duty; return the turns taken back, and the seconds that leavers still work.

        Whoever is free leaves first, then who is free soonest; a call in hand is finished.
        """
        free = self.free_after_call_in_hand() if self.agents else []
        heapify(free)
        overtime = 0.0
        while len(free) > agents:
            overtime += max(0.0, heappop(free) - now)
        while len(free) < agents:
            heappush(free, now)
        self.free = free if agents else [NEVER]
        self.agents = agents
        self.carried_seconds, self.begun_seconds = self.seconds_ahead(now), 0.0
        turns, self.turns = self.turns, []
        return turns, overtime

    def free_after_call_in_hand(self) -> list[float]:
        """Return the moments at which agents are free when nobody who waits has a turn."""
        promised: dict[float, int] = {}
        moments = list(self.free)
        for start, how, _, seconds in self.turns:
            if how == ANSWERED:
                moments.append(start)
                promised[start + seconds] = promised.get(start + seconds, 0) + 1
        left = []
        for moment in moments:
            if promised.get(moment, 0):
                promised[moment] -= 1
            else:
                left.append(moment)
        return left


class Centre:
    """A centre on one day, played interval by interval.

    Parameters
    ----------
    day : dict
        Checked and complete, as `simulation.checked` returns it.
    seed, replication : int
        Which day it is.
    """

    def __init__(self, day: dict, seed: int, replication: int) -> None:
        arrivals, handles, patience, again, repeated, outbound, factors = streams(seed, 7, replication)
        self.day = day
        self.arrivals = Arrivals(arrivals)
        self.handles = handles
        self.patience = patience
        self.again = again
        self.repeated = repeated
        self.outbound = outbound
        self.to_expect = calls_to_expect(day, factors)
        self.own = Pool()
        self.vendor = Pool()
        self.later: list[tuple] = []
        self.expected = 0
        self.turns_left = 0
        self.to_dial = day["outbound_calls"]
        self.interval = 0
        self.rows = [new_row(day, interval) for interval in range(len(day["intervals"]))]

    def step(self, interval: int) -> None:
        """Play an interval; they must be played in order."""
        self.interval = interval
        row = self.rows[interval]
        begin, end = moments_of(row)
        self.change_staff(row, begin)
        for first, last, expected in pieces(begin, end, self.to_expect[interval]):
            moments = self.arrivals.between(first, last, expected)
            row["offered"] += len(moments)
            calls = zip(
                moments,
                self.handle_times(self.handles, len(moments)),
                self.patiences(self.patience, len(moments)),
            )
            if row["is_vendors"]:
                self.come_to_vendor(calls)
            else:
                self.come(calls, len(moments))
            if self.turns_kept() > 2 * self.turns_left + FEW_TURNS:
                self.count_turns(last)
        self.go_on(end)
        self.count_turns(end)
        row["busy_seconds"] += self.own.busy_seconds(end)
        row["vendor_busy_seconds"] += self.vendor.busy_seconds(end)
        row["waiting"] = len(self.own.turns) + len(self.vendor.turns)
        row["busy"] = self.own.busy(end)
        row["vendor_busy"] = self.vendor.busy(end)

    def close(self) -> None:
        """End the day: nobody new comes, and those who wait are answered as far as there are agents."""
        row = self.rows[-1]
        _, end = moments_of(row)
        while self.later:
            moment, _, what, call, _ = heappop(self.later)
            if what == PASSED_ON:
                self.call_vendor(call, moment)
        row["overtime_seconds"] += self.own.carried_seconds
        row["vendor_overtime_seconds"] += self.vendor.carried_seconds + self.vendor.begun_seconds
        self.count_turns(NEVER, end)

    def change_staff(self, row: dict, now: float) -> None:
        """Put the interval's agents on duty; callers who wait get new turns where something changed."""
        limit = self.day["vendor_after_seconds"]
        vendor_opens = limit is not None and row["vendor_agents"] > 0 and self.vendor.agents == 0
        if row["vendor_agents"] != self.vendor.agents:
            turns, overtime = self.vendor.staff(row["vendor_agents"], now)
            row["vendor_overtime_seconds"] += overtime
            self.forget(self.vendor)
            for turn in turns:
                self.call_vendor(turn[2], now)
        if row["agents"] != self.own.agents or (vendor_opens and self.own.turns):
            turns, overtime = self.own.staff(row["agents"], now)
            row["overtime_seconds"] += overtime
            self.forget(self.own)
            for turn in turns:
                self.call_own(turn[2], now)

    def come(self, calls: list | zip, count: int) -> None:
        """Let callers come to the own agents; most are answered at once, and take the shortest way."""
        own, later = self.own, self.later
        free, interval, mean = own.free, self.interval, self.day["handle_seconds"]
        begun_seconds = 0.0
        for now, handle, patience in calls:
            if later and later[0][0] <= now:
                self.happen(now)
            if self.to_dial:
                self.dial(now)
            seconds = handle * mean
            if free[0] <= now:
                heapreplace(free, now + seconds)
                begun_seconds += seconds
            else:
                self.call_own((now, seconds, now + patience, interval), now)
                count -= 1
        own.begun_seconds += begun_seconds
        row = self.rows[interval]
        row["answered_in_house"] += count
        row["answered_in_time"] += count

    def come_to_vendor(self, calls: zip) -> None:
        """Let callers come to the vendor."""
        mean = self.day["handle_seconds"]
        for now, handle, patience in calls:
            self.happen(now)
            self.call_vendor((now, handle * mean, now + patience, self.interval), now)

    def go_on(self, now: float) -> None:
        """Let happen what was to come, and dial, until now."""
        self.happen(now)
        if self.to_dial:
            self.dial(now)

    def happen(self, now: float) -> None:
        """Let happen what was to come until now: callers give up, are passed on, call again."""
        later = self.later
        while later and later[0][0] <= now:
            moment, _, what, call, _ = heappop(later)
            if what == PASSED_ON:
                self.call_vendor(call, moment)
            elif what == CALLS_AGAIN:
                self.call_again(moment)
            elif self.again.uniforms(1)[0] < self.day["redial_share"]:
                delay = self.again.exponentials(1)[0] * self.day["redial_after_seconds"]
                self.expect(moment + delay, CALLS_AGAIN, None, None)

    def expect(self, moment: float, what: int, call: tuple | None, pool: Pool | None) -> None:
        """Remember what is to come; equal moments in the order remembered."""
        self.expected += 1
        heappush(self.later, (moment, self.expected, what, call, pool))

    def forget(self, pool: Pool) -> None:
        """Forget what was to come of the turns of a pool."""
        self.later = [event for event in self.later if event[4] is not pool]
        heapify(self.later)

    def call_again(self, now: float) -> None:
        """Let a caller who gave up call once more."""
        row = self.rows[self.interval]
        row["offered"] += 1
        row["repeated"] += 1
        seconds = self.handle_times(self.repeated, 1)[0] * self.day["handle_seconds"]
        call = (now, seconds, now + self.patiences(self.repeated, 1)[0], self.interval)
        if row["is_vendors"]:
            self.call_vendor(call, now)
        else:
            if self.to_dial:
                self.dial(now)
            self.call_own(call, now)

    def call_own(self, call: tuple, now: float) -> None:
        """Offer a call to the own agents."""
        leaves, how = call[2], GIVES_UP
        limit = self.day["vendor_after_seconds"]
        if limit is not None:
            passed = max(now, call[0] + limit)
            if passed <= leaves and self.vendor_has_agents(passed):
                leaves, how = passed, PASSED_ON
        turn = self.own.offer(now, call, call[1], leaves, how)
        if turn is None:
            self.count(call, now, "answered_in_house")
        else:
            self.follow(turn, self.own)

    def call_vendor(self, call: tuple, now: float) -> None:
        """Offer a call to the vendor."""
        seconds = call[1] * self.day["vendor_handle_factor"]
        turn = self.vendor.offer(now, call, seconds, call[2], GIVES_UP)
        if turn is None:
            self.count(call, now, "answered_by_vendor")
        else:
            self.follow(turn, self.vendor)

    def follow(self, turn: tuple, pool: Pool) -> None:
        """Remember a turn that has consequences."""
        moment, how, call, _ = turn
        if how == PASSED_ON or (how == GIVES_UP and moment < NEVER and self.day["redial_share"] > 0):
            self.expect(moment, how, call, pool)

    def vendor_has_agents(self, moment: float) -> bool:
        """Return whether the vendor has agents on duty at a moment from now on."""
        for row in self.rows[self.interval :]:
            if moment < moments_of(row)[1]:
                return row["vendor_agents"] > 0
        return self.rows[-1]["vendor_agents"] > 0

    def dial(self, until: float) -> None:
        """Let own agents dial, until a moment, whenever more of them are idle than the reserve."""
        free, reserve = self.own.free, self.day["outbound_reserve"]
        row = self.rows[self.interval]
        while self.to_dial and free[0] <= until and len(free) > reserve:
            idle = [heappop(free) for _ in range(reserve)]
            moment = free[0]
            if moment <= until:
                seconds = self.outbound.exponentials(1)[0] * self.day["outbound_seconds"]
                heapreplace(free, moment + seconds)
                self.own.begun_seconds += seconds
                self.to_dial -= 1
                row["outbound"] += 1
            for earlier in idle:
                heappush(free, earlier)
            if moment > until:
                return

    def count_turns(self, now: float, last: float = NEVER) -> None:
        """Count the turns that have come by now; who waits for ever gives up at the moment ``last``.

        A busy interval counts them several times, so that few are kept: many would outgrow the processor's
        cache, and a garbage collector would look at each of them.
        """
        for pool, answered in ((self.own, "answered_in_house"), (self.vendor, "answered_by_vendor")):
            for moment, how, call, _ in pool.turns_come(now):
                if how == ANSWERED:
                    self.count(call, moment, answered)
                elif how == PASSED_ON:
                    self.rows[call[3]]["passed_on"] += 1
                else:
                    self.count(call, last if moment == NEVER else moment, "gave_up")
        self.turns_left = self.turns_kept()

    def turns_kept(self) -> int:
        """Return how many turns are not counted yet."""
        return len(self.own.turns) + len(self.vendor.turns)

    def count(self, call: tuple, moment: float, what: str) -> None:
        """Count a call whose wait has ended."""
        row = self.rows[call[3]]
        wait = moment - call[0]
        row[what] += 1
        row["wait_seconds"] += wait
        if wait > 0:
            row["waited"] += 1
        if what == "gave_up":
            row["gave_up_short"] += wait <= self.day["short_abandon_seconds"]
            row["gave_up_early"] += wait <= self.day["answer_within_seconds"]
        else:
            row["answered_wait_seconds"] += wait
            row["answered_in_time"] += wait <= self.day["answer_within_seconds"]

    def handle_times(self, stream: Stream, count: int) -> list[float]:
        """Return handle times of mean 1."""
        if self.day["handle_distribution"] == "lognormal":
            return stream.lognormals(count, self.day["handle_variation"])
        return stream.exponentials(count)

    def patiences(self, stream: Stream, count: int) -> list[float]:
        """Return how long callers would wait, in seconds."""
        mean = self.day["patience_seconds"]
        if mean is None:
            return [NEVER] * count
        return [mean * patience for patience in stream.exponentials(count)]

    def longest_wait_seconds(self, now: float) -> float:
        """Return how long the caller has waited who has waited longest; 0 where nobody waits."""
        longest = 0.0
        for pool in (self.own, self.vendor):
            for turn in pool.turns:
                longest = max(longest, now - turn[2][0])
        return longest


def pieces(begin: float, end: float, calls: float) -> list[tuple[float, float, float]]:
    """Return an interval in pieces with few enough calls for a processor to have them at hand."""
    count = 1 + int(calls / AT_HAND)
    length = (end - begin) / count
    return [(begin + i * length, begin + (i + 1) * length, calls / count) for i in range(count)]


def moments_of(row: dict) -> tuple[float, float]:
    """Return the moments at which an interval begins and ends."""
    begin = row["start_minute"] * 60.0
    return begin, begin + row["minutes"] * 60.0


def new_row(day: dict, interval: int) -> dict:
    """Return the row of an interval in which nothing has happened yet."""
    start, minutes, calls = day["intervals"][interval]
    row = {name: 0.0 if name.endswith("_seconds") else 0 for name in COUNTS}
    row["start_minute"] = start
    row["minutes"] = minutes
    row["expected"] = calls
    row["agents"] = day["agents"][interval]
    row["vendor_agents"] = day["vendor_agents"][interval]
    row["staffed_seconds"] = row["agents"] * minutes * 60.0
    row["vendor_staffed_seconds"] = row["vendor_agents"] * minutes * 60.0
    row["is_counted"] = start - day["intervals"][0][0] >= day["warm_up_minutes"]
    row["is_vendors"] = False
    for begin, end in day["vendor_hours"]:
        if begin <= start % MINUTES_IN_DAY < end:
            row["is_vendors"] = True
    return row


def calls_to_expect(day: dict, stream: Stream) -> list[float]:
    """Return the calls to expect in each interval of one very day, be it busy or quiet."""
    intervals = day["intervals"]
    if day["varies_like_bank"]:
        intervals = random_day(intervals, lambda: stream.normals(1)[0])
    variation = day["day_variation"]
    factor = stream.lognormals(1, variation)[0] if variation > 0 else 1.0
    return [calls * factor for _, _, calls in intervals]
