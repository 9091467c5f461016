"""Pages to read: feedback for each student, answers in words to mark, and work that is alike.

A student's words stand in them as text: everything is escaped, and the page allows no script at all.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined

from .judging import BY_HAND

TEMPLATES = Environment(
    loader=PackageLoader("callcentre.teach.grade", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
HEADS = {
    "right": "Right",
    "wrong": "Not yet",
    "kind": "Not yet",
    "empty": "No answer",
    BY_HAND: "Read by your teacher",
}


def write(path, template, **values):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATES.get_template(template).render(**values), encoding="utf-8", errors="replace")


def feedback(folder, exercise, records):
    """Write a page for each student whose work was run."""
    for record in records:
        if record.answered:
            write(
                folder / f"{record.slug}.html",
                "feedback.html",
                exercise=exercise,
                who=record.student.name or record.student.student,
                total=record.total(exercise),
                tasks=[task(record, asked) for asked in exercise.asked],
            )


def task(record, asked):
    """Return what a student reads of one task."""
    found = record.answered.get(asked.name)
    state = BY_HAND if record.waits(asked) else found.state if found else "empty"
    return {
        "name": asked.short_name,
        "objective": asked.task.objective,
        "head": HEADS[state],
        "state": state.replace(" ", "-"),
        "points": record.points(asked),
        "of": asked.task.points,
        "answer": found.answer if found else "",
        "message": found.message if found else "It was not reached.",
        "rubric": asked.task.rubric,
    }


def to_mark(path, exercise, records):
    """Write the answers in words with their rubric, task by task; return how many wait for a mark."""
    tasks = [
        {
            "name": asked.short_name,
            "objective": asked.task.objective,
            "rubric": asked.task.rubric,
            "answers": [
                {
                    "who": one.student.name or one.student.student,
                    "before": one.old_mark_in_words(asked),
                    "words": one.answered[asked.name].answer,
                }
                for one in records
                if one.waits(asked)
            ],
        }
        for asked in exercise.asked
        if asked.is_by_hand or any(one.waits(asked) for one in records)
    ]
    write(path, "to-mark.html", exercise=exercise, tasks=tasks)
    return sum(len(one["answers"]) for one in tasks)
