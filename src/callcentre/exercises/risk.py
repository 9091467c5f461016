"""Risk and confidentiality: what rarely happens, what a control is worth, and what a mean leaves out."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model.numerics.randomness import streams
from .shared.answers import FreeText, Function, Guess, Number, Share, Word
from .shared.cards import Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

FUTURES, DEAR = 200, 18
BOOKS_SEED = 47
LETTERS = ("A", "B", "C", "D", "E", "F")
# A register of what may happen: (event, years between two, loss in EUR); the expected loss is their quotient.
EVENTS = (
    ("a laptop is lost", 2, 6_000),
    ("the hall is flooded", 40, 220_000),
    ("records leak", 25, 900_000),
    ("a power cut of a day", 5, 30_000),
    ("the distributor fails for a week", 20, 120_000),
    ("a strike of a week", 10, 80_000),
)
SPREAD, EVENT = "a spread", "a probability and a loss"
DOUBTS = Cards(
    "doubts",
    (
        ("calls a month in the next years", "volume"),
        ("the vendor becomes insolvent", "insolvency"),
        ("how fast pay rises", "pay"),
        ("an agent sells the list of callers", "sale"),
        ("how many agents leave in a year", "leavers"),
        ("the system's supplier ends support overnight", "support"),
    ),
)
DESCRIBED_BY = {
    "volume": SPREAD,
    "insolvency": EVENT,
    "pay": SPREAD,
    "sale": EVENT,
    "leavers": SPREAD,
    "support": EVENT,
}
PER_CENT_ROW, LARGEST_LOSS_ROW, MOST_FREQUENT_ROW = 4, 2, 0
STEADY, CHEAPER = "steady", "gambler"
WAYS = (STEADY, CHEAPER)


def data(seed=None):
    """Return what Meridian Health Line fears, a control, and futures of two offers."""
    turn = 0 if seed is None else seed
    return {
        "probability": 0.04 + 0.01 * (turn * 3 % 4),
        "loss": 600_000 + 50_000 * (turn * 5 % 7),
        "years": 10 + turn % 3,
        "control_cost": 9_000 + 1_300 * (turn * 7 % 5),
        "control_effect": 0.60,
        "doubts": DOUBTS.rows(turn),
        "register": register(turn * 5 % len(EVENTS)),
        "futures": futures(BOOKS_SEED if seed is None else 2000 + seed),
        "tail": 0.05,
    }


def register(turn):
    """Return a colleague's rows (letter, event, once in so many years, loss, expected loss a year)."""
    rows = []
    for place, letter in enumerate(LETTERS):
        number = (place + turn) % len(EVENTS)
        event, years, loss = EVENTS[number]
        expected = loss / years if number != PER_CENT_ROW else loss * years / 100
        rows.append((letter, event, years, loss, expected))
    return rows


def futures(seed):
    """Return what two offers cost in the same futures, in millions of EUR; one is now and then dear."""
    of_costs, of_luck, of_size = streams(seed, 3)
    common = of_costs.lognormals(FUTURES, 0.04)
    luck, size = of_luck.uniforms(FUTURES), of_size.lognormals(FUTURES, 0.2)
    bad_luck = sorted(luck)[DEAR]
    rows = []
    for place in range(FUTURES):
        more = 3.6 * size[place] if luck[place] < bad_luck else 0.0
        rows.append((round(4.30 * common[place], 3), round(4.05 * common[place] + more, 3)))
    return rows


def files(given):
    lines = ["future,steady,gambler"]
    lines += [f"{place + 1},{row[0]:.3f},{row[1]:.3f}" for place, row in enumerate(given["futures"])]
    return [("futures.csv", "\n".join(lines) + "\n")]


# 1. Expected loss

EXPECTED = Task(
    "risk/expected",
    1,
    "Work out the expected loss a year from a rare event.",
    {"expected": Number("EUR a year", 0)},
    lambda given: {"expected": given["probability"] * given["loss"]},
    "An expected loss (perte attendue) is what it costs on average, over many firms or many years. No "
    "single year ever costs it: either nothing happens, or far more is lost.",
    (
        "Think of a hundred such firms: how many of them are hit in a year, and what do all of them lose?",
        "The loss of those who are hit, spread over all.",
    ),
    (
        Misconception(
            "the-loss",
            lambda given: {"expected": given["loss"]},
            "That is lost if it happens. How often does it?",
        ),
        Misconception(
            "over-all-years",
            lambda given: {"expected": given["probability"] * given["loss"] * given["years"]},
            "That is expected over the whole contract. The question is about a year.",
        ),
        Misconception(
            "when-nothing-happens",
            lambda given: {"expected": (1 - given["probability"]) * given["loss"]},
            "That weighs the loss with the years in which nothing happens.",
        ),
        Misconception(
            "divided-by-probability",
            lambda given: {"expected": given["loss"] / given["probability"]},
            "More than the loss itself? What seldom happens weighs less.",
        ),
    ),
    shows=("probability", "loss", "years"),
)

# 2. At least once


def ever(given):
    return 1 - (1 - given["probability"]) ** given["years"]


EVER = Task(
    "risk/ever",
    2,
    "Guess, then work out how likely a rare event is over a whole contract.",
    OrderedDict((("guess", Guess("a share of one", 2)), ("ever", Share(3)))),
    lambda given: {"guess": 0.25, "ever": ever(given)},
    "Seldom in a year is not seldom in ten. A contract is signed once and lived with for years.",
    (
        "How likely is it that a year passes without a leak? And that all of them do?",
        "The probabilities of years without a leak multiply. What is asked for is the rest.",
    ),
    (
        Misconception(
            "years-added",
            lambda given: {"ever": given["probability"] * given["years"]},
            "Added like that, enough years would make more than certainty. The probabilities of years "
            "without a leak multiply.",
        ),
        Misconception(
            "one-year",
            lambda given: {"ever": given["probability"]},
            "That is one year's probability.",
        ),
        Misconception(
            "never",
            lambda given: {"ever": 1 - ever(given)},
            "That is how likely it never happens.",
        ),
        Misconception(
            "every-year",
            lambda given: {"ever": given["probability"] ** given["years"]},
            "That is how likely it happens in each of the years.",
        ),
    ),
    shows=("probability", "years"),
)

# 3. A control


def pays_from(given):
    return given["control_cost"] / (given["loss"] * given["control_effect"])


CONTROL = Task(
    "risk/control",
    1,
    "Say from what probability on a control pays.",
    {"pays_from": Share(4)},
    lambda given: {"pays_from": pays_from(given)},
    "Nobody knows the probability of a leak. Whether it is above or below this one can be argued about, and "
    "that is enough to decide.",
    (
        "What does the control cost a year, and what does it prevent in a year in which the event would "
        "happen?",
        "It pays where the loss it prevents, times the probability, equals its cost.",
    ),
    (
        Misconception(
            "prevents-all",
            lambda given: {"pays_from": given["control_cost"] / given["loss"]},
            "That would hold if it prevented every leak. It prevents a part of them.",
        ),
        Misconception(
            "what-remains",
            lambda given: {
                "pays_from": given["control_cost"] / (given["loss"] * (1 - given["control_effect"]))
            },
            "You used the part that it does not prevent.",
        ),
        Misconception(
            "effect-multiplied",
            lambda given: {"pays_from": given["control_cost"] * given["control_effect"] / given["loss"]},
            "A control that prevents less has to be needed more often before it pays.",
        ),
        Misconception(
            "todays-probability",
            lambda given: {"pays_from": given["probability"]},
            "That is the probability assumed. From which one on does the control pay?",
        ),
    ),
    shows=("control_cost", "control_effect", "loss"),
)

# 4. A colleague's register


def letter_of(given, number):
    return [row[0] for row in given["register"] if row[1] == EVENTS[number][0]][0]


REGISTER = Task(
    "risk/register",
    2,
    "Find the error in a colleague's register of risks.",
    OrderedDict((("wrong_row", Word(LETTERS)), ("should_be", Number("EUR a year", 0)))),
    lambda given: {
        "wrong_row": letter_of(given, PER_CENT_ROW),
        "should_be": EVENTS[PER_CENT_ROW][2] / EVENTS[PER_CENT_ROW][1],
    },
    "Once in twenty years was read as twenty per cent. In a register both appear as a number, and only one "
    "of them is a probability.",
    (
        "Once in that many years: what probability is that a year? Try a row that you trust.",
        "Divide each loss by its years. Which row does not agree?",
    ),
    (
        Misconception(
            "the-largest-loss",
            lambda given: {"wrong_row": letter_of(given, LARGEST_LOSS_ROW)},
            "A large loss, and a rare one: this row is right.",
        ),
        Misconception(
            "the-most-frequent",
            lambda given: {"wrong_row": letter_of(given, MOST_FREQUENT_ROW)},
            "A small loss that comes often: this row is right.",
        ),
        Misconception(
            "left-as-it-is",
            lambda given: {"should_be": EVENTS[PER_CENT_ROW][2] * EVENTS[PER_CENT_ROW][1] / 100},
            "That is what the colleague wrote.",
        ),
        Misconception(
            "the-whole-loss",
            lambda given: {"should_be": EVENTS[PER_CENT_ROW][2]},
            "That much is lost if it happens. What is that a year?",
        ),
    ),
    shows=("register",),
)

# 5. Value at risk


def value_at_risk(costs, tail):
    """Return how far above their mean the worst costs begin, a share ``tail`` of them."""
    worst_first = sorted(costs)
    worst_first.reverse()
    return worst_first[max(1, round(tail * len(costs))) - 1] - sum(costs) / len(costs)


def not_from_the_mean(costs, tail):
    return value_at_risk(costs, tail) + sum(costs) / len(costs)


def the_cheap_end(costs, tail):
    best_first = sorted(costs)
    return best_first[max(1, round(tail * len(costs))) - 1] - sum(costs) / len(costs)


def the_very_worst(costs, tail):
    return max(costs) - sum(costs) / len(costs)


def mean_of_the_worst(costs, tail):
    worst_first = sorted(costs)
    worst_first.reverse()
    count = max(1, round(tail * len(costs)))
    return sum(worst_first[:count]) / count - sum(costs) / len(costs)


def costs_to_try():
    rows = futures(BOOKS_SEED)
    return [
        ([10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0], 0.2),
        ([5.0, 1.0, 4.0, 2.0], 0.5),
        ([row[0] for row in rows], 0.05),
        ([row[1] for row in rows], 0.05),
    ]


VALUE_AT_RISK = Task(
    "risk/value-at-risk",
    3,
    "Write how far above its mean a cost may lie.",
    {"value_at_risk": Function(costs_to_try(), Number("in the unit of the costs", 2))},
    lambda given: {"value_at_risk": value_at_risk},
    "Value at risk (valeur à risque) says where the worst futures begin, and nothing about how bad they "
    "are. Two offers with the same one can end very differently.",
    (
        "Sort the costs. How many of them are the worst, and which of these is the least bad?",
        "Of ten costs and a tail of 0.2 the two largest are the worst. Where do they begin, and how far "
        "above the mean is that?",
    ),
    (
        Misconception(
            "not-from-the-mean",
            lambda given: {"value_at_risk": not_from_the_mean},
            "That is where the worst begin. How far above the mean is it?",
        ),
        Misconception(
            "the-cheap-end",
            lambda given: {"value_at_risk": the_cheap_end},
            "Costs are bad when they are high: look at the other end.",
        ),
        Misconception(
            "the-very-worst",
            lambda given: {"value_at_risk": the_very_worst},
            "That is the single worst cost, whatever the tail.",
        ),
        Misconception(
            "mean-of-the-worst",
            lambda given: {"value_at_risk": mean_of_the_worst},
            "That is how bad the worst are on average, the expected shortfall. What is asked for is where "
            "they begin.",
        ),
    ),
)

# 6. A picture of two offers


def mean_of(given, place):
    return sum([row[place] for row in given["futures"]]) / len(given["futures"])


def usually(given):
    """Return in which share of the futures the second offer is the cheaper one."""
    return len([row for row in given["futures"] if row[1] < row[0]]) / len(given["futures"])


def cheaper_on_average(given):
    return STEADY if mean_of(given, 0) < mean_of(given, 1) else CHEAPER


def other_way(name):
    return WAYS[1 - WAYS.index(name)]


PICTURE = Task(
    "risk/picture",
    2,
    "Read from a picture of futures which offer is usually cheaper, and which one on average.",
    OrderedDict((("usually", Word(WAYS)), ("on_average", Word(WAYS)), ("below_its_mean", Share(2)))),
    lambda given: {
        "usually": CHEAPER,
        "on_average": cheaper_on_average(given),
        "below_its_mean": below_its_mean(given),
    },
    "Most futures lie below this offer's mean, which therefore forecasts none of them: usually it costs "
    "less, and now and then far more. The offer that is nearly always cheaper is the dearer one on average. "
    "A mean needs a picture beside it.",
    (
        "“Usually” asks which offer is below the other in most futures; “on average” asks for the means.",
        "Work out the mean of the second offer, and count the futures that lie below it.",
    ),
    (
        Misconception(
            "dear-ones-decide-what-is-usual",
            lambda given: {"usually": STEADY},
            "The dear futures catch the eye. How many of them are there?",
        ),
        Misconception(
            "the-other-mean",
            lambda given: {"on_average": other_way(cheaper_on_average(given))},
            "Work out both means: the few far ones pull at one of them.",
        ),
        Misconception(
            "half-lie-below",
            lambda given: {"below_its_mean": 0.5},
            "Half of them lie below the middle one, the median. A mean is not in the middle where a few are "
            "far off.",
        ),
        Misconception(
            "above",
            lambda given: {"below_its_mean": 1 - below_its_mean(given)},
            "That is the share above its mean.",
        ),
    ),
    needs="matplotlib",
)


def below_its_mean(given):
    mean = mean_of(given, 1)
    return len([row for row in given["futures"] if row[1] < mean]) / len(given["futures"])


# 7. Two kinds of doubt


def described(**taken_for):
    return lambda given: {"described_by": DOUBTS.sorted(given, **dict(DESCRIBED_BY, **taken_for))}


DOUBT = Task(
    "risk/doubt",
    1,
    "Tell an uncertain input from a rare event.",
    {"described_by": DOUBTS.all_sorted((SPREAD, EVENT))},
    described(),
    "What always happens a little has a spread. What usually does not happen has a probability and a loss. A list "
    "that marks both from one to five hides which is which.",
    (
        "Ask of each: will it have some value in any case, or will it usually not happen?",
        "Three of the six happen every year, a little more or a little less.",
    ),
    (
        Misconception(
            "an-insolvency-a-little",
            described(insolvency=SPREAD),
            "Is there a year with a tenth of an insolvency?",
        ),
        Misconception(
            "a-sale-a-little",
            described(sale=SPREAD),
            "Usually nobody does. What would a spread around none say?",
        ),
        Misconception(
            "leaving-is-an-event",
            described(leavers=EVENT),
            "Each agent who leaves is an event. And how many of them there are in a year?",
        ),
        Misconception(
            "more-pay-is-a-loss",
            described(pay=EVENT),
            "Pay rises by something in every year. By how much is the question.",
        ),
    ),
    shows=("doubts",),
)

# 8. Before the committee

STAND = Task(
    "risk/stand",
    3,
    "Take a stand between two offers, and change the assumption it rests on.",
    {
        "stand": FreeText(
            60,
            (
                (1, "chooses with a figure for the usual and one for the bad future"),
                (1, "names an assumption, changes it, and says whether the choice changes"),
                (1, "names a control or a clause that would make the other offer bearable"),
            ),
        )
    },
    lambda given: {
        "stand": "We take the steady offer. In nine futures out of ten the other one is cheaper, by a few "
        "per cent, and in the rest it costs nearly twice as much, which a small health line cannot pay in "
        "one year. We assumed that such futures come nine times in a hundred; were it three, we would take "
        "the gambler. A clause that limits what a bad year may cost, or insurance against it, would make it "
        "bearable too."
    },
    "Whoever decides by the mean alone has decided that bad years do not matter.",
    (
        "Say what usually happens, and what may happen.",
        "Which probability was assumed, and what if it were another?",
    ),
)

UNIT = Unit(
    "risk",
    "Risk and confidentiality",
    70,
    data,
    (EXPECTED, EVER, CONTROL, REGISTER, VALUE_AT_RISK, PICTURE, DOUBT, STAND),
    (
        Rows("doubts", "Six doubts", (("doubt", "", 0), ("about what", "", 0))),
        Quantity("probability", "Probability of a leak in a year, own centre", "%"),
        Quantity("loss", "Loss from a leak", "EUR"),
        Quantity("years", "Years of the contract", "years"),
        Quantity("control_cost", "Cost of a control", "EUR a year"),
        Quantity("control_effect", "Share of leaks that it prevents", "%"),
        Rows(
            "register",
            "A colleague's register",
            (
                ("row", "", 0),
                ("event", "", 0),
                ("once in", "years", 0),
                ("loss", "EUR", 0),
                ("expected loss", "EUR a year", 0),
            ),
        ),
    ),
    files,
)
