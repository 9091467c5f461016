"""A centre in which each caller is followed: when they came, waited, went over, were answered, hung up."""

from .call_by_call import Centre


class Fate:
    """What becomes of a caller. Moments are seconds after midnight, None where there is none (yet).

    Attributes
    ----------
    came : float
    passed : float or None
        When the caller went over to the vendor.
    answered, ends : float or None
        When an agent answered, and when the call is over.
    gave_up : float or None
        When the caller hung up.
    """

    def __init__(self, came: float) -> None:
        self.came = came
        self.passed: float | None = None
        self.answered: float | None = None
        self.ends: float | None = None
        self.gave_up: float | None = None

    def is_there(self, begin: float, end: float) -> bool:
        """Return whether the caller is in the centre at some moment between two."""
        gone = self.ends if self.gave_up is None else self.gave_up
        return self.came < end and (gone is None or gone > begin)


class Watched(Centre):
    """The very day of a `Centre`, with the ``fates`` of its callers in the order they came."""

    def __init__(self, day: dict, seed: int, replication: int) -> None:
        super().__init__(day, seed, replication)
        self.fates: list[Fate] = []
        self.by_moment: dict[float, Fate] = {}

    def fate(self, came: float) -> Fate:
        """Return the fate of the caller who came at that moment."""
        if came not in self.by_moment:
            self.by_moment[came] = Fate(came)
            self.fates.append(self.by_moment[came])
        return self.by_moment[came]

    def come(self, calls: list | zip, count: int) -> None:
        """Follow callers to the own agents; who does not find one free is told of by `call_own`."""
        coming = list(calls)
        for now, handle, _ in coming:
            fate = self.fate(now)
            fate.answered, fate.ends = now, now + handle * self.day["handle_seconds"]
        super().come(coming, count)

    def call_own(self, call: tuple, now: float) -> None:
        """Note that a caller waits, until it is told that the wait is over."""
        fate = self.fate(call[0])
        fate.answered = fate.ends = None
        super().call_own(call, now)

    def call_vendor(self, call: tuple, now: float) -> None:
        """Note that a caller goes over to the vendor."""
        fate = self.fate(call[0])
        if fate.passed is None:
            fate.passed = now
        super().call_vendor(call, now)

    def count(self, call: tuple, moment: float, what: str) -> None:
        """Note how a wait has ended."""
        fate = self.fate(call[0])
        if what == "gave_up":
            fate.gave_up = moment
        else:
            factor = self.day["vendor_handle_factor"] if what == "answered_by_vendor" else 1.0
            fate.answered, fate.ends = moment, moment + call[1] * factor
        super().count(call, moment, what)
