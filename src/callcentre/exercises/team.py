"""A team that answers: what counts as one, who does what, what it costs unseen, and how it is run well."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from .shared.answers import Facts, FreeText, Number, Share, Word
from .shared.cards import Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

PLACES = Cards(
    "places",
    (
        ("Nine people at home, behind one distributor, who answer for a ferry line", "at home"),
        ("A garage whose mechanics pick up between two cars", "beside other work"),
        ("A hall of three hundred who ring people about unpaid bills", "outbound"),
        ("Forty people who answer letters and e-mail, and have no telephone", "letters"),
        ("A vendor's floor that answers for eleven firms", "a vendor's"),
        ("A row of machines that read out the tides to whoever dials", "machines"),
    ),
)
CENTRES = ("at home", "outbound", "a vendor's")
PLANNER, ANALYST, SUPERVISOR = "planificateur", "vigie", "superviseur"
ADVISER, MANAGER, CLIENT = "conseiller clientèle", "responsable de centre", "donneur d'ordre"
ROLES = (PLANNER, ANALYST, SUPERVISOR, ADVISER, MANAGER, CLIENT)
SCENES = Cards(
    "scenes",
    (
        ("forecasts the calls of next month and draws up its shifts", PLANNER),
        ("moves two breaks at ten past ten, since the queue is growing", ANALYST),
        ("listens to a call and talks it over with the one who took it", SUPERVISOR),
        ("settles the caller's matter and writes the note that it leaves", ADVISER),
        ("answers to the firm for service, people and budget", MANAGER),
    ),
)
DECISIONS = OrderedDict((("compare", "architecture"), ("sign", "head"), ("keep_secret", "premises")))
CENTRES_TO_BE = Cards(
    "centres",
    (
        ("Calls come through a distributor. All sit in the open office; nobody is in charge.", "architecture"),
        ("One person is in charge. All sit in the open office; their telephones ring together.", "head"),
        ("They have a room that locks. Nobody is in charge; their telephones ring together.", "premises"),
    ),
)
JOBS = ("planning", "knowledge", "coaching", "quality", "feedback", "renewal")
FIGURES = Cards(
    "figures",
    (
        ("Mondays 52 % in time, Thursdays 97 %, with the same number of people", "planning"),
        ("Of forty test calls about the guarantee, 22 got the right answer", "knowledge"),
        ("Marks 71 on average for two years; each agent sees a number and hears nothing", "coaching"),
        ("Marks 95 on average, given by one listener; complaints have doubled", "quality"),
        ("One call in eight is about the same misprinted label, for the third year", "feedback"),
    ),
)
OWN, VENDOR = "own centre", "vendor"


def data(seed=None):
    """Return places, people and figures of firms that are all invented."""
    turn = 0 if seed is None else seed
    blocked, gave_up = 90 + 15 * (turn % 4), 140 + 10 * (turn * 2 % 5)
    answered = 1_010 + 40 * (turn * 3 % 5)
    return {
        "places": PLACES.rows(turn),
        "scenes": SCENES.rows(turn * 2),
        "dialled": blocked + gave_up + answered,
        "offered": gave_up + answered,
        "gave_up": gave_up,
        "answered_a_week": 260 + 10 * (turn * 3 % 7),
        "unanswered_a_week": 70 + 5 * (turn % 3),
        "talk_minutes": 5,
        "minutes_to_find_back": 3,
        "hourly_cost": 34 + turn * 2 % 5,
        "weeks": 46,
        "centres": CENTRES_TO_BE.rows(turn),
        "figures": FIGURES.rows(turn * 3),
        "agents_cost": 420_000 + 4_000 * (turn * 3 % 5),
        "rooms": 38_000,
        "systems": 52_000,
        "personnel": 24_000,
        "calls_a_year": 96_000 + 500 * (turn % 4),
        "own_resolution": 0.80,
        "price_per_call": 4.60,
        "vendor_resolution": 0.62,
    }


# 1. What counts


def centres_but(left_out=(), besides=()):
    kinds = [kind for kind in CENTRES if kind not in left_out] + list(besides)
    return lambda given: {"centres": PLACES.of(given, *kinds)}


COUNTS = Task(
    "team/counts",
    1,
    "Say which groups of people with telephones are call centres.",
    {"centres": PLACES.some()},
    centres_but(),
    "People whose work is calls, and equipment that shares the calls out and counts them: number, place, "
    "employer and direction stay open. A report that means something narrower has to say so.",
    (
        "Ask of each place: are calls the main work of people there?",
        "Size, place, employer and who begins the call do not enter the definition.",
    ),
    (
        Misconception(
            "a-hall-is-needed",
            centres_but(left_out=("at home",)),
            "One distributor shares the calls out among them. Does the definition speak of a hall?",
        ),
        Misconception(
            "only-calls-that-come-in",
            centres_but(left_out=("outbound",)),
            "Their main work is calls. Does it matter who begins them?",
        ),
        Misconception(
            "only-the-firms-own",
            centres_but(left_out=("a vendor's",)),
            "Whose customers call does not enter the definition.",
        ),
        Misconception(
            "whoever-picks-up",
            centres_but(besides=("beside other work",)),
            "Mechanics repair cars. Is a place a call centre because a telephone rings there?",
        ),
        Misconception(
            "letters-too",
            centres_but(besides=("letters",)),
            "Nobody waits on a line for an answer to a letter.",
        ),
        Misconception(
            "machines-too",
            centres_but(besides=("machines",)),
            "Who works there?",
        ),
    ),
    shows=("places",),
)

# 2. The path of a call


def lost(given, of):
    return (given["dialled"] - given["offered"] + given["gave_up"]) / given[of]


PATH = Task(
    "team/path",
    2,
    "Find the calls that got lost, in two reports.",
    OrderedDict((("blocked", Number("calls", 0)), ("lost", Share(3)))),
    lambda given: {"blocked": given["dialled"] - given["offered"], "lost": lost(given, "dialled")},
    "A distributor counts what reaches it. Callers who heard a busy tone are in no report of the centre, and "
    "the worse the day, the more of them there are.",
    (
        "Which calls does the telephone company know of that the distributor does not?",
        "The lost are those who found no line and those who gave up, as a share of all who dialled.",
    ),
    (
        Misconception(
            "by-the-distributor-alone",
            lambda given: {"lost": given["gave_up"] / given["offered"]},
            "That is the share by the distributor's report. Who never reached it?",
        ),
        Misconception(
            "of-the-offered",
            lambda given: {"lost": lost(given, "offered")},
            "Divide by all who dialled: those who found no line are among the lost, so they belong below too.",
        ),
        Misconception(
            "blocked-alone",
            lambda given: {"lost": (given["dialled"] - given["offered"]) / given["dialled"]},
            "Those who gave up in the queue are lost as well.",
        ),
        Misconception(
            "gave-up-is-blocked",
            lambda given: {"blocked": given["gave_up"]},
            "Those waited in the queue. The blocked are those who did not get that far.",
        ),
    ),
    shows=("dialled", "offered", "gave_up"),
)

# 3. Who does what, in French


def roles_but(**taken_for):
    return lambda given: {"roles": SCENES.sorted(given, **taken_for)}


ROLES_TASK = Task(
    "team/roles",
    1,
    "Name the people of a centre in French by what they do.",
    {"roles": SCENES.all_sorted(ROLES)},
    roles_but(),
    "Offers and contracts of a French vendor name these people. Whoever is missing from them is missing on "
    "the floor.",
    (
        "Who works days ahead, who by the minute, who with one person at a time?",
        "One of the six words is left over: it names a firm, not a person of the centre.",
    ),
    (
        Misconception(
            "planner-and-analyst",
            roles_but(planificateur=ANALYST, vigie=PLANNER),
            "One plans before the day, the other watches over it. Which is which?",
        ),
        Misconception(
            "supervisor-and-manager",
            lambda given: {"roles": SCENES.sorted(given, **{SUPERVISOR: MANAGER, MANAGER: SUPERVISOR})},
            "Who leads a team, and who answers for the whole centre?",
        ),
        Misconception(
            "supervisor-and-adviser",
            lambda given: {"roles": SCENES.sorted(given, **{SUPERVISOR: ADVISER, ADVISER: SUPERVISOR})},
            "Who takes the call, and who listens to it?",
        ),
        Misconception(
            "the-client-is-the-manager",
            lambda given: {"roles": SCENES.sorted(given, **{MANAGER: CLIENT})},
            "That is the firm for which a vendor answers. Who runs the centre?",
        ),
    ),
    shows=("scenes",),
)

# 4. What no account shows


def hidden(given, calls=None, minutes=None, weeks=None):
    calls = given["answered_a_week"] if calls is None else calls
    minutes = given["talk_minutes"] + given["minutes_to_find_back"] if minutes is None else minutes
    return calls * minutes / 60 * given["hourly_cost"] * (given["weeks"] if weeks is None else weeks)


HIDDEN = Task(
    "team/hidden",
    2,
    "Work out what an informal centre costs, although no budget shows it.",
    {"hidden_cost": Number("EUR a year", 0)},
    lambda given: {"hidden_cost": hidden(given)},
    "It appears in the accounts as sales. Until somebody has counted, any offer looks like pure extra "
    "expense.",
    (
        "How many minutes does a call take from the work of the one who answers?",
        "Minutes of talk and minutes to get back to work; then hours, then a year, then money.",
    ),
    (
        Misconception(
            "talk-alone",
            lambda given: {"hidden_cost": hidden(given, minutes=given["talk_minutes"])},
            "After the call the quotation lies there, half written. What does it take to get back to it?",
        ),
        Misconception(
            "unanswered-too",
            lambda given: {
                "hidden_cost": hidden(given, given["answered_a_week"] + given["unanswered_a_week"])
            },
            "Nobody spent time on the calls that were not answered. They cost something else.",
        ),
        Misconception(
            "a-week",
            lambda given: {"hidden_cost": hidden(given, weeks=1)},
            "That is a week. What is asked for is a year.",
        ),
        Misconception(
            "all-weeks-of-the-year",
            lambda given: {"hidden_cost": hidden(given, weeks=52)},
            "How many weeks a year is the firm open?",
        ),
    ),
    shows=(
        "answered_a_week",
        "unanswered_a_week",
        "talk_minutes",
        "minutes_to_find_back",
        "hourly_cost",
        "weeks",
    ),
)

# 5. What to settle first


def ready(given, **exchanged):
    """Return for each decision the centre that can take it; with two decisions exchanged."""
    found = OrderedDict()
    for decision in DECISIONS:
        mark = DECISIONS[exchanged.get(decision, decision)]
        found[decision] = CENTRES_TO_BE.of(given, mark)[0]
    return {"ready": found}


FIRST = Task(
    "team/first",
    1,
    "Say what has to be settled before an informal centre can be compared, contracted for or kept secret.",
    {"ready": Facts(OrderedDict([(decision, Word(CENTRES_TO_BE.letters)) for decision in DECISIONS]))},
    lambda given: ready(given),
    "The same centre has three first steps, because there are three decisions. Begin with the one that the "
    "decision in front of you needs.",
    (
        "What does each decision need: a count, somebody who signs, or a door?",
        "Each of the three centres has one of the three.",
    ),
    (
        Misconception(
            "who-signs-can-compare",
            lambda given: ready(given, compare="sign", sign="compare"),
            "Somebody in charge can sign. Can one compare what nobody has counted?",
        ),
        Misconception(
            "a-door-is-enough-to-sign",
            lambda given: ready(given, sign="keep_secret", keep_secret="sign"),
            "A door keeps what is said inside. Who signs off what was promised?",
        ),
        Misconception(
            "a-count-keeps-secrets",
            lambda given: ready(given, compare="keep_secret", keep_secret="compare"),
            "A count says how many called. What keeps others from hearing what they said?",
        ),
    ),
    shows=("centres",),
)

# 6. The job that is missing


def jobs_but(**taken_for):
    return lambda given: {"missing": FIGURES.sorted(given, **taken_for)}


MISSING = Task(
    "team/missing",
    1,
    "Say from its figures which job a centre leaves undone.",
    {"missing": FIGURES.all_sorted(JOBS)},
    jobs_but(),
    "None of the five centres lacks agents. What is missing is work that nobody sees until it is not done.",
    (
        "Read each figure twice: does it tell of people in the wrong hour, of answers, of marks, of causes?",
        "One of the six jobs is missing in none of the five.",
    ),
    (
        Misconception(
            "quality-and-coaching",
            jobs_but(quality="coaching", coaching="quality"),
            "In one centre the marks measure the wrong thing. In the other nobody talks about them.",
        ),
        Misconception(
            "cause-or-answer",
            jobs_but(feedback="knowledge", knowledge="feedback"),
            "Do callers get a wrong answer, or the right one to a question that should not arise?",
        ),
        Misconception(
            "more-people",
            jobs_but(planning="renewal"),
            "The people are there, on the wrong day. Whose work is that?",
        ),
    ),
    shows=("figures",),
)

# 7. By a vendor's terms


def own_cost(given):
    return given["agents_cost"] + given["rooms"] + given["systems"] + given["personnel"]


def by_terms(given):
    own = own_cost(given) / given["calls_a_year"] / given["own_resolution"]
    return {"own": own, "cheaper": OWN if own < given["price_per_call"] / given["vendor_resolution"] else VENDOR}


TERMS = Task(
    "team/like-a-vendor",
    2,
    "Hold the firm's own centre to a vendor's terms.",
    OrderedDict((("own", Number("EUR a settled matter", 2)), ("cheaper", Word((OWN, VENDOR))))),
    by_terms,
    "A fair price for the firm's own centre has every line in it, and is a price for a settled matter. By the "
    "call the vendor looked cheaper.",
    (
        "Which lines would a vendor have to earn by its price? And what does the caller want?",
        "All four lines, divided by the matters settled. Do the same with the vendor's price.",
    ),
    (
        Misconception(
            "agents-alone",
            lambda given: {"own": given["agents_cost"] / given["calls_a_year"] / given["own_resolution"]},
            "A vendor's price pays for rooms, systems and personnel too.",
        ),
        Misconception(
            "per-call",
            lambda given: {"own": own_cost(given) / given["calls_a_year"]},
            "That is what a call costs. How many of them settle the matter?",
        ),
        Misconception(
            "multiplied",
            lambda given: {"own": own_cost(given) / given["calls_a_year"] * given["own_resolution"]},
            "Cheaper than a call? All costs are spread over fewer matters.",
        ),
        Misconception(
            "the-lower-price-of-a-call",
            lambda given: {"cheaper": VENDOR},
            "It has the lower price for a call. What does a settled matter cost there?",
        ),
    ),
    shows=(
        "agents_cost",
        "rooms",
        "systems",
        "personnel",
        "calls_a_year",
        "own_resolution",
        "price_per_call",
        "vendor_resolution",
    ),
)

# 8. What to ask of a vendor's jobs

ASK = Task(
    "team/ask",
    3,
    "Say what research has found about monitoring, and why confidentiality depends on working conditions.",
    {
        "questions": FreeText(
            60,
            (
                (1, "tells monitoring that goes with well-being from monitoring that goes with exhaustion"),
                (1, "says how far the finding reaches: associations, in two centres, at one time"),
                (1, "asks about two working conditions, and says what each has to do with keeping secrets"),
            ),
        )
    },
    lambda given: {
        "questions": "How soon do agents hear what was thought of a call, by which criteria, and what for? "
        "In two British centres people were better off where feedback was quick and clear and served their "
        "development, and more exhausted where they felt watched all the time. That is an association and "
        "proves no cause. How many months have the people on our contract been with you, and what do they "
        "earn compared with the shops nearby? Whoever means to stay has something to lose by passing on what "
        "our customers say."
    },
    "Pay and length of service in a bid are terms of security too, and not only of cost.",
    ("What did the study ask, of whom, and how often?", "Who on a vendor's floor could pass something on, and why?"),
)

UNIT = Unit(
    "team",
    "A team that answers",
    60,
    data,
    (COUNTS, PATH, ROLES_TASK, HIDDEN, FIRST, MISSING, TERMS, ASK),
    (
        Rows("places", "Six places", (("place", "", 0), ("who and what", "", 0))),
        Quantity("dialled", "Dialled the number, by the telephone company", "calls"),
        Quantity("offered", "Reached the distributor, by its own report", "calls"),
        Quantity("gave_up", "Gave up in the queue, by the same report", "calls"),
        Rows("scenes", "Five people of a centre", (("who", "", 0), ("does this", "", 0))),
        Quantity("answered_a_week", "Calls answered in a week", "calls"),
        Quantity("unanswered_a_week", "Calls not answered in a week", "calls"),
        Quantity("talk_minutes", "Talk of a call", "minutes"),
        Quantity("minutes_to_find_back", "To get back to one's work after it", "minutes"),
        Quantity("hourly_cost", "An hour of a sales person, charges included", "EUR"),
        Quantity("weeks", "Weeks a year in which the firm is open", "weeks"),
        Rows("centres", "Three places on their way", (("centre", "", 0), ("how it is", "", 0))),
        Rows("figures", "One figure of each of five centres", (("centre", "", 0), ("figure", "", 0))),
        Quantity("agents_cost", "Agents and supervisors of the firm's own centre", "EUR a year"),
        Quantity("rooms", "Rooms", "EUR a year"),
        Quantity("systems", "Systems", "EUR a year"),
        Quantity("personnel", "Its share of the personnel department", "EUR a year"),
        Quantity("calls_a_year", "Calls", "a year"),
        Quantity("own_resolution", "Matters settled in a call, own centre", "%"),
        Quantity("price_per_call", "The vendor's price of a call", "EUR", 2),
        Quantity("vendor_resolution", "Matters settled in a call, vendor", "%"),
    ),
)
