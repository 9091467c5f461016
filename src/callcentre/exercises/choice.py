"""Which way matters most: weights, scores, an option no weights can save, and where a decision tips."""

from ..model.scorecard import rank
from .shared.answers import FreeText, Function, Number, Share, Word
from .shared.cards import Cards
from .shared.given import Rows
from .shared.task import Misconception, Task, Unit

CRITERIA = ("cost", "experience", "confidentiality", "flexibility")
OPTIONS = ("own centre", "vendor abroad", "vendor at home", "mix")
CONDITION, CRITERION, TWICE, MEANS = "condition", "criterion", "counted twice", "means"
LINES = Cards(
    "lines",
    (
        ("No card code may stay in a recording.", "law"),
        ("Agents know the tariffs.", CRITERION),
        ("Start-up investment is low; it is a part of the cost, which has a line of its own.", TWICE),
        ("The bank lends nothing before June.", "money"),
        ("The technology is modern, so that calls are answered faster.", MEANS),
        ("More or fewer people can be had at short notice.", CRITERION),
    ),
)
WHAT_LINES_ARE = {"law": CONDITION, "money": CONDITION}
POINTS = {"cost": 5, "experience": 3, "confidentiality": 3, "flexibility": 1}
SCORES = {
    "own centre": {"cost": 3, "experience": 8, "confidentiality": 9, "flexibility": 3},
    "vendor abroad": {"cost": 9, "experience": 4, "confidentiality": 3, "flexibility": 7},
    "vendor at home": {"cost": 6, "experience": 5, "confidentiality": 5, "flexibility": 7},
    "mix": {"cost": 6, "experience": 7, "confidentiality": 6, "flexibility": 8},
}
TIMES_EXPERIENCE, TIMES_FLEXIBILITY = 3, 6


def data(seed=None):
    """Return Solveig Energi's points for each criterion, and the board's scores of four options."""
    points = dict(POINTS)
    if seed is not None:
        points["cost"] = 4.5 + 0.5 * (seed * 2 % 3)
        points["confidentiality"] = points["cost"] - 1.5 - 0.5 * (seed * 5 % 4 % 3)
    return {
        "lines": LINES.rows(0 if seed is None else seed),
        "points": points,
        "scores": {option: dict(SCORES[option]) for option in OPTIONS},
        "times_experience": TIMES_EXPERIENCE,
        "times_flexibility": TIMES_FLEXIBILITY,
    }


def total(points):
    return sum(points[criterion] for criterion in points)


def weighted_score(scores, points):
    return sum(scores[criterion] * points[criterion] for criterion in points) / total(points)


def weighted_sum(scores, points):
    return sum(scores[criterion] * points[criterion] for criterion in points)


def plain_mean(scores, points):
    return sum(scores[criterion] for criterion in points) / len(points)


def sum_by_count(scores, points):
    return weighted_sum(scores, points) / len(points)


def best_by(given, rule):
    return max(OPTIONS, key=lambda option: rule(given["scores"][option], given["points"]))


SHARE = Task(
    "choice/share",
    1,
    "Turn points into weights.",
    {"weight": Share(3)},
    lambda given: {"weight": given["points"]["cost"] / total(given["points"])},
    "Only ratios count: whoever gives everything ten points has said nothing.",
    ("All points together are the whole. What share of them does the cost have?",),
    (
        Misconception(
            "share-of-a-hundred",
            lambda given: {"weight": given["points"]["cost"] / 100},
            "That would be right if all points made a hundred. How many do they make?",
        ),
        Misconception(
            "share-of-ten",
            lambda given: {"weight": given["points"]["cost"] / 10},
            "Ten is the best score, not the sum of the points.",
        ),
        Misconception(
            "one-by-criteria",
            lambda given: {"weight": 1 / len(given["points"])},
            "That would be its weight if all criteria counted the same.",
        ),
        Misconception(
            "against-the-others",
            lambda given: {
                "weight": given["points"]["cost"] / (total(given["points"]) - given["points"]["cost"])
            },
            "That compares it with the other criteria. Its weight is a share of all of them, its own "
            "included.",
        ),
    ),
)

FUNCTION = Task(
    "choice/weighted-score",
    2,
    "Write the weighted score of an option.",
    {
        "weighted_score": Function(
            [
                ({"cost": 4, "experience": 8}, {"cost": 1, "experience": 3}),
                ({"cost": 10, "experience": 0}, {"cost": 0.5, "experience": 0.5}),
                ({"cost": 3, "experience": 7, "flexibility": 9}, {"cost": 2, "experience": 2}),
                (SCORES["mix"], POINTS),
            ],
            Number("points", 3),
        )
    },
    lambda given: {"weighted_score": weighted_score},
    "A mean stays between the worst and the best score, whatever the points: so options can be "
    "compared, and a "
    "score above ten shows an error at once.",
    (
        "Multiply each score by its points, add up, and think of what to divide by.",
        "With 1 and 3 points, scores of 4 and 8 make 7: nearer to the 8. And a criterion without points?",
    ),
    (
        Misconception(
            "not-divided",
            lambda given: {"weighted_score": weighted_sum},
            "That grows with the points: divide by their sum.",
        ),
        Misconception(
            "plain-mean",
            lambda given: {"weighted_score": plain_mean},
            "The points play no part in that: each criterion counts the same.",
        ),
        Misconception(
            "divided-by-count",
            lambda given: {"weighted_score": sum_by_count},
            "That divides by how many criteria there are. Their points are the weights.",
        ),
    ),
)

WINNER = Task(
    "choice/winner",
    1,
    "Find the option with the highest weighted score.",
    {"winner": Word(OPTIONS)},
    lambda given: {"winner": best_by(given, weighted_score)},
    "An option that is best on no single criterion can win: it is bad at nothing that counts.",
    ("Work out the weighted score of each option, and compare.",),
    (
        Misconception(
            "heaviest-criterion-decides",
            lambda given: {"winner": best_by(given, lambda scores, points: scores["cost"])},
            "It is the best on the heaviest criterion alone. What do the others take away?",
        ),
        Misconception(
            "most-criteria-decide",
            lambda given: {"winner": best_by(given, lambda scores, points: scores["confidentiality"])},
            "It is the best on experience and confidentiality. How much does the cost weigh against them?",
        ),
    ),
)


def is_behind(given, option):
    """Say whether another option is no worse by any criterion, and better by one."""
    own = given["scores"][option]
    for other in OPTIONS:
        theirs = given["scores"][other]
        no_worse = [theirs[criterion] >= own[criterion] for criterion in CRITERIA]
        better = [theirs[criterion] > own[criterion] for criterion in CRITERIA]
        if all(no_worse) and any(better):
            return True
    return False


def dominated(given):
    return [option for option in OPTIONS if is_behind(given, option)][0]


DOMINATED = Task(
    "choice/dominated",
    1,
    "Name the option that no weights can save.",
    {"hopeless": Word(OPTIONS)},
    lambda given: {"hopeless": dominated(given)},
    "It can be taken off the table before anybody quarrels about weights.",
    (
        "Compare options two by two, criterion by criterion: is one of a pair never better?",
        "This is not about the last by weighted score: with other weights it could win.",
    ),
    (
        Misconception(
            "worst-by-two-criteria",
            lambda given: {
                "hopeless": min(OPTIONS, key=lambda option: given["scores"][option]["confidentiality"])
            },
            "It is the worst on two criteria, and the best on another: whoever counts that most will take "
            "it.",
        ),
        Misconception(
            "lowest-score",
            lambda given: {
                "hopeless": min(
                    [option for option in OPTIONS if not is_behind(given, option)],
                    key=lambda option: weighted_score(given["scores"][option], given["points"]),
                )
            },
            "With other weights it would win: it is the best on one criterion. Which option is never better "
            "than some other one?",
        ),
    ),
)


def tipping(given):
    """Return the weight of the cost from which on another option wins, the others keeping their ratios."""
    ranked = rank(given["scores"], given["points"])
    (row,) = [row for row in ranked["sensitivity"] if row["criterion"] == "cost"]
    return row["higher"]


def with_others_kept(given):
    """Return where it would tip if the other weights stayed as they are, and the sum grew."""
    points, scores = given["points"], given["scores"]
    winner, other = best_by(given, weighted_score), tipping(given)["winner"]
    gap = weighted_sum(scores[winner], points) - weighted_sum(scores[other], points)
    by_point = scores[other]["cost"] - scores[winner]["cost"]
    return (points["cost"] + gap / by_point) / total(points)


TIPPING = Task(
    "choice/tipping",
    2,
    "Say how far a weight must move for the decision to change.",
    {"tips_at": Share(3)},
    lambda given: {"tips_at": tipping(given)["weight"]},
    "A board that knows where its decision tips need not agree on weights, only on which side of that point "
    "they are.",
    (
        "The model's rank gives it: look at sensitivity, at the criterion cost, and at what happens "
        "if it weighs "
        "more.",
        "It is the weight at which another option wins, as a share of all weights, not by how much it moves.",
    ),
    (
        Misconception(
            "the-move",
            lambda given: {"tips_at": tipping(given)["move"]},
            "That is how far the weight moves. At which weight does the decision change?",
        ),
        Misconception(
            "the-weight-now",
            lambda given: {"tips_at": given["points"]["cost"] / total(given["points"])},
            "That is what the cost weighs now.",
        ),
        Misconception(
            "others-not-scaled",
            lambda given: {"tips_at": with_others_kept(given)},
            "If one weight grows, the others shrink in proportion: together they stay one.",
        ),
    ),
)

PAIRS = Task(
    "choice/pairs",
    1,
    "Say when comparisons by pairs agree with each other.",
    {"times": Number("times", 2)},
    lambda given: {"times": given["times_flexibility"] / given["times_experience"]},
    "Nobody's comparisons agree fully. A method that asks for more pairs than it needs, as AHP does, can "
    "tell how far apart they are.",
    (
        "Give flexibility one point. How many does the cost have then, and how many does experience have?",
        "Quality has what the cost has, divided by its factor.",
    ),
    (
        Misconception(
            "product",
            lambda given: {"times": given["times_flexibility"] * given["times_experience"]},
            "Then experience would count more than the cost. Give flexibility one point and go on "
            "from there.",
        ),
        Misconception(
            "difference",
            lambda given: {"times": given["times_flexibility"] - given["times_experience"]},
            "These are factors, and factors are divided, not subtracted.",
        ),
        Misconception(
            "the-other-way",
            lambda given: {"times": given["times_experience"] / given["times_flexibility"]},
            "Which of the two counts more, experience or flexibility?",
        ),
    ),
)

def lines_are(**taken_for):
    return lambda given: {"lines_are": LINES.sorted(given, **dict(WHAT_LINES_ARE, **taken_for))}


def with_twice_as_criterion(given):
    kinds = dict(WHAT_LINES_ARE)
    kinds[TWICE] = CRITERION
    return {"lines_are": LINES.sorted(given, **kinds)}


CRITERIA_TASK = Task(
    "choice/criteria",
    1,
    "List criteria that do not overlap, and keep conditions apart from them.",
    {"lines_are": LINES.all_sorted((CONDITION, CRITERION, TWICE, MEANS))},
    lines_are(),
    "Conditions first: they make the list of ways shorter. Criteria then compare what is left, and say each "
    "thing once.",
    (
        "Could a good mark elsewhere make up for it? Is it wanted for its own sake? Does another line say "
        "it already?",
        "Two are conditions, and two are criteria.",
    ),
    (
        Misconception(
            "the-law-is-weighed",
            lines_are(law=CRITERION),
            "A way that breaks it is out. What mark elsewhere would bring it back?",
        ),
        Misconception(
            "june-is-weighed",
            lines_are(money=CRITERION),
            "A way that needs the money in May cannot be paid. Can it be good in other ways, and win?",
        ),
        Misconception(
            "modern-is-good",
            lines_are(means=CRITERION),
            "What is it wanted for? Let that have the line.",
        ),
        Misconception(
            "cost-has-two-lines",
            with_twice_as_criterion,
            "The cost has it already. How often would a dear start count?",
        ),
    ),
    shows=("lines",),
)

MEMO = Task(
    "choice/memo",
    3,
    "Defend a decision to a board.",
    {
        "memo": FreeText(
            60,
            (
                (1, "names the option and the two criteria that decide it, with their scores"),
                (1, "says at which weight the decision would change, and for which option"),
                (1, "names one thing that the scores leave out"),
            ),
        )
    },
    lambda given: {
        "memo": "We propose the mix. It is second on cost and second on experience, and bad at nothing, "
        "while each of the others fails on a criterion that weighs a good deal. Should the cost come to "
        "weigh more than about half of the total, the vendor abroad would win. Left out are the people who "
        "work here today, the months of the change, and what an exit costs if the vendor disappoints."
    },
    "Numbers do not decide; they say what a decision rests on.",
    ("Name the option, what decides, where it tips, and what is left out.",),
)

UNIT = Unit(
    "choice",
    "Which way matters most",
    65,
    data,
    (SHARE, FUNCTION, WINNER, DOMINATED, TIPPING, PAIRS, CRITERIA_TASK, MEMO),
    (Rows("lines", "Six lines of a draft", (("line", "", 0), ("it says", "", 0))),),
)
