"""What a contract pays for: bills, prices compared, what a tariff rewards, penalties and minimums."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from .shared.answers import FreeText, Function, Number, Word
from .shared.given import Quantity
from .shared.task import Misconception, Task, Unit

TARIFFS = ("minute", "call", "resolved call", "agent's hour")
BIDS = ("Alba", "Borea")


def data(seed=None):
    """Return Harbour Insurance's month with its vendor, and two bids for the next contract."""
    more = 0 if seed is None else seed * 5 % 7
    return {
        "calls": 12_000 + 500 * more,
        "handle_seconds": 320 + 10 * more,
        "price_per_minute": 0.85,
        "resolution": 0.72,
        "minimum": 40_000,
        "bids": {
            "Alba": {"price_per_call": 3.90, "resolution": 0.68},
            "Borea": {"price_per_call": 4.30, "resolution": 0.80},
        },
    }


def bill_of(given):
    return given["calls"] * given["handle_seconds"] / 60 * given["price_per_minute"]


BILL = Task(
    "contract/bill",
    1,
    "Work out a vendor's bill by the minute.",
    {"bill": Number("EUR", 0)},
    lambda given: {"bill": bill_of(given)},
    "The bill follows calls and handle time alike: whoever answers for one of the two answers for the bill.",
    (
        "How many minutes does the vendor handle in the month?",
        "Calls, times minutes a call, times the price of a minute.",
    ),
    (
        Misconception(
            "seconds",
            lambda given: {"bill": bill_of(given) * 60},
            "The price is that of a minute, and the handle time is in seconds.",
        ),
        Misconception(
            "a-minute-a-call",
            lambda given: {"bill": given["calls"] * given["price_per_minute"]},
            "That would be the bill if each call took one minute.",
        ),
        Misconception(
            "one-call",
            lambda given: {"bill": given["handle_seconds"] / 60 * given["price_per_minute"]},
            "That is what one call costs.",
        ),
    ),
    shows=("calls", "handle_seconds", "price_per_minute"),
)

SAME_PRICE = Task(
    "contract/same-price",
    1,
    "Find the price of a call that makes the same bill.",
    {"price_per_call": Number("EUR a call", 2)},
    lambda given: {"price_per_call": given["handle_seconds"] / 60 * given["price_per_minute"]},
    "With this many calls both prices cost the same. What differs is who bears it when calls become longer.",
    ("What does one call of the usual length cost by the minute?",),
    (
        Misconception(
            "price-of-a-minute",
            lambda given: {"price_per_call": given["price_per_minute"]},
            "That is a minute's price. How many minutes does a call take?",
        ),
        Misconception(
            "in-seconds",
            lambda given: {"price_per_call": given["handle_seconds"] * given["price_per_minute"]},
            "The handle time is in seconds, and the price that of a minute.",
        ),
        Misconception(
            "divided-by-minutes",
            lambda given: {"price_per_call": given["price_per_minute"] / (given["handle_seconds"] / 60)},
            "A call takes several minutes: does it cost more than one of them, or less?",
        ),
    ),
)

TALKS_LONGER = Task(
    "contract/talks-longer",
    1,
    "Say which tariff rewards a vendor for longer calls.",
    {"tariff": Word(TARIFFS)},
    lambda given: {"tariff": "minute"},
    "A tariff says what is wanted, whatever the contract's first page says.",
    (
        "Under which tariff does one call that lasts a minute longer bring the vendor more, with the same "
        "people?",
    ),
    (
        Misconception(
            "call-rewards-length",
            lambda given: {"tariff": "call"},
            "By the call, a longer call costs the vendor agents and brings it nothing.",
        ),
        Misconception(
            "resolved-rewards-length",
            lambda given: {"tariff": "resolved call"},
            "By the resolved call, length pays only where it settles the matter.",
        ),
        Misconception(
            "hour-rewards-length",
            lambda given: {"tariff": "agent's hour"},
            "By the agent's hour, hours at work are paid, whether calls are long or short. They are "
            "rewarded, not length.",
        ),
    ),
)

RESOLVED = Task(
    "contract/resolved",
    1,
    "Work out what a resolved call costs.",
    {"per_resolved": Number("EUR", 2)},
    lambda given: {"per_resolved": bill_of(given) / (given["calls"] * given["resolution"])},
    "What a caller needs is a settled matter. A price for anything else has to be turned into one "
    "for that before "
    "two offers can be compared.",
    (
        "How many of the calls were resolved? The whole bill is spread over those.",
        "Fewer than all are resolved: does each of them cost more or less than a call?",
    ),
    (
        Misconception(
            "per-call",
            lambda given: {"per_resolved": bill_of(given) / given["calls"]},
            "That is what a call costs, resolved or not.",
        ),
        Misconception(
            "multiplied",
            lambda given: {"per_resolved": bill_of(given) / given["calls"] * given["resolution"]},
            "Cheaper than a call? The whole bill is spread over fewer calls.",
        ),
        Misconception(
            "of-the-unresolved",
            lambda given: {"per_resolved": bill_of(given) / (given["calls"] * (1 - given["resolution"]))},
            "That spreads the bill over the calls that were not resolved.",
        ),
    ),
    shows=("resolution",),
)


def per_resolved_of(bid):
    return bid["price_per_call"] / bid["resolution"]


BIDS_COMPARED = Task(
    "contract/bids",
    2,
    "Compare two bids by what a resolved call costs.",
    OrderedDict((("better", Word(BIDS)), ("saves", Number("EUR a resolved call", 2)))),
    lambda given: {
        "better": min(BIDS, key=lambda name: per_resolved_of(given["bids"][name])),
        "saves": abs(per_resolved_of(given["bids"]["Alba"]) - per_resolved_of(given["bids"]["Borea"])),
    },
    "The lower price for a call can be the dearer offer. And callers who must ring twice are not in the sum "
    "yet.",
    (
        "Turn each bid's price of a call into one of a resolved call.",
        "Divide each price by its share of resolved calls, and subtract the smaller from the larger.",
    ),
    (
        Misconception(
            "lower-price-wins",
            lambda given: {"better": "Alba"},
            "It has the lower price for a call. For a resolved call?",
        ),
        Misconception(
            "prices-subtracted",
            lambda given: {
                "saves": given["bids"]["Borea"]["price_per_call"] - given["bids"]["Alba"]["price_per_call"]
            },
            "That is the difference of the prices of a call, not of a resolved call.",
        ),
        Misconception(
            "multiplied",
            lambda given: {
                "saves": given["bids"]["Borea"]["price_per_call"] * given["bids"]["Borea"]["resolution"]
                - given["bids"]["Alba"]["price_per_call"] * given["bids"]["Alba"]["resolution"]
            },
            "A price is spread over fewer calls when only some are resolved: divide, do not multiply.",
        ),
    ),
)


def penalty(in_time, promise, share_per_point, most):
    """Return the share of the bill that is kept back."""
    points = max(0.0, (promise - in_time) * 100)
    return min(most, points * share_per_point)


def of_shares(in_time, promise, share_per_point, most):
    return min(most, max(0.0, promise - in_time) * share_per_point)


def without_limit(in_time, promise, share_per_point, most):
    return max(0.0, (promise - in_time) * 100) * share_per_point


def pays_bonus_too(in_time, promise, share_per_point, most):
    return min(most, (promise - in_time) * 100 * share_per_point)


def all_or_nothing(in_time, promise, share_per_point, most):
    return most if in_time < promise else 0.0


PENALTY = Task(
    "contract/penalty",
    3,
    "Write a penalty with its limit.",
    {
        "penalty": Function(
            [
                (0.78, 0.80, 0.01, 0.10),
                (0.60, 0.80, 0.01, 0.10),
                (0.85, 0.80, 0.01, 0.10),
                (0.80, 0.80, 0.02, 0.05),
                (0.775, 0.80, 0.02, 0.10),
            ],
            Number("as a share of the bill", 4),
        )
    },
    lambda given: {"penalty": penalty},
    "Past its limit a penalty stops mattering: a month that is lost already is cheap to lose altogether.",
    (
        "How many points is the month below the promise, and what does each cost? Then think of the limit.",
        "At 78 % where 80 % was promised, two points are missing; at 60 %, twenty, and the limit holds. And "
        "above the promise?",
    ),
    (
        Misconception(
            "shares-for-points",
            lambda given: {"penalty": of_shares},
            "A point is one per cent: from 80 % to 78 % are two points.",
        ),
        Misconception(
            "no-limit",
            lambda given: {"penalty": without_limit},
            "The contract has a limit: a bad month costs no more than that.",
        ),
        Misconception(
            "bonus",
            lambda given: {"penalty": pays_bonus_too},
            "A month above the promise costs nothing; this contract pays no bonus either.",
        ),
        Misconception(
            "all-or-nothing",
            lambda given: {"penalty": all_or_nothing},
            "Each point below the promise costs its share; only the limit is the whole.",
        ),
    ),
)

MINIMUM = Task(
    "contract/minimum",
    1,
    "Say from how many calls on a minimum no longer matters.",
    {"calls_covered": Number("calls a month", 0)},
    lambda given: {
        "calls_covered": given["minimum"] / (given["handle_seconds"] / 60 * given["price_per_minute"])
    },
    "Below that volume each call fewer saves nothing: the risk of few calls is the client's.",
    ("At how many calls is the bill by the minute just the minimum?",),
    (
        Misconception(
            "by-the-minute",
            lambda given: {"calls_covered": given["minimum"] / given["price_per_minute"]},
            "That many minutes make the minimum. How many calls is that?",
        ),
        Misconception(
            "seconds-for-minutes",
            lambda given: {
                "calls_covered": given["minimum"] / (given["handle_seconds"] * given["price_per_minute"])
            },
            "The handle time is in seconds, and the price that of a minute.",
        ),
    ),
    shows=("minimum",),
)

GAMED = Task(
    "contract/gamed",
    3,
    "Say how a service level can be gamed, and what a contract can do.",
    {
        "clause": FreeText(
            50,
            (
                (1, "names a way to keep the figure and fail the callers"),
                (1, "says what the contract should measure instead, or besides"),
                (1, "says who measures it, and how it can be checked"),
            ),
        )
    },
    lambda given: {
        "clause": "A vendor can answer new calls first and leave those who have waited too long "
        "already: they are lost for "
        "the figure anyway. The contract should look at the longest waits and at calls that were "
        "abandoned, by the half "
        "hour and not by the month, and have the client read the raw records of the telephone "
        "system, of which a few "
        "are checked by hand each month."
    },
    "A vendor who is paid by a figure works on the figure, and not always on the service behind it.",
    ("What does a vendor do with a caller who has waited too long already?", "Who counts, and who can look?"),
)

UNIT = Unit(
    "contract",
    "What the contract pays for",
    60,
    data,
    (BILL, SAME_PRICE, TALKS_LONGER, RESOLVED, BIDS_COMPARED, PENALTY, MINIMUM, GAMED),
    (
        Quantity("calls", "Calls of the month", "calls"),
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("price_per_minute", "The vendor's price of a minute handled", "EUR", 2),
        Quantity("resolution", "Share of calls that settled the matter", "%"),
        Quantity("minimum", "The vendor bills at least", "EUR a month"),
    ),
)
