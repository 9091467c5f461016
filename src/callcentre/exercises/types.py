"""Types of centre: read a case, write it down as facts, and write one of the rules."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import typology
from .shared.answers import Facts, Function, Word, Words
from .shared.given import Text
from .shared.task import Misconception, Task, Unit

ALL_MARKS = list(typology.MARKS)
# What a vendor holds at Alder Insurance, and what its agents do; a seed chooses.
HELD_BY_VENDOR = ("equipment_owned_by", "premises_run_by", "agents_employed_by")
ONE_WAY = (["information", "complaints"], ["telesales", "surveys"])
OTHER_WAY = ("telesales", "information")
# When the agency takes Harbour Toys' calls, and what the nine do in busy hours: the words of the text, the fact.
HOURS = (("At weekends", "weekends"), ("In the evenings", "evenings"), ("At night", "nights"))
BUSY = (
    ("take orders", "order-taking"),
    ("give information on stock", "information"),
    ("settle complaints", "complaints"),
)
# Of three marks Brandt Wholesale has one: for each, the words of the text with it, and without it.
TOLD = OrderedDict(
    (
        (
            "organisation",
            (
                "Seven people answer; that is their job, and their rosters say so.",
                "Seven of those who pack parcels answer, between parcels.",
            ),
        ),
        (
            "head",
            (
                "Leonie was made head of those who answer, with a budget that she signs for.",
                'Ask who answers for them, and you hear "Leonie, she has been here longest"; Leonie says '
                'that nobody asked her.',
            ),
        ),
        (
            "department",
            (
                "The organisation chart shows them as a box of their own below sales.",
                "The organisation chart knows a warehouse, sales, and accounts, and no box for calls.",
            ),
        ),
    )
)
FACTS = OrderedDict(
    (
        ("agents_employed_by", Word(typology.HOLDERS)),
        ("premises_run_by", Word(typology.HOLDERS)),
        ("equipment_owned_by", Word(typology.HOLDERS)),
        ("vendor_takes", Words(typology.VENDOR_TAKES, is_empty_allowed=True)),
        ("activities", Words(typology.ACTIVITIES)),
        ("marks", Words(typology.MARKS, is_empty_allowed=True)),
    )
)


def data(seed=None):
    """Return the centres that tasks are about: texts to read, and profiles to begin from."""
    turn = 0 if seed is None else seed
    hours, fact = HOURS[turn % len(HOURS)]
    doing, activity = BUSY[turn * 2 % len(BUSY)]
    way = turn % len(ONE_WAY)
    has = list(TOLD)[turn * 2 % len(TOLD)]
    return {
        "alder": alder(HELD_BY_VENDOR[turn % len(HELD_BY_VENDOR)], ONE_WAY[way]),
        "other_way": OTHER_WAY[way],
        "toys_text": toys_text(hours, doing),
        "toys": toys(fact, activity),
        "brandt_text": brandt_text(has),
        "missing": [mark for mark in TOLD if mark != has],
    }


def alder(held, activities):
    """Return a centre that is a firm's own but for one fact, and whose calls go one way."""
    profile = {fact: "client" for fact in typology.HELD}
    profile[held] = "vendor"
    profile.update({"vendor_takes": [], "activities": list(activities), "marks": list(ALL_MARKS)})
    return profile


def toys_text(hours, doing):
    return (
        "Harbour Toys sells by catalogue. It keeps a cell of nine in its own building, at its own telephones, "
        "with its own queue on the screen. The nine are selected, trained and paid by an agency. They "
        f"{doing}, and in quiet hours they ring up customers for a survey. {hours} the agency takes the calls "
        "in its own hall. A head of calls, employed by Harbour Toys, reports to the sales department, to which "
        "the cell belongs."
    )


def toys(hours, activity):
    return {
        "agents_employed_by": "vendor",
        "premises_run_by": "client",
        "equipment_owned_by": "client",
        "vendor_takes": [hours],
        "activities": [activity, "surveys"],
        "marks": list(ALL_MARKS),
    }


def brandt_text(has):
    """Return the text of a centre that has rooms and a distributor, and of three marks one."""
    told = [words[0 if mark == has else 1] for mark, words in TOLD.items()]
    return " ".join(
        [
            "Pharmacists telephone Brandt Wholesale about deliveries that went astray. There is a room for "
            "these calls, with a sign on its door. A distributor shows the queue on the wall and prints how "
            "long callers waited."
        ]
        + told
    )


# 1. Read a case

SOURCING = Task(
    "types/case-sourcing",
    1,
    "Say from a description who runs a centre.",
    {"sourcing": Word(typology.SOURCING)},
    lambda given: {"sourcing": "in-house"},
    "What decides is who holds people, premises, equipment and hours, and nothing else: not size, not tone, "
    "not success.",
    ("Look for four things in the text: whose people, whose rooms, whose equipment, whose hours.",),
    (
        Misconception(
            "vendor-in-rented-rooms",
            lambda given: {"sourcing": "outsourced"},
            "An outsourced centre belongs to another company. On whose payroll are the twelve?",
        ),
        Misconception(
            "rent-is-a-mix",
            lambda given: {"sourcing": "mixed"},
            "A mix needs people, premises, equipment or hours that a vendor holds. Who runs the rented hall?",
        ),
    ),
)
DIRECTION = Task(
    "types/case-direction",
    1,
    "Say from a description which way calls go.",
    {"direction": Word(typology.DIRECTION)},
    lambda given: {"direction": "inbound"},
    "Who starts the call decides what can be planned: calls that come in cannot be postponed.",
    ("Who starts a call about a leak?",),
    (
        Misconception(
            "agents-speak-first",
            lambda given: {"direction": "outbound"},
            "Outbound centres start the calls. Who starts a call about a leak?",
        ),
        Misconception(
            "both-speak",
            lambda given: {"direction": "blended"},
            "Blended centres do both. Read the last sentence again.",
        ),
    ),
)
FORMALITY = Task(
    "types/case-formality",
    1,
    "Say from a description whether a centre is formal.",
    {"formality": Word(typology.FORMALITY)},
    lambda given: {"formality": "formal"},
    "Five marks make a formal centre; where one is missing, what it would have brought is missing too.",
    ("Go through the five marks one by one: does the text mention each?",),
    (
        Misconception(
            "a-mark-overlooked",
            lambda given: {"formality": "borderline"},
            "Borderline means that a mark is missing. Go through the five: the text mentions each.",
        ),
        Misconception(
            "small-is-informal",
            lambda given: {"formality": "informal"},
            "Informal means that people answer alongside their main work. What else do the twelve do?",
        ),
    ),
)

# 2. Write a case down as facts


def toys_but(**changed):
    return lambda given: {"toys": dict(given["toys"], **changed)}


def with_activities(*others):
    """Return a rule: what the nine do in busy hours, and others."""
    return lambda given: {
        "toys": dict(given["toys"], activities=given["toys"]["activities"][:1] + list(others))
    }


WRITE_FACTS = Task(
    "types/facts",
    3,
    "Write a description down as facts that a program can read.",
    {"toys": Facts(FACTS)},
    lambda given: {"toys": dict(given["toys"])},
    "Six facts are all that the three answers rest on. What a description leaves out of them, nobody "
    "can decide.",
    (
        "Take one fact at a time, and put your finger on the words of the text that say it.",
        "Ask the text: who pays the nine, whose building, whose telephones, when is another hall open?",
    ),
    (
        Misconception(
            "where-they-sit",
            toys_but(agents_employed_by="client"),
            "They sit at Harbour Toys. Who selects, trains and pays the nine?",
        ),
        Misconception(
            "agents-bring-the-building",
            toys_but(premises_run_by="vendor"),
            "The agency pays the agents. In whose building are most calls handled?",
        ),
        Misconception(
            "weekend-makes-both",
            toys_but(premises_run_by="both"),
            "The facts describe the place where most calls are handled. Where is that?",
        ),
        Misconception(
            "agents-bring-the-telephones",
            toys_but(equipment_owned_by="vendor"),
            "Whose telephones are they?",
        ),
        Misconception(
            "hours-overlooked",
            toys_but(vendor_takes=[]),
            "When does the agency take the calls in its own hall?",
        ),
        Misconception(
            "quiet-hours-overlooked",
            with_activities(),
            "That is what the nine do in busy hours. And in quiet ones?",
        ),
        Misconception(
            "surveys-alone",
            toys_but(activities=["surveys"]),
            "That is what the nine do in quiet hours. And in busy ones?",
        ),
        Misconception(
            "survey-is-a-sale",
            with_activities("telesales"),
            "In quiet hours they ring up customers. Do they sell them something?",
        ),
        Misconception(
            "head-without-a-department",
            toys_but(marks=["premises", "architecture", "organisation", "head"]),
            "The head reports to somebody: where in the firm does the cell belong?",
        ),
    ),
    shows=("toys_text",),
)

# 3. Which mark is missing?


def missing_with(mark):
    return lambda given: {"missing": [mark] + given["missing"]}


MARKS = Task(
    "types/missing-marks",
    2,
    "Name the marks of a formal centre that are missing.",
    {"missing": Words(typology.MARKS)},
    lambda given: {"missing": given["missing"]},
    "Each mark that is missing takes something with it: who is paid for calls, who answers for them, who "
    "asks for people or money when they grow.",
    (
        "Go through the five marks: which of them has words in the text that speak for it?",
        "Is it their job, who answers for them, and where do they stand in the organisation chart?",
    ),
    (
        Misconception(
            "the-later-overlooked",
            lambda given: {"missing": given["missing"][:1]},
            "One more is missing: read on to the end of the text.",
        ),
        Misconception(
            "the-earlier-overlooked",
            lambda given: {"missing": given["missing"][1:]},
            "One more is missing: go through the marks in their order, from the rooms to the chart.",
        ),
        Misconception(
            "the-marks-that-are-there",
            lambda given: {"missing": [mark for mark in ALL_MARKS if mark not in given["missing"]]},
            "These are the marks that are there. Which are not?",
        ),
        Misconception(
            "no-queue-no-architecture",
            missing_with("architecture"),
            "A distributor shows the queue and prints how long callers waited. Which mark is that?",
        ),
        Misconception(
            "no-own-hall",
            missing_with("premises"),
            "A room with a sign on its door: which mark is that?",
        ),
    ),
    shows=("brandt_text",),
)

# 4. Move it by one fact


def differs_in(profile, alder):
    same = {fact: kind.read(fact, alder[fact])[0] for fact, kind in FACTS.items()}
    return [fact for fact in FACTS if profile[fact] != same[fact]]


def classified(profile):
    """Return what the model says of a profile that was read, or nothing where it refuses it."""
    plain = {
        fact: sorted(value) if isinstance(value, frozenset) else value for fact, value in profile.items()
    }
    try:
        return typology.classify(plain)
    except ValueError:
        return {"sourcing": None, "direction": None}


def moved(given, changes):
    return dict(given["alder"], **changes)


def wrong_moves(name, axis, answer, changes, still):
    """Return the mistakes in moving alder by one fact; a copy that is right makes none of them.

    ``changes`` leads from the data to what is changed: in one of the many right answers, where too much is
    changed, and where something else is.
    """

    def is_there(read):
        return classified(read[name])[axis] == answer

    def count(read, given):
        return len(differs_in(read[name], given["alder"]))

    copy = name.replace("_", "-")
    return (
        Misconception(
            f"{copy}-not-moved",
            lambda given: {name: given["alder"]},
            f"{name} is still the same as alder: change one fact.",
            when=lambda read, given: count(read, given) == 0,
        ),
        Misconception(
            f"{copy}-two-facts-changed",
            lambda given: {name: moved(given, changes(given)[1])},
            f"{name} is {answer}, and more than one fact has changed; one is enough.",
            when=lambda read, given: count(read, given) > 1 and is_there(read),
        ),
        Misconception(
            f"{copy}-another-fact",
            lambda given: {name: moved(given, changes(given)[2])},
            still,
            when=lambda read, given: not is_there(read),
        ),
    )


def held_by_vendor(given):
    """Return the fact of alder that a vendor holds."""
    return [fact for fact in typology.HELD if given["alder"][fact] == "vendor"][0]


def to_in_house(given):
    held, activities = held_by_vendor(given), given["alder"]["activities"]
    another = [fact for fact in typology.HELD if fact != held][0]
    return {held: "client"}, {held: "client", "activities": activities[:1]}, {another: "vendor"}


def to_both_ways(given):
    held, activities = held_by_vendor(given), given["alder"]["activities"]
    both = activities + [given["other_way"]]
    return {"activities": both}, {"activities": both, held: "client"}, {"activities": activities[:1]}


WRONG_MOVES = wrong_moves(
    "own",
    "sourcing",
    "in-house",
    to_in_house,
    "own is not in-house. Which of its facts speaks for a vendor?",
) + wrong_moves(
    "both_ways",
    "direction",
    "blended",
    to_both_ways,
    "The calls of both_ways go one way. Who starts each of them?",
)
MOVE = Task(
    "types/move",
    2,
    "Name the fact that decides who runs a centre, and the one that decides which way calls go.",
    OrderedDict((("own", Facts(FACTS)), ("both_ways", Facts(FACTS)))),
    lambda given: {
        "own": moved(given, to_in_house(given)[0]),
        "both_ways": moved(given, to_both_ways(given)[0]),
    },
    "One fact can move a centre: a firm that takes back what the vendor holds has an in-house centre again. "
    "One more activity is enough to make a centre blended, and to make its day harder to plan.",
    (
        "Which of alder's facts speaks for a vendor?",
        "What would have to be done too, for calls to go both ways?",
    ),
    WRONG_MOVES,
    accepts=lambda read, given: not any(mistake.when(read, given) for mistake in WRONG_MOVES),
)

# 5. Which fact decides?


def deciding(profile):
    facts = []
    for reason in typology.classify(profile)["reasons"]:
        if reason["axis"] == "sourcing" and reason["points_to"] != "in-house" and reason["fact"] not in facts:
            facts.append(reason["fact"])
    return facts


def on_every_axis(profile):
    return [fact["fact"] for fact in typology.classify(profile)["reasons"] if fact["points_to"] != "in-house"]


def each_reason(profile):
    return [
        reason["fact"]
        for reason in typology.classify(profile)["reasons"]
        if reason["axis"] == "sourcing" and reason["points_to"] != "in-house"
    ]


def that_point_to_in_house(profile):
    return [
        reason["fact"]
        for reason in typology.classify(profile)["reasons"]
        if reason["axis"] == "sourcing" and reason["points_to"] == "in-house"
    ]


def that_point_to_outsourced(profile):
    found = []
    for reason in typology.classify(profile)["reasons"]:
        if (
            reason["axis"] == "sourcing"
            and reason["points_to"] == "outsourced"
            and reason["fact"] not in found
        ):
            found.append(reason["fact"])
    return found


def alder_but(**changed):
    return (dict(alder(HELD_BY_VENDOR[0], ONE_WAY[0]), **changed),)


PROFILES = [
    alder_but(),
    alder_but(equipment_owned_by="client", vendor_takes=["evenings", "nights"]),
    alder_but(equipment_owned_by="client"),
    alder_but(agents_employed_by="vendor", premises_run_by="vendor"),
    alder_but(agents_employed_by="both", equipment_owned_by="client"),
]


class ListOfFacts(Words):
    """Facts in the order of the reasons, each once."""

    def read(self, name, value):
        Words.read(self, name, value)
        return [str(one) for one in value], None

    def is_same(self, name, value, right):
        return value == list(right)

    def slip(self, name, value, right):
        if sorted(set(value)) == sorted(right):
            return f"{name} has the right facts: name each once, in the order of the reasons."
        return Words.slip(self, name, frozenset(value), right)


DECIDING = Task(
    "types/deciding",
    2,
    "Say which facts keep a centre from being in-house.",
    {"deciding": Function(PROFILES, ListOfFacts(typology.FACTS, is_empty_allowed=True))},
    lambda given: {"deciding": deciding},
    "A verdict with its reasons can be argued with. One without cannot.",
    (
        "Which axis speaks of who runs a centre, and where on it does a reason point?",
        "Print all reasons for a centre whose evenings and nights go out. What comes twice?",
    ),
    (
        Misconception(
            "every-axis",
            lambda given: {"deciding": on_every_axis},
            "Activities and marks speak on other axes. Keep to the axis sourcing.",
        ),
        Misconception(
            "named-twice",
            lambda given: {"deciding": each_reason},
            "Evenings and nights are one fact, and it is named twice.",
        ),
        Misconception(
            "the-other-way",
            lambda given: {"deciding": that_point_to_in_house},
            "These are the facts that speak for in-house.",
        ),
        Misconception(
            "outsourced-alone",
            lambda given: {"deciding": that_point_to_outsourced},
            "In-house is also kept away by what points to a mix.",
        ),
    ),
)

# 6. Write a rule yourself


def direction_of(activities):
    if not activities:
        raise ValueError("activities must hold at least one, got none")
    comes_in = any(activity in typology.INBOUND_ACTIVITIES for activity in activities)
    goes_out = any(activity in typology.OUTBOUND_ACTIVITIES for activity in activities)
    if comes_in and goes_out:
        return "blended"
    return "inbound" if comes_in else "outbound"


def of_the_first(activities):
    return direction_of(activities[:1])


def never_blended(activities):
    found = direction_of(activities)
    return "inbound" if found == "blended" else found


def exchanged(activities):
    return {"inbound": "outbound", "outbound": "inbound", "blended": "blended"}[direction_of(activities)]


def any_two_are_blended(activities):
    return "blended" if len(activities) > 1 else direction_of(activities)


def silent_on_nothing(activities):
    return direction_of(activities) if activities else "inbound"


RULE = Task(
    "types/rule",
    3,
    "Write the rule that says which way calls go.",
    {
        "direction_of": Function(
            [
                (["complaints"],),
                (["debt-collection", "surveys"],),
                (["help-desk", "telesales"],),
                (["telesales", "help-desk", "information"],),
                (["information", "complaints"],),
                (list(typology.OUTBOUND_ACTIVITIES),),
                (list(typology.ACTIVITIES),),
            ],
            Word(typology.DIRECTION),
            refuses=(([],),),
        )
    },
    lambda given: {"direction_of": direction_of},
    "A rule that says when it has no answer is worth more than one that guesses.",
    (
        "Ask two questions of the list: does anything in it come in, and does anything go out?",
        "Try a list of two activities of the same side, and one of both. And an empty one.",
    ),
    (
        Misconception(
            "first-activity-decides",
            lambda given: {"direction_of": of_the_first},
            "Only the first activity is looked at. Calls go both ways where one comes in and another "
            "goes out.",
        ),
        Misconception(
            "never-blended",
            lambda given: {"direction_of": never_blended},
            "Where something comes in, look also whether something goes out.",
        ),
        Misconception(
            "exchanged",
            lambda given: {"direction_of": exchanged},
            "Inbound and outbound are the wrong way round: who starts the call?",
        ),
        Misconception(
            "two-are-blended",
            lambda given: {"direction_of": any_two_are_blended},
            "Two activities can go the same way. It depends on which they are, not on how many.",
        ),
        Misconception(
            "silent-on-nothing",
            lambda given: {"direction_of": silent_on_nothing},
            "Without activities there is no direction: raise a ValueError.",
        ),
    ),
)

UNIT = Unit(
    "types",
    "Types of centre",
    50,
    data,
    (SOURCING, DIRECTION, FORMALITY, WRITE_FACTS, MARKS, MOVE, DECIDING, RULE),
    (Text("toys_text"), Text("brandt_text")),
)
