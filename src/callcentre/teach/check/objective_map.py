"""Whether each objective is taught, seen, practised and asked."""

from ... import exercises, labs
from ...model.check import InputError
from ...page import objectives

TABLE = "book/objectives.csv"
FEWEST, MOST = 3, 6


def stated(root):
    """Return the objectives that pages state, in order: "page/number" each."""
    return [
        f"{page}/{number}"
        for page in objectives.PAGES
        for number, _ in enumerate(objectives.words(root, page), start=1)
    ]


def troubles(root):
    """Return a sentence for each thing that no longer fits between pages, tasks, questions and the table."""
    places, asked, wanted = objectives.places(root), objectives.questions(root), stated(root)
    found = [trouble for page in objectives.PAGES for trouble in of_page(root, page)]
    found += [f"{TABLE} has no row for {one}" for one in wanted if one not in places]
    found += [f"{TABLE} has a row for {one}, which no page states" for one in places if one not in wanted]
    for one in [one for one in wanted if one in places]:
        found += [f"objective {one} {trouble}" for trouble in of_objective(root, places[one], asked.get(one))]
    return found + [
        f"a question asks about objective {one}, which no page states"
        for one in sorted(set(asked) - set(wanted))
    ]


def of_page(root, page):
    """Yield what is wrong with how many objectives a page states."""
    number = len(objectives.words(root, page))
    if not FEWEST <= number <= MOST:
        yield f"{page} numbers {number} objectives; from {FEWEST} to {MOST} are asked for"


def of_objective(root, row, questions):
    """Yield what an objective lacks by its row of the table, with the questions that ask about it."""
    page = row["page"]
    if row["section"] not in objectives.sections(root, page):
        yield f"is taught in the section {row['section']!r}, which {page} does not have"
    see = page if page in labs.NAMES else row["see"]
    if see and see not in labs.NAMES and f":name: {see}\n" not in objectives.text_of(root, page):
        yield f"is seen in {see!r}, which is no lab and no figure of {page}"
    for task in row["tasks"].split():
        try:
            exercises.task(task)
        except InputError as error:
            yield f"is practised in a task that is not there: {error}"
    for there, what in ((see, "lab or figure"), (row["tasks"], "task"), (questions, "question")):
        if not there:
            yield f"has no {what}"
