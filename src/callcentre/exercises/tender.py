"""From tender to return: what a pilot proves, what a handover takes, the exit, and the way back."""

import math
from collections import OrderedDict  # MicroPython's dict keeps no order

from .shared.answers import FreeText, Number, Share, Word
from .shared.cards import Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

Z = 1.96  # of a normal law, for 95 %
LEARNING = (0.50, 0.65, 0.80, 0.90, 1.00)
TRAINING_WEEKS = 2
MEND, SWITCH, BACK = "mend", "switch", "take back"
FINDINGS = Cards(
    "findings",
    (
        ("Kept by the month's mean, as written; on Mondays 41 % are answered in time.", "interval"),
        ("Settles 58 %; two other vendors, trained alike, settle 74 % and 76 % of the same calls.", "others"),
        ("Three vendors in six years settled 60 % to 62 %; ten of the firm's own people settle 81 %.", "own"),
        ("Agents and results are good; the new account manager answers no letter.", "relation"),
        ("What callers report must reach the workshop within hours; from outside it took nine days.", "distance"),
    ),
)
WAYS = {"interval": MEND, "relation": MEND, "others": SWITCH, "own": BACK, "distance": BACK}
SUPPORTED = ("managers", "costs", "bank")
STUDIES = Cards(
    "studies",
    (
        (
            "Managers who took work back and those who switched spoke differently of quality and of the "
            "relationship.",
            "managers",
        ),
        ("Most firms that give out their calls take them back within five years.", "calls"),
        ("High costs of switching speak against a return.", "costs"),
        ("A bad relationship makes firms take work back.", "cause"),
        ("A bank gave nearly the same reasons for its return as for leaving.", "bank"),
        ("Calls are settled more often once they are back.", "settled"),
    ),
)
TRIAL, HEAD, RECORDS = "the trial", "finding the head", "the records"


def data(seed=None):
    """Return a pilot, a handover, findings, studies and the steps of a return, all invented."""
    turn = 0 if seed is None else seed
    head, training = 10 + turn % 3, 8 + turn * 2 % 3
    return {
        "pilot_calls": 400,
        "settled_by_a": 256 + 2 * (turn * 3 % 6),
        "settled_by_b": 277 + 2 * (turn * 3 % 6),
        "wanted_half_width": 0.03,
        "agents": 20 + 4 * (turn % 4),
        "learning": [(str(week), share) for week, share in enumerate(LEARNING, 1)],
        "trainers": 4 + turn * 2 % 3,
        "training_weeks": TRAINING_WEEKS,
        "findings": FINDINGS.rows(turn * 2),
        "studies": STUDIES.rows(turn),
        "records_weeks": head + training - 1 - turn % 2,
        "head_weeks": head,
        "team_weeks": training,
        "trial_weeks": 13,
        "notice_weeks": 26,
        "sooner": 4,
    }


# 1. What a pilot proves


def shares(given):
    return [given[name] / given["pilot_calls"] for name in ("settled_by_a", "settled_by_b")]


def variances(given):
    return [share * (1 - share) for share in shares(given)]


def half_width(given, of=None):
    return Z * math.sqrt(sum(variances(given) if of is None else of) / given["pilot_calls"])


def calls_for(given, of=None):
    return Z**2 * sum(variances(given) if of is None else of) / given["wanted_half_width"] ** 2


PILOT = Task(
    "tender/pilot",
    3,
    "Plan a pilot: say what its calls can prove, and how many calls would prove more.",
    OrderedDict(
        (("half_width", Share(3)), ("proves", Word(("yes", "no"))), ("calls", Number("calls for each", -1)))
    ),
    lambda given: {"half_width": half_width(given), "proves": "no", "calls": calls_for(given)},
    "Four hundred calls for each look like many, and a lead of five points may still be luck. Decide before "
    "the pilot how many calls it takes, and what would make you choose the other.",
    (
        "How far may a share of that many calls be off by chance? And the difference between two?",
        "Variances of both shares add. The half width falls with the root of the calls: halving it takes "
        "four times as many.",
    ),
    (
        Misconception(
            "one-side-alone",
            lambda given: {"half_width": half_width(given, variances(given)[:1])},
            "Both shares are unsure. The difference is more unsure than either.",
        ),
        Misconception(
            "without-the-factor",
            lambda given: {"half_width": half_width(given) / Z},
            "That is the standard error. How many of them make an interval of 95 %?",
        ),
        Misconception(
            "half-widths-added",
            lambda given: {
                "half_width": sum([half_width(given, [variance]) for variance in variances(given)])
            },
            "Variances add, and not half widths: both are seldom off in opposite ways at once.",
        ),
        Misconception(
            "a-lead-is-a-proof",
            lambda given: {"proves": "yes"},
            "Is the lead larger than what chance alone may make?",
        ),
        Misconception(
            "in-proportion",
            lambda given: {"calls": given["pilot_calls"] * half_width(given) / given["wanted_half_width"]},
            "The half width falls with the root of the calls, and not with the calls.",
        ),
    ),
    shows=("pilot_calls", "settled_by_a", "settled_by_b", "wanted_half_width"),
)

# 2. A handover


def kept(given, learning=LEARNING):
    """Return the weeks of work that old agents have to do while the new ones learn."""
    return given["agents"] * sum([1 - share for share in learning])


def with_trainers(given):
    return kept(given) + given["trainers"] * given["training_weeks"]


HANDOVER = Task(
    "tender/handover",
    2,
    "Plan a handover: work out how many weeks of experienced people it takes.",
    {"agent_weeks": Number("weeks of an agent", 0)},
    lambda given: {"agent_weeks": with_trainers(given)},
    "It is work that nobody sees in a price, done by people who are about to lose it. Agree on it, and on its "
    "price, before the contract begins.",
    (
        "What part of the work is not done by the new ones in each week, and who teaches them?",
        "In each week: agents, times what is missing. Then add those who teach and take no calls.",
    ),
    (
        Misconception(
            "trainers-forgotten",
            lambda given: {"agent_weeks": kept(given)},
            "Somebody teaches them meanwhile, and takes no calls.",
        ),
        Misconception(
            "both-in-full",
            lambda given: {"agent_weeks": given["agents"] * len(LEARNING)},
            "The new ones do a part from the first week on. How much is missing?",
        ),
        Misconception(
            "what-the-new-ones-do",
            lambda given: {
                "agent_weeks": given["agents"] * sum(LEARNING) + given["trainers"] * given["training_weeks"]
            },
            "That is what the new ones do. What is left for the experienced ones?",
        ),
        Misconception(
            "as-in-the-first-week",
            lambda given: {
                "agent_weeks": kept(given, [LEARNING[0]] * len(LEARNING))
                + given["trainers"] * given["training_weeks"]
            },
            "They learn: less is missing from week to week.",
        ),
    ),
    shows=("agents", "learning", "trainers", "training_weeks"),
)

# 3. Mend, switch, take back


def which_way(**taken_for):
    return lambda given: {"ways": FINDINGS.sorted(given, **dict(WAYS, **taken_for))}


WHICH = Task(
    "tender/which-way",
    2,
    "Tell a reason for taking calls back from a complaint about a vendor, and from a wish to switch.",
    {"ways": FINDINGS.all_sorted((MEND, SWITCH, BACK))},
    which_way(),
    "Ask first whether the trouble lies in the contract, in this vendor, or in the fact that the work is "
    "outside at all. Each leads to a different document.",
    (
        "For each finding: would another contract help, or another vendor, or neither?",
        "Two can be mended where they are, one asks for another vendor.",
    ),
    (
        Misconception(
            "a-bad-promise-is-a-bad-vendor",
            which_way(interval=SWITCH),
            "The vendor does what is written. What would be written with the next one?",
        ),
        Misconception(
            "silence-is-a-reason-to-leave",
            which_way(relation=SWITCH),
            "Who is bad here, those who answer calls or the one who answers letters?",
        ),
        Misconception(
            "bad-work-goes-home",
            which_way(others=BACK),
            "The work can be done outside. Who does it better?",
        ),
        Misconception(
            "the-fourth-will-do",
            which_way(own=SWITCH),
            "What did three vendors have in common that ten of the firm's own people do not have?",
        ),
    ),
    shows=("findings",),
)

# 4. How far research reaches


def says(left_out=(), besides=()):
    kinds = [kind for kind in SUPPORTED if kind not in left_out] + list(besides)
    return lambda given: {"supported": STUDIES.of(given, *kinds)}


REACH = Task(
    "tender/research",
    1,
    "Say what research on backsourcing rests on, and how far it reaches.",
    {"supported": STUDIES.some()},
    says(),
    "It rests on managers' answers and on cases, nearly all about information systems. For calls it is a "
    "reason to ask, and not a finding.",
    (
        "About what work were these studies, and whom did they ask?",
        "Things that people report together are an association. And what nobody has studied, no study "
        "supports.",
    ),
    (
        Misconception(
            "systems-are-calls",
            says(besides=("calls",)),
            "Which of the studies counted firms that give out calls?",
        ),
        Misconception(
            "settled-at-home",
            says(besides=("settled",)),
            "It would be good to know. Who has measured it?",
        ),
        Misconception(
            "association-is-cause",
            says(besides=("cause",)),
            "Those who had switched reported a poor relationship. Does that make anybody take work back?",
        ),
        Misconception(
            "a-case-is-nothing",
            says(left_out=("bank",)),
            "A case proves no rule. What one bank wrote is on record all the same.",
        ),
    ),
    shows=("studies",),
)

# 5. The way back


def weeks_to_return(given, sooner=0):
    ready = max(given["records_weeks"], given["head_weeks"] - sooner + given["team_weeks"])
    return ready + given["trial_weeks"] + given["notice_weeks"]


RETURN = Task(
    "tender/return",
    3,
    "Order the steps of a return, and say which of them cannot be hurried.",
    OrderedDict(
        (
            ("weeks", Number("weeks", 0)),
            ("saved", Number("weeks", 0)),
            ("cannot_be_hurried", Word((TRIAL, HEAD, RECORDS))),
        )
    ),
    lambda given: {
        "weeks": weeks_to_return(given),
        "saved": weeks_to_return(given) - weeks_to_return(given, given["sooner"]),
        "cannot_be_hurried": TRIAL,
    },
    "Hurry helps only on the longest path, until another one is as long. And three months of calls on both "
    "sides take three months, whatever one pays.",
    (
        "What can go on at the same time, and what has to wait for both?",
        "Records beside head and team; then the trial; then notice. Work it out again with the head found "
        "sooner.",
    ),
    (
        Misconception(
            "one-after-another",
            lambda given: {"weeks": weeks_to_return(given) + min_path(given)},
            "Records can come home while the head is looked for.",
        ),
        Misconception(
            "notice-on-the-first-day",
            lambda given: {"weeks": weeks_to_return(given) - given["notice_weeks"]},
            "The notice is given once the trial has decided. What if it decides otherwise?",
        ),
        Misconception(
            "all-weeks-are-saved",
            lambda given: {"saved": given["sooner"]},
            "Then the trial waits for something else. For what, and how long?",
        ),
        Misconception(
            "nothing-is-saved",
            lambda given: {"saved": 0},
            "Head and team take longer than the records. By how much?",
        ),
        Misconception(
            "good-heads-are-rare",
            lambda given: {"cannot_be_hurried": HEAD},
            "That can be bought with money and luck. Which step is made of time itself?",
        ),
    ),
    shows=("records_weeks", "head_weeks", "team_weeks", "trial_weeks", "notice_weeks", "sooner"),
)


def min_path(given):
    return min(given["records_weeks"], given["head_weeks"] + given["team_weeks"])


# 6. The exit, before the start

EXIT = Task(
    "tender/exit",
    3,
    "Write the exit before the start.",
    {
        "exit_plan": FreeText(
            60,
            (
                (1, "says how long and at what price the vendor goes on, and that the promise holds to the last day"),
                (1, "says what comes back, numbers and records among it, in what form, and what is deleted"),
                (1, "says who is trained or may be hired, and how the plan is tried while there is time"),
            ),
        )
    },
    lambda given: {
        "exit_plan": "After notice the vendor answers for six months at the price of the contract, with the same "
        "promise and penalty to the last day, and a bonus paid two months after the handover. The telephone "
        "numbers are ours from the first day. Recordings, histories and texts come back each month in an open "
        "format, and are deleted at the vendor within thirty days of the end. It trains our people for twenty "
        "days at the rate of annex 3, and we may hire ten. Once a year we answer one kind of call for a week."
    },
    "What is missing in the plan shows itself on the day of the trial, while there is time to mend it.",
    ("Calls, things, people: what happens to each? And how would you find out that the plan is bad?",),
)

UNIT = Unit(
    "tender",
    "From tender to return",
    60,
    data,
    (PILOT, HANDOVER, WHICH, REACH, RETURN, EXIT),
    (
        Quantity("pilot_calls", "Calls drawn at random for each of two bidders", "calls"),
        Quantity("settled_by_a", "of which Arla settled", "calls"),
        Quantity("settled_by_b", "of which Bento settled", "calls"),
        Quantity("wanted_half_width", "The half width that is wanted", "", 2),
        Quantity("agents", "Agents that the calls take, and new agents who begin", "agents"),
        Rows(
            "learning",
            "What a new agent does, of the work of an experienced one",
            (("week", "", 0), ("does", "%", 0)),
        ),
        Quantity("trainers", "Experienced agents who teach and take no calls", "agents"),
        Quantity("training_weeks", "for the first", "weeks"),
        Rows("findings", "Five findings about five vendors", (("finding", "", 0), ("it says", "", 0))),
        Rows("studies", "Six sentences", (("sentence", "", 0), ("it says", "", 0))),
        Quantity("records_weeks", "Until records of all calls are at home", "weeks"),
        Quantity("head_weeks", "Until a head is found", "weeks"),
        Quantity("team_weeks", "Until ten people are hired and trained, after that", "weeks"),
        Quantity("trial_weeks", "The trial, when records and team are there", "weeks"),
        Quantity("notice_weeks", "From notice to the last call, after the trial", "weeks"),
        Quantity("sooner", "Suppose the head is found sooner, by", "weeks"),
    ),
)
