"""A centre's day played a second time, in the plainest way, to check the engine against.

Time moves from event to event; agents, the queue and each caller are what they are in words. It draws the
same callers from the same streams as `call_by_call.Centre`, but shares none of its bookkeeping: no heap of
free agents, no turns given ahead of time and taken back.
"""

import math

from callcentre.model.numerics.randomness import streams
from callcentre.model.simulation.call_by_call import Arrivals, calls_to_expect

NEVER = math.inf


class Caller:
    def __init__(self, came, seconds, patience, interval):
        self.came = came
        self.seconds = seconds
        self.gives_up = came + patience
        self.interval = interval
        self.is_passed_on = False


class Side:
    """Agents on duty, those on calls (the moments they finish), and the callers who wait."""

    def __init__(self):
        self.idle = 0
        self.on_calls = []
        self.leaving = []
        self.queue = []

    def staff(self, agents):
        """Put so many agents on duty: idle ones leave first, then those who finish first."""
        self.idle += agents - self.idle - len(self.on_calls)
        while self.idle < 0:
            soonest = min(self.on_calls)
            self.on_calls.remove(soonest)
            self.leaving.append(soonest)
            self.idle += 1


class DayByHand:
    def __init__(self, day, seed, replication=0):
        self.day = day
        drawn = streams(seed, 7, replication)
        self.arrivals, self.handles, self.patience, self.again, self.repeated, self.outbound, factors = drawn
        self.expected = calls_to_expect(day, factors)
        self.intervals = range(len(day["intervals"]))
        self.counts = [
            {
                "offered": 0,
                "repeated": 0,
                "answered_in_house": 0,
                "answered_by_vendor": 0,
                "answered_in_time": 0,
                "gave_up": 0,
                "gave_up_short": 0,
                "gave_up_early": 0,
                "waited": 0,
                "passed_on": 0,
                "wait_seconds": 0.0,
                "outbound": 0,
                "waiting": 0,
                "busy": 0,
                "vendor_busy": 0,
            }
            for _ in self.intervals
        ]
        self.own, self.vendor = Side(), Side()
        self.to_dial = day["outbound_calls"]
        self.to_call_again = []
        self.interval = 0
        self.now = 0.0

    def play(self):
        fresh = self.fresh_callers()
        for interval in self.intervals:
            self.interval = interval
            start, minutes, _ = self.day["intervals"][interval]
            begin, end = start * 60.0, (start + minutes) * 60.0
            self.now = begin
            self.vendor.staff(self.day["vendor_agents"][self.interval])
            self.own.staff(self.day["agents"][self.interval])
            self.settle()
            self.run(fresh[self.interval], end)
            self.now = end
            counts = self.counts[self.interval]
            counts["waiting"] = len(self.own.queue) + len(self.vendor.queue)
            counts["busy"], counts["vendor_busy"] = len(self.own.on_calls), len(self.vendor.on_calls)
        self.to_call_again, self.to_dial = [], 0
        self.day = {**self.day, "redial_share": 0.0}
        self.run([], NEVER)
        self.now = end
        for caller in self.own.queue + self.vendor.queue:
            self.count(caller, "gave_up")
        return self.counts

    def fresh_callers(self):
        arrivals = Arrivals(self.arrivals)
        fresh = []
        for interval, (start, minutes, _) in enumerate(self.day["intervals"]):
            moments = arrivals.between(start * 60.0, (start + minutes) * 60.0, self.expected[interval])
            self.counts[interval]["offered"] = len(moments)
            seconds = self.handle_times(self.handles, len(moments))
            patiences = self.patiences(self.patience, len(moments))
            fresh.append(
                [Caller(*drawn, interval) for drawn in zip(moments, seconds, patiences, strict=True)]
            )
        return fresh

    def handle_times(self, stream, count):
        mean = self.day["handle_seconds"]
        if self.day["handle_distribution"] == "lognormal":
            return [mean * time for time in stream.lognormals(count, self.day["handle_variation"])]
        return [mean * time for time in stream.exponentials(count)]

    def patiences(self, stream, count):
        mean = self.day["patience_seconds"]
        return [NEVER] * count if mean is None else [mean * time for time in stream.exponentials(count)]

    def run(self, fresh, end):
        """Go from event to event, up to the end."""
        fresh = list(fresh)
        while True:
            moments = [caller.came for caller in fresh[:1]] + list(self.to_call_again)
            for side in (self.own, self.vendor):
                moments += side.on_calls
                moments += [self.leaves(caller, side) for caller in side.queue]
            self.now, before = min(moments, default=NEVER), self.now
            if self.now >= end:
                self.now = before
                return
            self.free_agents()
            self.settle()
            self.end_waits()
            if fresh and fresh[0].came == self.now:
                self.come(fresh.pop(0))
            if self.now in self.to_call_again:
                self.to_call_again.remove(self.now)
                self.call_again()
            self.settle()

    def leaves(self, caller, side):
        """Return when a caller leaves the queue unless answered."""
        limit = self.day["vendor_after_seconds"]
        if side is self.vendor or limit is None:
            return caller.gives_up
        passed = caller.came + limit
        for interval in self.intervals:
            start, minutes, _ = self.day["intervals"][interval]
            end = NEVER if interval == self.intervals[-1] else (start + minutes) * 60.0
            on_duty_from = max(passed, start * 60.0)
            if self.day["vendor_agents"][interval] and on_duty_from < end and end > self.now:
                return min(caller.gives_up, max(on_duty_from, self.now))
        return caller.gives_up

    def free_agents(self):
        for side in (self.own, self.vendor):
            while self.now in side.on_calls:
                side.on_calls.remove(self.now)
                side.idle += 1

    def end_waits(self):
        for side in (self.own, self.vendor):
            for caller in [caller for caller in side.queue if self.leaves(caller, side) == self.now]:
                side.queue.remove(caller)
                if caller.gives_up == self.now:
                    self.count(caller, "gave_up")
                    self.perhaps_call_again()
                else:
                    self.counts[caller.interval]["passed_on"] += 1
                    self.vendor.queue.append(caller)

    def perhaps_call_again(self):
        share = self.day["redial_share"]
        if share and self.again.uniforms(1)[0] < share:
            delay = self.again.exponentials(1)[0] * self.day["redial_after_seconds"]
            self.to_call_again.append(self.now + delay)

    def call_again(self):
        self.counts[self.interval]["offered"] += 1
        self.counts[self.interval]["repeated"] += 1
        seconds = self.handle_times(self.repeated, 1)[0]
        self.come(Caller(self.now, seconds, self.patiences(self.repeated, 1)[0], self.interval))

    def come(self, caller):
        start = self.day["intervals"][self.interval][0] % 1440
        is_vendors = any(begin <= start < end for begin, end in self.day["vendor_hours"])
        (self.vendor if is_vendors else self.own).queue.append(caller)
        self.settle()
        limit = self.day["vendor_after_seconds"]
        if limit == 0 and caller in self.own.queue and self.leaves(caller, self.own) == self.now:
            self.end_waits()

    def settle(self):
        """Give idle agents the callers who wait, then calls to dial."""
        for side, answered in ((self.own, "answered_in_house"), (self.vendor, "answered_by_vendor")):
            while side.idle and side.queue:
                caller = side.queue.pop(0)
                factor = self.day["vendor_handle_factor"] if side is self.vendor else 1.0
                side.idle -= 1
                side.on_calls.append(self.now + caller.seconds * factor)
                self.count(caller, answered)
        while self.to_dial and self.own.idle > self.day["outbound_reserve"]:
            seconds = self.outbound.exponentials(1)[0] * self.day["outbound_seconds"]
            self.own.idle -= 1
            self.own.on_calls.append(self.now + seconds)
            self.to_dial -= 1
            self.counts[self.interval]["outbound"] += 1

    def count(self, caller, what):
        counts = self.counts[caller.interval]
        wait = self.now - caller.came
        counts[what] += 1
        counts["wait_seconds"] += wait
        counts["waited"] += wait > 0
        if what == "gave_up":
            counts["gave_up_short"] += wait <= self.day["short_abandon_seconds"]
            counts["gave_up_early"] += wait <= self.day["answer_within_seconds"]
        elif wait <= self.day["answer_within_seconds"]:
            counts["answered_in_time"] += 1
