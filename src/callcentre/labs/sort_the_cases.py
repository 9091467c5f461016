"""Sort the cases: eighteen invented centres, three axes, two tries, and what in the case decides."""

from ..model import typology
from ..model.typology import cases, sorting
from .shared.charts import Axis, BarChart
from .shared.controls import Choice, Number, Record, Slider, Switch
from .shared.lab import Group, Lab
from .shared.lesson import Scene
from .shared.needs import Need, not_at
from .shared.three_axes import DIRECTION, FORMALITY, SOURCING, words
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled

NOT_YET = "not-yet"
CHECKED = ".checked"
# (axis, label, its answers, what to ask of a case, the section on what can be argued)
AXES = (
    (
        "sourcing",
        "Sourcing",
        SOURCING,
        "Who employs the agents, houses them and equips them, and does a vendor take some hours?",
        "in-house-outsourced-mixed#where-definitions-strain",
    ),
    (
        "direction",
        "Direction",
        DIRECTION,
        "Who starts the calls?",
        "inbound-outbound-blended#direction-borderline",
    ),
    (
        "formality",
        "Formality",
        FORMALITY,
        "Which of the five marks are there: premises, architecture, people of its own, head, department?",
        "formal-and-informal#borderline",
    ),
)
RULES = (
    ("in-house", "In-house: the firm employs, houses and equips, at all hours."),
    ("outsourced", "Outsourced: a company outside the firm employs, houses and equips."),
    ("mixed", "Mixed: firm and vendor share the people, the premises, the equipment or the hours."),
    ("inbound", "Inbound: those who ring start the calls."),
    ("outbound", "Outbound: the centre starts the calls, from a programme."),
    ("blended", "Blended: the same people receive and make calls."),
    ("formal", "Formal: all five marks are there."),
    ("borderline", "Borderline: some of the five marks are there. Name the missing ones."),
    ("informal", "Informal: not one of the five marks is there."),
)
STANDINGS = (
    ("first", "Right at the first try"),
    ("second", "Right at the second try"),
    ("missed", "Missed"),
)
MOST_SEED = 9999
PICKED = Need(
    "There is nothing to check yet: pick an answer first.",
    *[not_at(axis, NOT_YET) for axis, _, _, _, _ in AXES],
)


class Answers(Record):
    """The tries so far, as `sorting.read` reads them."""

    def check(self, value):
        sorting.read(super().check(value))
        return value


def settle(values):
    """Return values that agree: answers newly checked are remembered, and a case shows what it was given.

    A case newly shown takes up the answers it was given before. An answer that holds, or was the last try,
    stays. The button stays pressed until an answer is changed; pressed anew, it is the second try.
    """
    case = case_of(values)
    name = str(case.number)
    shown = values["shown_case"]
    is_new = shown not in (name, name + CHECKED)
    picks = {axis: values[axis] for axis in cases.AXES}
    is_ticked = values["checked"]
    if is_new and shown:
        picks = dict.fromkeys(cases.AXES, NOT_YET)
        is_ticked = False
    tries = sorting.read(values["answers"])
    if is_ticked and shown != name + CHECKED:
        tries = sorting.with_answers(tries, case, picks)
    given = sorting.tried(tries, case)
    for axis in cases.AXES:
        if given[axis] and (picks[axis] == NOT_YET or not sorting.is_open(case, axis, given[axis])):
            picks[axis] = given[axis][-1]
    is_checked = is_ticked or (is_new and case.number in tries)
    for axis in cases.AXES:
        is_checked = is_checked and picks[axis] in [NOT_YET] + given[axis][-1:]
    settled = dict(values)
    settled.update(picks)
    settled["checked"] = is_checked
    settled["answers"] = sorting.written(tries)
    settled["shown_case"] = name + (CHECKED if is_checked else "")
    return settled


def case_of(values):
    """Return the case whose turn it is in the order."""
    return cases.in_order(values["seed"])[values["case"] - 1]


def make_view(values):
    """Return the case, what its answers are worth, and the score."""
    case = case_of(values)
    tries = sorting.read(values["answers"])
    given = sorting.tried(tries, case)
    return View(
        headline=headline(values, case, tries),
        figures=figures(tries),
        table=Table(
            "Your answers to this case",
            [
                Column("axis", "Axis"),
                Column("answers", "Your answers"),
                Column("why", "What to look at"),
            ],
            [feedback(axis, case, given[axis[0]]) for axis in AXES],
        ),
        charts=[chart(tries)],
        notes=notes(case, given),
        passage=Text("{title}. {case}", title=case.title, case=case.text),
        table_first=True,
    )


def headline(values, case, tries):
    """Return how this case stands, and the points so far."""
    everything = sorting.counts(tries, cases.CASES)
    here = sorting.counts(tries, [case])
    right = here["first"] + here["second"]
    judged = [axis for axis in cases.AXES if sorting.tried(tries, case)[axis]]
    parts = {
        "place": Quantity(values["case"]),
        "cases": Quantity(len(cases.CASES)),
        "points": points(everything["points"]),
        "possible": Quantity(len(cases.CASES) * len(cases.AXES)),
        "right": Quantity(right),
        "judged": Quantity(len(judged)),
        "earned": points(here["points"]),
        "most": Quantity(len(cases.AXES)),
        "first": Quantity(everything["first"]),
    }
    return filled(HEADLINES[standing(everything, here, right, judged)], parts)


def standing(everything, here, right, judged):
    """Return a key of `HEADLINES`."""
    if not everything["open"]:
        return "all"
    if not here["open"]:
        return "case"
    if judged:
        return "again" if len(judged) > right else "part"
    return "next" if everything["cases"] else "begin"


HEADLINES = {
    "begin": "Case {place} of {cases}: read it, pick an answer on each axis, and have them checked.",
    "next": "Case {place} of {cases}: pick an answer on each axis. You have {points} of {possible} points.",
    "part": "Case {place}: {right} of {judged} right. Now answer the rest.",
    "again": "Case {place}: {right} of {judged} right. The others have a second try.",
    "case": "Case {place}: {earned} of {most} points. In all you have {points} of {possible}.",
    "all": "All {cases} cases are sorted: {points} of {possible} points, {first} right at the first try.",
}


def points(number):
    """Return points, with a decimal where there are halves."""
    whole = int(number)
    return Quantity(whole) if number == whole else Quantity(number, "", 1)


def figures(tries):
    """Return the score so far."""
    everything = sorting.counts(tries, cases.CASES)
    return [
        Figure("cases_answered", "Cases begun, of 18", Quantity(everything["cases"])),
        Figure("right_at_first_try", "Answers right at the first try", Quantity(everything["first"])),
        Figure("right_at_second_try", "Answers right at the second try", Quantity(everything["second"])),
        Figure("points", "Points, of 54", points(everything["points"])),
    ]


# by whether there were two tries, and how they stand
TRIED = {
    (False, "open"): "{first}: does not hold",
    (False, "holds"): "{first}: holds",
    (False, "argued"): "{first}: holds; it can be argued",
    (False, "missed"): "{first}: does not hold; it is {answer}",
    (True, "holds"): "{first}, then {second}: holds",
    (True, "argued"): "{first}, then {second}: holds; it can be argued",
    (True, "missed"): "{first}, then {second}: does not hold; it is {answer}",
}
LOOK_AGAIN = "Look again at: “{fact}”."
WHY = "“{fact}”. {why}"


def feedback(axis, case, given):
    """Return an axis's row: what was answered and whether it holds, and what in the case decides."""
    name, label, options, question, _ = axis
    verdict = case.verdicts[name]
    if not given:
        return [label, None, question]
    if sorting.is_open(case, name, given):
        stands = "open"
    elif sorting.holds(case, name, given):
        stands = "argued" if verdict.can_be_argued else "holds"
    else:
        stands = "missed"
    tried = TRIED[(len(given) > 1, stands)]
    parts = {
        "first": words(options, given[0]),
        "second": words(options, given[-1]),
        "answer": words(options, verdict.accepted[0]),
        "fact": verdict.fact,
        "why": verdict.why,
    }
    why = LOOK_AGAIN if stands == "open" else WHY
    return [label, put_in(tried, parts), put_in(why, parts)]


def put_in(template, parts):
    """Return a template with words in its places; a table's cell is words."""
    for name in parts:
        template = template.replace("{" + name + "}", parts[name])
    return template


def chart(tries):
    """Return how the answers given on each axis stand."""
    by_axis = [sorting.counts(tries, cases.CASES, [axis]) for axis in cases.AXES]
    parts = {"cases": Quantity(len(cases.CASES))}
    for (axis, _, _, _, _), found in zip(AXES, by_axis):
        for kind, _ in STANDINGS:
            parts[axis + "_" + kind] = Quantity(found[kind])
    return BarChart(
        "Answers so far",
        Text(
            "A bar for each axis, of {cases} answers at most. Sourcing: {sourcing_first} right at the first "
            "try, {sourcing_second} at the second, {sourcing_missed} missed. Direction: {direction_first}, "
            "{direction_second}, {direction_missed}. Formality: {formality_first}, {formality_second}, "
            "{formality_missed}.",
            **parts,
        ),
        [label for _, label, _, _, _ in AXES],
        Axis("Answers"),
        [(kind, label, [found[kind] for found in by_axis]) for kind, label in STANDINGS],
    )


def notes(case, given):
    """Return, for each axis that is settled, the rule or the arguments; and how points are counted."""
    found = []
    for axis, label, options, _, section in AXES:
        verdict = case.verdicts[axis]
        if sorting.is_open(case, axis, given[axis]):
            continue
        if not verdict.can_be_argued:
            answer = verdict.accepted[0]
            found.append(Note(Text(words(RULES, answer)), typology.section_of(answer)))
            continue
        for each in verdict.answers:
            found.append(
                Note(
                    Text(
                        "{axis} can be argued. For {answer}: {argument}",
                        axis=label,
                        answer=words(options, each.answer),
                        argument=each.argument,
                    ),
                    section,
                )
            )
    found.append(
        Note(
            Text(
                "A point for an answer right at the first try, half a point at the second. Where a case can "
                "be argued, every answer that can be defended counts in full."
            )
        )
    )
    return found


def axis_choice(axis, label, options, explanation):
    return Choice(axis, label, NOT_YET, ((NOT_YET, "not yet picked"),) + options, explanation)


FIRST = cases.in_order(1)[0]
SCENES = (
    Scene(
        "Who runs it",
        {},
        "sourcing",
        FIRST.verdicts["sourcing"].accepted[0],
        "Read the case. Who employs the agents, houses them and equips them? Pick an answer.",
        "Nothing is told yet: an answer counts once you have it checked. Where a vendor has a part "
        "in any of these, or takes some hours, neither of the two pure answers holds.",
    ),
    Scene(
        "Who starts the calls",
        {},
        "direction",
        FIRST.verdicts["direction"].accepted[0],
        "The same case, and another question: who starts the calls? Pick an answer.",
        "What is said in a call does not decide it. A call that sells something is inbound if the customer "
        "rang.",
    ),
    Scene(
        "Whether it shows",
        {},
        "formality",
        FIRST.verdicts["formality"].accepted[0],
        "Look for five marks: premises, architecture, people of its own, a head, a department. Pick an "
        "answer.",
        "Size does not decide it. All five marks make a centre formal, not one makes it informal, and "
        "anything in between is borderline.",
    ),
)

LAB = Lab(
    name="sort-the-cases",
    title="Sort the cases",
    purpose="Place eighteen invented centres on the three axes, and find the words in each case that decide.",
    question="Sort a case, then ask: which single fact would have to change for another answer to be right?",
    groups=(
        Group(
            "The case, and your answers",
            (
                axis_choice("sourcing", "Sourcing", SOURCING, "Who runs the centre."),
                axis_choice("direction", "Direction", DIRECTION, "Who starts the calls."),
                axis_choice(
                    "formality", "Formality", FORMALITY, "Whether the centre shows in the organisation chart."
                ),
                Switch(
                    "checked",
                    "Check my answers",
                    False,
                    "Press it once you have picked. To try a second time, pick another answer and press it "
                    "again.",
                    needs=(PICKED,),
                    is_button=True,
                ),
                Slider(
                    "case",
                    "Case",
                    1,
                    1,
                    len(cases.CASES),
                    1,
                    "Go on whenever you like; answers that were checked are kept.",
                    next_label="Go on to the next case",
                ),
            ),
        ),
        Group(
            "Order",
            (
                Number(
                    "seed",
                    "Seed of the order",
                    1,
                    0,
                    MOST_SEED,
                    1,
                    "A different number shuffles the cases differently.",
                ),
                Answers(
                    "answers",
                    "Answers so far",
                    "",
                    "What was answered in each case, at the first and the second try.",
                    longest=400,
                ),
                Record("shown_case", "Case shown", "", "The case to which the answers belong.", longest=20),
            ),
            is_open=False,
        ),
    ),
    make_view=make_view,
    settle=settle,
    scenes=SCENES,
)
