"""Software that answers, and the law: what it takes, what it must settle, when it stops, what may be done."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from .shared.answers import FreeText, Guess, Number, Share, Word, Words
from .shared.cards import LETTERS, Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
TOLD_TWICE = 1.15  # a call that is passed on takes so many times as long
ALLOWED = ("contract in progress", "own consent")
FIRM = "the firm"
PROVERS = (FIRM, "the vendor", "the customer", "the seller of the list")
CALLS_TO_MAKE = Cards(
    "calls_to_make",
    (
        ("The yearly visit, to a customer whose service contract has it", "contract in progress"),
        ("A new boiler, to a customer whose contract ended in March", "former customer"),
        ("An offer, to somebody who ticked an empty box for it in the last month, on record", "own consent"),
        ("An offer, to somebody who ticked an empty box for it two years ago, on record", "old consent"),
        ("An offer, to a number from a list whose seller says that all agreed", "bought list"),
        ("An offer, to somebody who accepted general terms that mention calls", "general terms"),
        ("An offer, by the vendor, to somebody who withdrew consent yesterday", "withdrawn"),
    ),
)
CLAUSES = OrderedDict(
    (
        ("instructions", "The vendor acts on documented instructions of the client only."),
        ("confidentiality", "Whoever takes calls is bound to confidentiality."),
        ("security", "Data are kept secure by the measures of annex 2."),
        ("sub-processors", "No other firm takes part without the client's authorisation, on the same terms."),
        ("requests", "The vendor helps to answer people who want to see or erase their data."),
        ("breaches", "The vendor helps with security, breaches and impact assessments."),
        ("deletion", "At the end all data are returned or deleted, as the client chooses."),
        ("audits", "The vendor shows that it does all this, and lets itself be audited."),
    )
)
BANK_HAS = ("help in incidents", "tested fallback plans", "exit plan")
NO_RULE = ("a fixed price", "agents within the Union")
SAY_SO, NO_CODE, DEAF = "say that it is software", "keep no card code", "translate for the deaf"
NO_MOOD, FINE = "read no feelings", "breaks none"
RULES = (SAY_SO, NO_CODE, DEAF, NO_MOOD, FINE)
OFFER = Cards(
    "offer",
    (
        ("Our voice cannot be told from a person's.", SAY_SO),
        ("Every call is recorded from beginning to end, payments included.", NO_CODE),
        ("Deaf customers may send us an e-mail.", DEAF),
        ("A lamp shows the supervisor how stressed each agent sounds.", NO_MOOD),
        ("Customers type the card on their keypad; the agent hears no tones.", FINE),
    ),
)


def data(seed=None):
    """Return a software's months, an hour in which it stops, calls, clauses and an offer, all invented."""
    turn = 0 if seed is None else seed
    absent = [turn % len(CLAUSES), (turn * 3 + 3) % len(CLAUSES)]
    if absent[0] == absent[1]:
        absent[1] = (absent[1] + 4) % len(CLAUSES)
    given = {
        "settled_share": 0.24 + 0.01 * (turn * 3 % 5),
        "passed_share": 0.20,
        "all_seconds": 300,
        "settled_seconds": 180 + 5 * (turn % 4),
        "passed_seconds": 330 + 5 * (turn * 2 % 3),
        "tried": 4_000 + 100 * (turn * 3 % 7),
        "passed_on": 1_900 + 50 * (turn % 5),
        "came_back": 460 + 20 * (turn * 2 % 5),
        "own_cost": 6.20 + 0.10 * (turn % 5),
        "software_price": 0.55 + 0.05 * (turn * 2 % 3),
        "told_twice": TOLD_TWICE,
        "calls_per_hour": 300 + 20 * (turn * 3 % 5),
        "settled_when_up": 0.25,
        "handle_seconds": 290,
        "left_seconds": 332,
        "calls_to_make": CALLS_TO_MAKE.rows(turn),
        "absent": [list(CLAUSES)[place] for place in sorted(absent)],
        "offer": OFFER.rows(turn * 2),
    }
    given["clauses"] = excerpt(given["absent"], turn)
    return given


def excerpt(absent, turn):
    """Return the rows (letter, clause) of a contract in which some duties are left out."""
    there = [words for name, words in CLAUSES.items() if name not in absent]
    return [(letter, there[(place + turn) % len(there)]) for place, letter in zip(range(len(there)), LETTERS)]


# 1. A share of the calls, a share of the work


def work_taken(given, settled=None, told_twice=TOLD_TWICE):
    seconds = given["settled_seconds"] if settled is None else settled
    more = given["passed_share"] * given["passed_seconds"] * (told_twice - 1)
    return (given["settled_share"] * seconds - more) / given["all_seconds"]


WORK = Task(
    "software/work",
    2,
    "Guess, then work out what share of the work software takes if it settles a quarter of the calls.",
    OrderedDict((("guess", Guess("a share of one", 2)), ("of_the_work", Share(3)))),
    lambda given: {"guess": 0.2, "of_the_work": work_taken(given)},
    "Software settles the short calls, and those that it passes on are told twice. Agents are needed for "
    "the work, and not for the number of calls.",
    (
        "Of a hundred calls, how many seconds of work does the software save, and how many does it add?",
        "Saved: the settled calls at their own length. Added: part of each call that is passed on.",
    ),
    (
        Misconception(
            "share-of-calls",
            lambda given: {"of_the_work": given["settled_share"]},
            "That is a share of the calls. Are the settled ones as long as the others?",
        ),
        Misconception(
            "told-once",
            lambda given: {"of_the_work": work_taken(given, told_twice=1)},
            "Whoever is passed on tells it again, and the agent listens.",
        ),
        Misconception(
            "all-alike",
            lambda given: {"of_the_work": work_taken(given, settled=given["all_seconds"])},
            "That takes the settled calls to be as long as the mean. Look at their own length.",
        ),
        Misconception(
            "what-it-tries",
            lambda given: {"of_the_work": given["settled_share"] + given["passed_share"]},
            "That is what it tries. What it passes on is still an agent's work.",
        ),
    ),
    shows=("settled_share", "passed_share", "all_seconds", "settled_seconds", "passed_seconds", "told_twice"),
)

# 2. Contained, or settled?

RESOLUTION = Task(
    "software/resolution",
    1,
    "Turn a supplier's containment into the share of matters that were settled.",
    {"settled": Share(3)},
    lambda given: {
        "settled": (given["tried"] - given["passed_on"] - given["came_back"]) / given["tried"],
    },
    "Containment counts whoever hung up in anger as a success. Ask for resolution, by your own records, over "
    "seven days.",
    (
        "Which calls reached no agent, and which of these callers came back?",
        "Those who came back were not settled. Of all that it tried, how many were?",
    ),
    (
        Misconception(
            "containment",
            lambda given: {"settled": 1 - given["passed_on"] / given["tried"]},
            "That is containment. Some of these callers rang again about the same matter.",
        ),
        Misconception(
            "of-the-contained",
            lambda given: {"settled": 1 - given["came_back"] / (given["tried"] - given["passed_on"])},
            "That is a share of the contained calls. Those passed on were tried and paid for as well.",
        ),
        Misconception(
            "passed-on-forgotten",
            lambda given: {"settled": 1 - given["came_back"] / given["tried"]},
            "A call that is passed on was not settled by the software either.",
        ),
    ),
    shows=("tried", "passed_on", "came_back"),
)

# 3. Beside the other holders


def with_software(given, settled):
    return given["software_price"] + (1 - settled) * given["own_cost"] * TOLD_TWICE


def least_settled(given):
    return 1 - (given["own_cost"] - given["software_price"]) / (given["own_cost"] * TOLD_TWICE)


HOLDER = Task(
    "software/holder",
    2,
    "Compare software with a firm's own people: say what it must settle to be worth its price.",
    OrderedDict((("cost", Number("EUR a call", 2)), ("least", Share(3)))),
    lambda given: {"cost": with_software(given, given["settled_when_up"]), "least": least_settled(given)},
    "Software is a fourth holder of the work, at a tenth of the price, and yet it has to settle about a fifth "
    "of the calls before it saves anything. The rest are told twice.",
    (
        "What does a call cost that the software settles, and what one that it passes on?",
        "Set the cost with software equal to that without, and solve for the share it settles.",
    ),
    (
        Misconception(
            "told-once",
            lambda given: {"cost": with_software(given, given["settled_when_up"]) - retold(given)},
            "A call that is passed on takes longer than one that reaches an agent at once.",
        ),
        Misconception(
            "tries-are-free",
            lambda given: {
                "cost": with_software(given, given["settled_when_up"])
                - (1 - given["settled_when_up"]) * given["software_price"]
            },
            "The software is paid for each call it tries, settled or not.",
        ),
        Misconception(
            "ratio-of-prices",
            lambda given: {"least": given["software_price"] / given["own_cost"]},
            "That would do if calls that are passed on took no longer.",
        ),
        Misconception(
            "retelling-alone",
            lambda given: {"least": 1 - 1 / TOLD_TWICE},
            "That pays for telling it twice. The software itself has a price as well.",
        ),
    ),
    shows=("own_cost", "software_price", "settled_when_up", "told_twice"),
)


def retold(given):
    return (1 - given["settled_when_up"]) * given["own_cost"] * (TOLD_TWICE - 1)


# 4. When it stops


def needed(calls_per_hour, handle_seconds):
    return staffing.agents_needed(calls_per_hour, handle_seconds, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS)


def on_duty(given, seconds=None):
    left = given["calls_per_hour"] * (1 - given["settled_when_up"])
    return needed(left, given["left_seconds"] if seconds is None else seconds)


def short(given):
    return needed(given["calls_per_hour"], given["handle_seconds"]) - on_duty(given)


STOPS = Task(
    "software/stops",
    2,
    "Say how many agents are missing in the hour in which software stops.",
    {"missing": Number("agents", 0)},
    lambda given: {"missing": short(given)},
    "It stops for all callers at the same moment. Who takes the calls then, and who pays for that, belongs in "
    "the supplier's contract.",
    (
        "How many agents are there while it runs, and how many does the hour need without it?",
        "While it runs fewer calls are left, and they are longer. Ask agents_needed for both.",
    ),
    (
        Misconception(
            "all-who-are-needed",
            lambda given: {"missing": needed(given["calls_per_hour"], given["handle_seconds"])},
            "That is how many the hour needs in all. How many of them are there?",
        ),
        Misconception(
            "calls-left-as-long-as-all",
            lambda given: {
                "missing": needed(given["calls_per_hour"], given["handle_seconds"])
                - on_duty(given, given["handle_seconds"])
            },
            "The calls that were left took longer than the mean of all. Use their own length.",
        ),
        Misconception(
            "a-group-of-their-own",
            lambda given: {
                "missing": needed(given["calls_per_hour"] * given["settled_when_up"], given["handle_seconds"])
            },
            "That staffs the software's calls as a group of their own. The agents on duty can take some.",
        ),
    ),
    shows=("calls_per_hour", "handle_seconds", "settled_when_up", "left_seconds"),
)

# 5. Who may be called


def allowed(left_out=(), besides=()):
    kinds = [kind for kind in ALLOWED if kind not in left_out] + list(besides)
    return lambda given: {"may_call": CALLS_TO_MAKE.of(given, *kinds)}


MAY_CALL = Task(
    "software/may-call",
    2,
    "Say which sales calls to consumers in France are allowed, and who must prove it.",
    OrderedDict((("may_call", CALLS_TO_MAKE.some()), ("proves", Word(PROVERS)))),
    lambda given: {"may_call": CALLS_TO_MAKE.of(given, *ALLOWED), "proves": FIRM},
    "Since August 2026 consent comes before the call and ends after a year at most, and the firm for which "
    "calls are made answers for it, whoever dials. A list without form, date and words proves nothing.",
    (
        "For each call: did this very person agree to calls from this very firm? Or does a running contract "
        "need the call?",
        "Consent is specific, ends, can be withdrawn, and does not pass to a buyer. Two of the seven are allowed.",
    ),
    (
        Misconception(
            "old-customers",
            allowed(besides=("former customer",)),
            "Is that contract still in progress?",
        ),
        Misconception(
            "consent-for-ever",
            allowed(besides=("old consent",)),
            "For how long does consent hold?",
        ),
        Misconception(
            "the-seller-says-so",
            allowed(besides=("bought list",)),
            "To whose calls did these people agree, and where is it written?",
        ),
        Misconception(
            "general-terms",
            allowed(besides=("general terms",)),
            "Consent has to be specific. Is accepting general terms?",
        ),
        Misconception(
            "the-vendor-did-not-know",
            allowed(besides=("withdrawn",)),
            "Whoever withdraws consent withdraws it from all who call in the firm's name.",
        ),
        Misconception(
            "consent-for-everything",
            allowed(left_out=("contract in progress",)),
            "A call that carries out a running contract needs no further consent.",
        ),
        Misconception(
            "who-dials-proves",
            lambda given: {"proves": "the vendor"},
            "On whose behalf does the vendor call?",
        ),
    ),
    shows=("calls_to_make",),
)

# 6. Clauses


def all_but_first(given):
    return {"absent": given["absent"][1:]}


CLAUSES_TASK = Task(
    "software/clauses",
    2,
    "Name what a contract with a vendor lacks on personal data, and what a bank's must also have.",
    OrderedDict(
        (("absent", Words(list(CLAUSES))), ("bank_besides", Words(BANK_HAS + NO_RULE + ("confidentiality",))))
    ),
    lambda given: {"absent": given["absent"], "bank_besides": list(BANK_HAS)},
    "Article 28 is in every contract whose vendor sees customers' data. A bank's contracts for technology "
    "also have to say what happens when it fails and when it ends.",
    (
        "Tick off the eight duties of article 28 one by one. And what of a bank's has to do with failing?",
        "Two duties are missing. Of the six words for the bank, three are asked of suppliers of technology.",
    ),
    (
        Misconception(
            "the-earlier-overlooked",
            all_but_first,
            "One more duty is missing: begin again at the first of the eight.",
        ),
        Misconception(
            "the-later-overlooked",
            lambda given: {"absent": given["absent"][:1]},
            "One more duty is missing: go on to the last of the eight.",
        ),
        Misconception(
            "those-that-are-there",
            lambda given: {"absent": [name for name in CLAUSES if name not in given["absent"]]},
            "These are in the excerpt. Which are not?",
        ),
        Misconception(
            "a-place-is-asked",
            lambda given: {"bank_besides": list(BANK_HAS) + ["agents within the Union"]},
            "The places have to be named. Does the regulation say where they must be?",
        ),
        Misconception(
            "asked-of-everybody",
            lambda given: {"bank_besides": list(BANK_HAS) + ["confidentiality"]},
            "That is asked of every firm's vendor. What else is asked of a bank's?",
        ),
        Misconception(
            "no-plan-for-failing",
            lambda given: {"bank_besides": ["help in incidents", "exit plan"]},
            "For what is critical, who takes over while it fails? That has to be tested, too.",
        ),
    ),
    shows=("clauses",),
)

# 7. An offer, with a pencil


def breaks(exchanged):
    return lambda given: {"breaks": OFFER.sorted(given, **exchanged)}


OFFER_TASK = Task(
    "software/offer",
    1,
    "Check an offer against the rules on talking software, card numbers and deaf callers.",
    {"breaks": OFFER.all_sorted(RULES)},
    breaks({}),
    "Each of these sentences was written to please. A firm that signs them has to answer for four of them.",
    (
        "For each sentence, who could be wronged by it: a caller, a card holder, an agent?",
        "One of the five breaks none of the rules.",
    ),
    (
        Misconception(
            "keypad-too",
            breaks({FINE: NO_CODE}),
            "What would be in the recording of that call, and what would the agent know?",
        ),
        Misconception(
            "writing-is-enough",
            breaks({DEAF: FINE}),
            "A large firm's telephone service has to be open to them as well. Is it?",
        ),
        Misconception(
            "recording-is-care",
            breaks({NO_CODE: FINE}),
            "What does a caller say aloud when paying by card?",
        ),
        Misconception(
            "a-lamp-is-help",
            breaks({NO_MOOD: FINE}),
            "What does the lamp infer, about whom, and where?",
        ),
        Misconception(
            "a-good-voice",
            breaks({SAY_SO: FINE}),
            "What must a caller be told in the first sentence?",
        ),
    ),
    shows=("offer",),
)

# 8. Before it speaks

BEFORE = Task(
    "software/before-it-speaks",
    3,
    "Write down when a caller reaches a person, who answers for what software said, and what happens when it "
    "stops.",
    {
        "rules": FreeText(
            60,
            (
                (1, "says when and how a caller reaches a person, and that the notes go along"),
                (1, "names who owns what it may say, who reads a sample, and that the firm answers for it"),
                (1, "says who takes the calls when it stops, and who pays for that"),
            ),
        )
    },
    lambda given: {
        "rules": "The first sentence says that software speaks. Whoever asks for a person reaches one at any "
        "point, and after two misunderstandings it offers one; the agent sees what was said. What it may "
        "promise is owned by the head of customer service, who changes it on the day a price changes; one "
        "agent reads fifty conversations a week. We answer for what it says as for our own people. When it "
        "stops, four agents on call and a call-back list take over, and the supplier pays for their hours."
    },
    "None of this is in the price of a call that software takes, and all of it belongs in the comparison.",
    ("Begin with the caller who wants a person, then with the wrong answer, then with the bad day.",),
)

UNIT = Unit(
    "software",
    "Software that answers, and the law",
    70,
    data,
    (WORK, RESOLUTION, HOLDER, STOPS, MAY_CALL, CLAUSES_TASK, OFFER_TASK, BEFORE),
    (
        Quantity("settled_share", "Calls that the software settles", "%"),
        Quantity("passed_share", "Calls that it passes on", "%"),
        Quantity("all_seconds", "Handle time of all calls, on average, before there was software", "seconds"),
        Quantity("settled_seconds", "of those that it settles", "seconds"),
        Quantity("passed_seconds", "of those that it passes on", "seconds"),
        Quantity("told_twice", "A call that is passed on takes longer by a factor of", "", 2),
        Quantity("tried", "Calls that the software took", "calls"),
        Quantity("passed_on", "of which passed on", "calls"),
        Quantity("came_back", "of the others, callers who came back within seven days", "calls"),
        Quantity("own_cost", "A call handled by the firm's own agents", "EUR", 2),
        Quantity("software_price", "The software's price, for each call it tries", "EUR", 2),
        Quantity("settled_when_up", "Calls that it settles while it runs", "%"),
        Quantity("calls_per_hour", "Calls in the hour", "calls"),
        Quantity("handle_seconds", "Handle time of a call, of all calls", "seconds"),
        Quantity("left_seconds", "of those that are left while it runs", "seconds"),
        Rows("calls_to_make", "Seven calls to consumers", (("call", "", 0), ("about what, to whom", "", 0))),
        Rows("clauses", "All that a contract says about data", (("clause", "", 0), ("it says", "", 0))),
        Rows("offer", "Five sentences of an offer", (("sentence", "", 0), ("it says", "", 0))),
    ),
)
