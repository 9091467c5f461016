"""Sort the cases: what decides, who starts a call, and how far two people who sort alike really agree."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import typology
from .shared.answers import FreeText, Function, Number, Share, Word
from .shared.given import Rows, Text
from .shared.task import Misconception, Task, Unit

LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H")
MARKS = ["premises", "architecture", "organisation", "head", "department"]
REASONS = ("who dials", "whose matter it is", "who pays for the call", "when it takes place")
STUDENTS = 40


def profile(employs, houses, equips, vendor_takes=()):
    """Return the facts of a formal inbound centre, of which only the sourcing is in question."""
    return {
        "agents_employed_by": employs,
        "premises_run_by": houses,
        "equipment_owned_by": equips,
        "vendor_takes": list(vendor_takes),
        "activities": ["information"],
        "marks": list(MARKS),
    }


# Three centres of which one fact alone makes what they are: a text, and its facts.
DOORS = (
    (
        "Brook & Sons make pumps. At the door of their service line stands the name of Ostrel, a company "
        "that takes calls for other firms: the distributor, the headsets and the screens are Ostrel's, and "
        "are rented by the month. The eleven who answer were chosen by Brook & Sons, are paid by them, and "
        "sit in a hall of the pump works. Customers ring to ask where their pump is.",
        profile("client", "client", "vendor"),
    ),
    (
        "The nine who answer for a bus company wear its badge and are on its payroll. Since the flood they "
        "sit at Larkham, a company that takes calls for other firms and keeps a floor for them, with its "
        "own guards and its own cleaners. They brought the bus company's distributor along. Passengers ring "
        "to ask when the next bus leaves.",
        profile("client", "vendor", "client"),
    ),
    (
        "A tile maker's advice line has its hall in the tile works, on a distributor that the works bought. "
        "On the wall hangs the works' own rule book. The fourteen who answer were chosen by Vogel & Voss, "
        "which trains them, pays them and can send others. Builders ring to ask which glue holds.",
        profile("vendor", "client", "client"),
    ),
)

# A colleague's sheet: who employs, houses, equips, and what a vendor takes; the sixth row is the one to find.
SHEET = (
    ("client", "client", "client", ()),
    ("vendor", "vendor", "vendor", ()),
    ("client", "client", "client", ("evenings",)),
    ("both", "client", "client", ()),
    ("vendor", "client", "client", ()),
    ("client", "client", "vendor", ()),
    ("vendor", "vendor", "client", ()),
    ("client", "client", "client", ()),
)
EVENINGS, TWO_EMPLOYERS, AGENCY, WRONG = 2, 3, 4, 5

# How the students of a class sorted six cases: how many said in-house, outsourced, mixed.
CLASS = ((37, 1, 2), (2, 36, 2), (1, 4, 35), (19, 3, 18), (29, 2, 9), (3, 28, 9))
SPLIT, MANY_MIXED, LEAST_SURE_OF_THE_REST = 3, 2, 4
SIGNS = ("i", "o", "m")


def data(seed=None):
    """Return a centre to sort, a colleague's sheet, how two people sorted a hundred, and how a class did."""
    turn = 0 if seed is None else seed
    text, facts = DOORS[turn % len(DOORS)]
    more = turn * 5 % 4
    table = [[86 - more, 1, 3], [1, more, 1], [5, 1, 2]]
    return {
        "text": text,
        "facts": facts,
        "sheet": sheet(turn * 3 % len(SHEET)),
        "table": table,
        "counted": [tuple([word] + row) for word, row in zip(typology.SOURCING, table)],
        "class": classroom(turn * 5 % len(CLASS)),
    }


def sheet(turn):
    """Return the rows (letter, employs, houses, equips, a vendor takes, the colleague's word)."""
    rows = []
    for place, letter in enumerate(LETTERS):
        employs, houses, equips, takes = SHEET[(place + turn) % len(SHEET)]
        word = typology.classify(profile(employs, houses, equips, takes))["sourcing"]
        if (place + turn) % len(SHEET) == WRONG:
            word = "in-house"
        rows.append((letter, employs, houses, equips, ", ".join(takes) or "nothing", word))
    return rows


def classroom(turn):
    """Return the rows (letter, a sign for each student)."""
    rows = []
    for place in range(len(CLASS)):
        counts = CLASS[(place + turn) % len(CLASS)]
        signs = "".join([sign * count for sign, count in zip(SIGNS, counts)])
        rows.append((LETTERS[place], signs))
    return rows


# 1. What decides


def decides(given):
    """Return the word, and the one fact that makes it."""
    found = typology.classify(given["facts"])
    away = [one for one in found["reasons"] if one["axis"] == "sourcing" and one["points_to"] != "in-house"]
    return {"sourcing": found["sourcing"], "decides": away[0]["fact"]}


DECIDES = Task(
    "cases/decides",
    2,
    "Sort a centre by its sourcing, and name the fact that decides.",
    OrderedDict((("sourcing", Word(typology.SOURCING)), ("decides", Word(typology.FACTS)))),
    decides,
    "One fact of the three is enough for a centre not to be in-house, and none of them is written on a "
    "badge or a door. Whoever can name the fact can also say what would have to change.",
    (
        "Ask three questions of the text: who pays the people, who runs the rooms, who owns the equipment?",
        "Two of the three answers are the firm's. The third is what decides.",
    ),
    (
        Misconception(
            "the-name-one-reads",
            lambda given: {"sourcing": "outsourced"},
            "Outsourced centres are a vendor's in all three: people, rooms and equipment. Are these?",
        ),
        Misconception(
            "mostly-own-is-in-house",
            lambda given: {"sourcing": "in-house"},
            "Most of it is the firm's, and not all of it. What does a vendor bring?",
        ),
        Misconception(
            "what-they-do",
            lambda given: {"decides": "activities"},
            "What is done on the telephone says which way calls go, not who runs the centre.",
        ),
        Misconception(
            "how-formal",
            lambda given: {"decides": "marks"},
            "The marks say whether a centre is formal, not who runs it.",
        ),
    ),
    shows=("text",),
)

# 2. Who starts a call

CALLBACK = Task(
    "cases/call-back",
    2,
    "Say which way a call-back goes.",
    OrderedDict((("direction", Word(typology.DIRECTION)), ("reason", Word(REASONS)))),
    lambda given: {"direction": "inbound", "reason": "whose matter it is"},
    "Direction (sens des appels) follows the one who had a matter, not the one who dials. A call-back moves "
    "work to a quieter hour; it is not a campaign.",
    (
        "Would this call take place if the customer had never rung?",
        "A programme of outbound calls has a list that the firm made. Who made this one?",
    ),
    (
        Misconception(
            "the-firm-dials",
            lambda given: {"direction": "outbound", "reason": "who dials"},
            "The firm dials, and yet it does not choose whom or why. Who began?",
        ),
        Misconception(
            "outbound",
            lambda given: {"direction": "outbound"},
            "In an outbound centre the firm decides whom to call. Who decided here?",
        ),
        Misconception(
            "both-dial",
            lambda given: {"direction": "blended"},
            "Blended centres do two kinds of work. Is the second call about another matter?",
        ),
        Misconception(
            "right-word-by-who-dials",
            lambda given: {"reason": "who dials"},
            "By who dials these would be two kinds of calls. What do both of them have in common?",
        ),
        Misconception(
            "who-pays",
            lambda given: {"reason": "who pays for the call"},
            "A free number costs the caller nothing, and is inbound all the same.",
        ),
        Misconception(
            "when",
            lambda given: {"reason": "when it takes place"},
            "The hour changes who is on duty, not what kind of call it is.",
        ),
    ),
)

# 3. A colleague's sheet


def letter_of(given, row):
    """Return the letter under which a row of SHEET stands in the colleague's sheet."""
    employs, houses, equips, takes = SHEET[row]
    wanted = (employs, houses, equips, ", ".join(takes) or "nothing")
    return [one[0] for one in given["sheet"] if one[1:5] == wanted][0]


SHEET_TASK = Task(
    "cases/sheet",
    2,
    "Find the row of a colleague's sheet that is sorted wrongly.",
    OrderedDict((("wrong_row", Word(LETTERS)), ("should_be", Word(typology.SOURCING)))),
    lambda given: {"wrong_row": letter_of(given, WRONG), "should_be": "mixed"},
    "The colleague took a vote: two out of three are the firm's, so in-house. A vendor who owns the "
    "equipment can take it away, and no vote changes that.",
    (
        "Go through the rows one by one, and ask of each: is all of it the firm's, or all of it a vendor's?",
        "A program can do it: write each row as a profile and let typology.classify answer.",
    ),
    (
        Misconception(
            "hours-do-not-count",
            lambda given: {"wrong_row": letter_of(given, EVENINGS)},
            "Here a vendor takes some of the hours: that is one of the ways to mix. The row is right.",
        ),
        Misconception(
            "two-employers-are-one",
            lambda given: {"wrong_row": letter_of(given, TWO_EMPLOYERS)},
            "Two employers share this floor: the row is right.",
        ),
        Misconception(
            "agency-forgotten",
            lambda given: {"wrong_row": letter_of(given, AGENCY)},
            "A vendor's people in the firm's rooms: the row is right.",
        ),
        Misconception(
            "a-vendors-all-in-all",
            lambda given: {"should_be": "outsourced"},
            "Is all of that centre a vendor's?",
        ),
        Misconception(
            "left-as-it-is",
            lambda given: {"should_be": "in-house"},
            "That is what the colleague wrote.",
        ),
    ),
    shows=("sheet",),
)

# 4. Two people sort


def total(table):
    return sum([sum(row) for row in table])


def agreed(table):
    return sum([table[place][place] for place in range(len(table))]) / total(table)


def by_chance(table):
    """Return how often two would agree who each give every word as often as here, and at random."""
    everything = total(table)
    shares = 0.0
    for place in range(len(table)):
        column = sum([row[place] for row in table])
        shares += sum(table[place]) / everything * column / everything
    return shares


def mean_by_row(table):
    return sum([table[place][place] / sum(table[place]) for place in range(len(table))]) / len(table)


def squares_of_one(table):
    return sum([(sum(row) / total(table)) ** 2 for row in table])


AGREEMENT = Task(
    "cases/agreement",
    1,
    "Work out how often two people sort alike.",
    {"agreement": Share(3)},
    lambda given: {"agreement": agreed(given["table"])},
    "It looks high. How much of it would have come about by chance is the next question.",
    (
        "In which cells of the table did both give the same word?",
        "Add the diagonal, and divide by all centres.",
    ),
    (
        Misconception(
            "first-cell",
            lambda given: {"agreement": given["table"][0][0] / total(given["table"])},
            "That is how often both said the first word. They can agree on another one too.",
        ),
        Misconception(
            "disagreement",
            lambda given: {"agreement": 1 - agreed(given["table"])},
            "That is how often they do not agree.",
        ),
        Misconception(
            "mean-of-the-words",
            lambda given: {"agreement": mean_by_row(given["table"])},
            "That gives each word the same weight, though one of them is far more frequent.",
        ),
    ),
    shows=("counted",),
)

CHANCE = Task(
    "cases/chance",
    1,
    "Work out how often two people would agree by chance.",
    {"chance": Share(3)},
    lambda given: {"chance": by_chance(given["table"])},
    "Where nearly all centres are of one type, two people nearly always agree, even if neither reads a line.",
    (
        "How often does the first say in-house, and how often the second? How often would both by chance?",
        "Multiply both shares of a word; do it for each word, and add up.",
    ),
    (
        Misconception(
            "one-in-three",
            lambda given: {"chance": 1 / 3},
            "That would hold if each of three words came equally often.",
        ),
        Misconception(
            "one-of-the-two",
            lambda given: {"chance": squares_of_one(given["table"])},
            "That squares the shares of the first person. The second has shares of her own.",
        ),
        Misconception(
            "disagreement",
            lambda given: {"chance": 1 - by_chance(given["table"])},
            "That is how often they would not agree.",
        ),
        Misconception(
            "agreement",
            lambda given: {"chance": agreed(given["table"])},
            "That is how often they did agree. How often would they if both answered blindly?",
        ),
    ),
    shows=("counted",),
)


def kappa(table):
    """Return Cohen's kappa: of the agreement that chance leaves open, the share that is there."""
    chance = by_chance(table)
    if chance == 1:
        raise ValueError("kappa needs two people who do not both give one word only")
    return (agreed(table) - chance) / (1 - chance)


def above_chance(table):
    return agreed(table) - by_chance(table)


def over_chance(table):
    return (agreed(table) - by_chance(table)) / by_chance(table) if by_chance(table) < 1 else kappa(table)


def with_equal_chance(table):
    chance = 1 / len(table)
    return (agreed(table) - chance) / (1 - chance) if by_chance(table) < 1 else kappa(table)


def one_where_all_agree(table):
    return kappa(table) if by_chance(table) < 1 else 1.0


def plain_agreement(table):
    return agreed(table) if by_chance(table) < 1 else kappa(table)


TABLES = (
    ([[20, 5], [10, 15]],),
    ([[10, 0, 0], [0, 10, 0], [0, 0, 10]],),
    ([[0, 8], [8, 0]],),
    ([[88, 4], [7, 1]],),
    ([[30, 2, 1], [3, 20, 4], [0, 5, 35]],),
)

KAPPA = Task(
    "cases/kappa",
    3,
    "Write Cohen's kappa, and say when there is none.",
    {"kappa": Function(TABLES, Number("", 3), refuses=(([[12, 0], [0, 0]],),))},
    lambda given: {"kappa": kappa},
    "Alike nine times in ten, and yet little better than luck: before two people divide a pile of centres "
    "between them, they should sort some of the rare kind together.",
    (
        "Kappa is a share: of the agreement that chance leaves open, how much is there?",
        "In a table of 20, 5, 10 and 15 the two agree 35 times out of 50, and by chance would agree 25 "
        "times: two fifths of what chance leaves. And if chance leaves nothing?",
    ),
    (
        Misconception(
            "plain-agreement",
            lambda given: {"kappa": plain_agreement},
            "That is the plain agreement. What would chance alone have given?",
        ),
        Misconception(
            "not-divided",
            lambda given: {"kappa": above_chance},
            "Agreement above chance, and then? Where all agree, kappa is 1.",
        ),
        Misconception(
            "divided-by-chance",
            lambda given: {"kappa": over_chance},
            "Divide by what chance leaves open, not by chance.",
        ),
        Misconception(
            "chance-of-equal-words",
            lambda given: {"kappa": with_equal_chance},
            "Chance depends on how often each gives each word; here all words were taken to be equally "
            "frequent.",
        ),
        Misconception(
            "one-where-chance-leaves-nothing",
            lambda given: {"kappa": one_where_all_agree},
            "Where both give one word only, nothing can be said: raise a ValueError.",
        ),
    ),
)

# 5. A class sorts


def class_letter(given, row):
    """Return the letter under which a row of CLASS stands."""
    counts = CLASS[row]
    wanted = "".join([sign * count for sign, count in zip(SIGNS, counts)])
    return [letter for letter, signs in given["class"] if signs == wanted][0]


PICTURE = Task(
    "cases/picture",
    1,
    "Read from a picture on which case a class is split.",
    {"argued": Word(LETTERS[: len(CLASS)])},
    lambda given: {"argued": class_letter(given, SPLIT)},
    "Where a class falls into two halves, either the text leaves a fact out or two readings hold. Both are "
    "worth an hour; a vote is not.",
    (
        "For each case, how long is the longest stretch of one letter?",
        "The class is split where that stretch is shortest.",
    ),
    (
        Misconception(
            "most-say-mixed",
            lambda given: {"argued": class_letter(given, MANY_MIXED)},
            "Nearly all say mixed there, and so they agree.",
        ),
        Misconception(
            "some-disagree",
            lambda given: {"argued": class_letter(given, LEAST_SURE_OF_THE_REST)},
            "Some disagree there. In another row about half of the class does.",
        ),
    ),
    shows=("class",),
)

# 6. Both ways

BOTH_WAYS = Task(
    "cases/both-ways",
    3,
    "Argue a case both ways, and change the fact that would end the argument.",
    {
        "argument": FreeText(
            60,
            (
                (1, "gives one answer with the words of the text that speak for it"),
                (1, "gives the other answer with the words that speak for that one"),
                (1, "changes one fact so that only one answer holds, and says which"),
            ),
        )
    },
    lambda given: {
        "argument": "One can call it in-house: Hill Water appoints the head, and the company takes nobody "
        "else's calls, so that it has no interests of its own in them. One can call it mixed: half of the "
        "company is a vendor's, which pays half of the people and owns part of the equipment. The argument "
        "ends if Hill Water buys the other half: then no vendor is left, and it is in-house. It also ends "
        "if the vendor buys all of it."
    },
    "Definitions have edges. A report that says how it reads one can be compared with another; a report that "
    "does not cannot.",
    (
        "Ask of the text who employs, houses and equips, and whose the company is that does so.",
        "Make the best case for both readings before you choose.",
    ),
)

UNIT = Unit(
    "cases",
    "Sort the cases",
    60,
    data,
    (DECIDES, CALLBACK, SHEET_TASK, AGREEMENT, CHANCE, KAPPA, PICTURE, BOTH_WAYS),
    (
        Text("text"),
        Rows(
            "counted",
            "A hundred centres: a row for each word of the first person, a column for each of the second",
            (("first \\ second", "", 0), ("in-house", "", 0), ("outsourced", "", 0), ("mixed", "", 0)),
        ),
        Rows(
            "sheet",
            "A colleague's sheet",
            (
                ("row", "", 0),
                ("employs", "", 0),
                ("houses", "", 0),
                ("equips", "", 0),
                ("a vendor takes", "", 0),
                ("sorted as", "", 0),
            ),
        ),
        Rows("class", "What each student of a class says", (("case", "", 0), ("answers", "", 0))),
    ),
)
