"""What type of centre is this? Facts in, three answers out, each with its reasons."""

from ..model import typology
from .shared.charts import MapChart
from .shared.controls import Choice, ManyOf
from .shared.lab import Group, Lab, Preset
from .shared.lesson import ChoiceGuess, GuessOption, Scene
from .shared.three_axes import DIRECTION, FORMALITY, SOURCING, words
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled

HOLDERS = (("client", "the firm itself"), ("vendor", "the vendor"), ("both", "some each"))
HOURS = (
    ("evenings", "evenings"),
    ("nights", "nights"),
    ("weekends", "weekends"),
    ("peaks", "peaks of the day"),
)
ACTIVITIES = (
    ("information", "information"),
    ("complaints", "complaints"),
    ("technical-support", "technical support"),
    ("help-desk", "help desk"),
    ("order-taking", "order taking"),
    ("telesales", "telesales"),
    ("telemarketing", "telemarketing"),
    ("debt-collection", "debt collection"),
    ("appointment-setting", "appointment setting"),
    ("surveys", "surveys"),
)
MARKS = (
    ("premises", "premises of its own"),
    ("architecture", "a specialised architecture"),
    ("organisation", "a human organisation of its own"),
    ("head", "a head"),
    ("department", "a department it belongs to"),
)
AGENTS = "Agents employed by"
PREMISES = "Premises run by"
EQUIPMENT = "Equipment owned by"
VENDOR_TAKES = "Hours a vendor takes in a place of its own"
FACTS = (
    ("agents_employed_by", AGENTS),
    ("premises_run_by", PREMISES),
    ("equipment_owned_by", EQUIPMENT),
    ("vendor_takes", VENDOR_TAKES),
    ("activities", "Activity"),
)
AXES = (("sourcing", "sourcing"), ("direction", "direction"), ("formality", "formality"))
ANSWERS = SOURCING + DIRECTION + FORMALITY
YES = "yes"
NO = "no"


def make_view(values):
    """Return what the facts say of the centre."""
    answer = typology.classify(values)
    return View(
        headline=headline(values, answer),
        figures=figures(values),
        table=table(answer),
        charts=[chart(values, answer)],
        notes=[sourcing_note(values, answer), direction_note(answer), formality_note(answer)],
    )


def headline(values, answer):
    """Return the three answers in one line."""
    parts = dict(zip(("sourcing", "direction", "formality"), place_of(answer)))
    parts["marks"] = Quantity(len(values["marks"]))
    return filled(HEADLINES[answer["formality"] == "borderline"], parts)


# by whether some of the marks of a formal centre are there, and not all
HEADLINES = {
    False: "Sourcing: {sourcing}. Direction: {direction}. Formality: {formality}.",
    True: "Sourcing: {sourcing}. Direction: {direction}. Formality: {formality}, with {marks} of five marks.",
}


def figures(values):
    """Return the counts behind the three answers."""
    holders = [values["agents_employed_by"], values["premises_run_by"], values["equipment_owned_by"]]
    shared = [holder != "client" for holder in holders] + [bool(values["vendor_takes"])]
    inbound = len([activity for activity in values["activities"] if activity in typology.INBOUND_ACTIVITIES])
    return [
        Figure(
            "vendor_parts",
            "Of people, premises, equipment and hours, how many involve a vendor",
            Quantity(shared.count(True)),
        ),
        Figure("inbound_activities", "Inbound activities", Quantity(inbound)),
        Figure("outbound_activities", "Outbound activities", Quantity(len(values["activities"]) - inbound)),
        Figure("formal_marks", "Marks of a formal centre, out of five", Quantity(len(values["marks"]))),
    ]


def table(answer):
    """Return the reasons, one a row."""
    return Table(
        "Each fact, and what it points to",
        [
            Column("fact", "Fact"),
            Column("value", "In this centre"),
            Column("axis", "Axis"),
            Column("points_to", "Points to"),
        ],
        [
            fact_and_value(reason) + [words(AXES, reason["axis"]), words(ANSWERS, reason["points_to"])]
            for reason in answer["reasons"]
        ],
    )


def fact_and_value(reason):
    """Return a reason's fact and value in words."""
    fact = reason["fact"]
    value = reason["value"]
    if fact == "marks":
        return [words(MARKS, value), YES if reason["holds"] else NO]
    options = {"vendor_takes": HOURS, "activities": ACTIVITIES}.get(fact, HOLDERS)
    return [words(FACTS, fact), words(options, value)]


# by whether cases of the book stand in the same place
NEIGHBOURS = {
    False: "A grid of sourcing and direction, each row in three lanes by formality, with the book's cases "
    "standing faintly in theirs. This centre stands at {sourcing}, {direction}, {formality}: {marks} of the "
    "five marks of a formal centre are there. None of the book's cases stands there: see how far away the "
    "nearest is.",
    True: "A grid of sourcing and direction, each row in three lanes by formality, with the book's cases "
    "standing faintly in theirs. This centre stands at {sourcing}, {direction}, {formality}: {marks} of the "
    "five marks of a formal centre are there. Look at its neighbours: {cases}.",
}


def chart(values, answer):
    """Return the grid of types, formality included, with this centre and the book's cases in their places."""
    place = place_of(answer)
    places = [place_of(typology.classify(LAB.complete(preset.values))) for preset in PRESETS]
    cases = list(zip(SHORT_LABELS, places))
    parts = dict(zip(("sourcing", "direction", "formality"), place))
    parts["marks"] = Quantity(len(values["marks"]))
    parts["cases"] = [preset.label for preset, (_, where) in zip(PRESETS, cases) if where == place]
    return MapChart(
        "Where this centre stands",
        filled(NEIGHBOURS[bool(parts["cases"])], parts),
        [label for _, label in SOURCING],
        [label for _, label in DIRECTION],
        "Sourcing",
        "Direction",
        [(place[0], place[1], "" if parts["cases"] else "here", 0, place[2])],
        lanes=[label for _, label in FORMALITY],
        faint=[(where[0], where[1], where[2], name) for name, where in cases],
    )


def place_of(answer):
    """Return the words of the three answers, on the axes' order."""
    return (
        words(SOURCING, answer["sourcing"]),
        words(DIRECTION, answer["direction"]),
        words(FORMALITY, answer["formality"]),
    )


def sourcing_note(values, answer):
    """Return why the sourcing is what it is, with its section."""
    if answer["sourcing"] == "mixed":
        return mixed_note(values)
    sentences = {
        "in-house": "In-house: the agents, the premises and the equipment are the firm's own, at all hours.",
        "outsourced": "Outsourced: a company outside the firm employs the agents, runs the premises and owns "
        "the equipment.",
    }
    return Note(Text(sentences[answer["sourcing"]]), answer["sections"]["sourcing"])


def mixed_note(values):
    """Return which of the mixed forms this is, with its section."""
    agents = values["agents_employed_by"]
    premises = values["premises_run_by"]
    section = "mixed-solution#three-ways"
    if agents == "vendor" and premises == "client":
        sentence = "Mixed: agents whom a vendor selects, trains and pays work in the firm's own premises."
    elif agents == premises == "client" and values["vendor_takes"]:
        sentence = "Mixed: the firm runs its own centre, and a vendor takes some hours or the peaks."
    elif agents == premises == "client":
        sentence = "Mixed: the firm's agents work in its premises, on equipment in which a vendor has a part."
    else:
        sentence = "Mixed: the firm and a vendor share the people, the premises, the equipment or the hours."
        section = "in-house-outsourced-mixed#mixed"
    return Note(Text(sentence), section)


def direction_note(answer):
    """Return what the direction means for the work, with its section."""
    sentences = {
        "inbound": "Inbound: customers decide when they call; the unforeseen must be managed all the time.",
        "outbound": "Outbound: the centre decides whom it calls and when; the work follows a programme.",
        "blended": "Blended: planned calls go out, and calls that nobody planned come in.",
    }
    return Note(Text(sentences[answer["direction"]]), answer["sections"]["direction"])


def formality_note(answer):
    """Return what the marks say, naming the missing ones, with its section."""
    section = answer["sections"]["formality"]
    if answer["formality"] == "formal":
        return Note(
            Text("Formal: all five marks are there; the organisation chart shows the centre."), section
        )
    if answer["formality"] == "informal":
        return Note(
            Text("Informal: not one mark is there; people take calls alongside their main work."), section
        )
    missing = [words(MARKS, mark) for mark in answer["missing_marks"]]
    return Note(
        Text("Borderline: some of the five marks are there. Missing: {marks}.", marks=missing), section
    )


# the book's invented centres, in the order of its chapters
PRESETS = (
    Preset(
        "Water company",
        {"agents_employed_by": "client", "vendor_takes": [], "activities": ["information", "complaints"]},
    ),
    Preset(
        "Water company, bill days at a vendor",
        {
            "agents_employed_by": "client",
            "vendor_takes": ["peaks"],
            "activities": ["information", "complaints"],
        },
    ),
    Preset(
        "Publisher's sales campaign at a vendor",
        {
            "premises_run_by": "vendor",
            "equipment_owned_by": "vendor",
            "vendor_takes": [],
            "activities": ["telesales"],
        },
    ),
    Preset(
        "Boiler firm's two rooms",
        {
            "agents_employed_by": "client",
            "vendor_takes": [],
            "activities": ["technical-support", "appointment-setting"],
        },
    ),
    Preset(
        "Kitchen dealer",
        {
            "agents_employed_by": "client",
            "vendor_takes": [],
            "activities": ["technical-support", "order-taking"],
            "marks": [],
        },
    ),
    Preset(
        "Town hall where office staff take turns",
        {
            "agents_employed_by": "client",
            "vendor_takes": [],
            "activities": ["information"],
            "marks": ["premises", "architecture"],
        },
    ),
    Preset(
        "Insurance broker's client desk",
        {
            "agents_employed_by": "client",
            "vendor_takes": [],
            "activities": ["information"],
            "marks": ["organisation", "head", "department"],
        },
    ),
    Preset(
        "Garden machines under one number",
        {"agents_employed_by": "both", "vendor_takes": ["weekends"], "activities": ["information"]},
    ),
    Preset(
        "Appliance firm's own cell",
        {
            "agents_employed_by": "both",
            "vendor_takes": ["evenings"],
            "activities": ["complaints", "help-desk", "order-taking"],
        },
    ),
)
# the name of each in the picture
SHORT_LABELS = (
    "Water",
    "Bill days",
    "Publisher",
    "Boilers",
    "Kitchens",
    "Town hall",
    "Broker",
    "Garden",
    "Appliance firm",
)


def sourcing_of(figures):
    """Return what the centre of the guess is: mixed as long as the vendor has some part, and not all."""
    return {0: "in-house", 4: "outsourced"}.get(figures["vendor_parts"], "mixed")


GUESS = ChoiceGuess(
    "A vendor employs the agents of this centre, in the firm's own premises, and takes the nights and "
    "weekends in a place of its own. The firm puts the agents on its own payroll. What is the centre then?",
    {"agents_employed_by": "client"},
    (
        GuessOption(
            "in-house",
            "in-house",
            "Not yet. The people, the premises and the equipment are the firm's, but a vendor still takes "
            "the nights and weekends. As long as it does, the centre is mixed.",
        ),
        GuessOption(
            "mixed",
            "mixed",
            "Yes, it stays mixed. The people, the premises and the equipment are the firm's, but a vendor "
            "still takes the nights and weekends.",
        ),
        GuessOption(
            "outsourced",
            "outsourced",
            "No, it is mixed. Outsourced would mean that a vendor has the people, the premises and the "
            "equipment; here it only takes the nights and weekends.",
        ),
    ),
    sourcing_of,
)
SCENES = (
    Scene(
        "The last fact",
        {"agents_employed_by": "client"},
        "vendor_takes",
        [],
        "The agents are the firm's own now, and the centre is still mixed. Untick the hours that a vendor "
        "takes.",
        "Now no vendor has a part in it, and the centre is in-house. A single fact had kept it mixed.",
    ),
    Scene(
        "One more activity",
        {},
        "activities",
        ["information", "help-desk", "telesales"],
        "This centre answers calls and makes none. Tick telesales as well.",
        "With {inbound_activities} inbound activities and {outbound_activities} outbound, it is blended. "
        "How many calls each brings does not matter.",
    ),
    Scene(
        "One mark fewer",
        {},
        "marks",
        ["premises", "architecture", "organisation", "head"],
        "All five marks of a formal centre are there. Take away the department it belongs to.",
        "With {formal_marks} of the five marks the centre stands on the borderline between formal and "
        "informal. Nothing about its calls has changed.",
    ),
)

LAB = Lab(
    name="classify",
    title="What type of centre is this?",
    purpose="Place a centre on three axes, sourcing, direction and formality, and see which facts decide.",
    question=(
        "Put the agents on the firm's own payroll. Is the centre in-house now? If not, which fact still "
        "stands in the way?"
    ),
    groups=(
        Group(
            "Who does what",
            (
                Choice(
                    "agents_employed_by",
                    AGENTS,
                    "vendor",
                    HOLDERS,
                    "Who selects, trains and pays them, wherever they sit.",
                ),
                Choice(
                    "premises_run_by",
                    PREMISES,
                    "client",
                    HOLDERS,
                    "The rooms in which most of the calls are handled.",
                ),
                Choice(
                    "equipment_owned_by",
                    EQUIPMENT,
                    "client",
                    HOLDERS,
                    "Telephone system, workstations and software.",
                ),
                ManyOf(
                    "vendor_takes",
                    VENDOR_TAKES,
                    ["nights", "weekends"],
                    HOURS,
                    "When calls go to a vendor elsewhere; tick none if they never do.",
                ),
            ),
        ),
        Group(
            "What it does",
            (
                ManyOf(
                    "activities",
                    "Activities",
                    ["information", "help-desk"],
                    ACTIVITIES,
                    "At least one. The first five answer calls that come in; the others make calls.",
                ),
            ),
            is_open=False,
        ),
        Group(
            "Its place in the firm",
            (
                ManyOf(
                    "marks",
                    "Marks of a formal centre",
                    ["premises", "architecture", "organisation", "head", "department"],
                    MARKS,
                    "A centre that stands in the organisation chart shows these five marks.",
                ),
            ),
            is_open=False,
        ),
    ),
    make_view=make_view,
    presets=PRESETS,
    guess=GUESS,
    scenes=SCENES,
)
