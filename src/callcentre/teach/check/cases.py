"""Whether the cases to sort still say what their verdicts rest on, and the typology agrees."""

from ...model import typology
from ...model.typology import cases, sorting

WORDS = dict(zip(cases.AXES, sorting.WORDS, strict=True))


def troubles():
    """Return a sentence for each thing that no longer fits in a case."""
    return [f"case {case.title!r}: {trouble}" for case in cases.CASES for trouble in of_case(case)]


def of_case(case):
    """Yield what no longer fits in a case."""
    read = typology.classify(case.profile)
    for axis in cases.AXES:
        verdict = case.verdicts[axis]
        if case.text.count(verdict.fact) != 1:
            yield f"the fact that decides on {axis}, {verdict.fact!r}, must stand in its text once"
        if read[axis] != verdict.accepted[0]:
            yield f"by its facts the typology calls it {read[axis]}; its verdict says {verdict.accepted[0]}"
        for answer in verdict.answers:
            yield from of_answer(case, axis, answer)
    argued = [axis for axis in cases.AXES if case.verdicts[axis].can_be_argued]
    if len(argued) > 1:
        yield f"it can be argued on {' and '.join(argued)}; one axis is the most"


def of_answer(case, axis, answer):
    """Yield what no longer fits in one of the answers that hold on an axis."""
    if answer.answer not in WORDS[axis]:
        yield f"{answer.answer!r} is no answer on {axis}; there are {', '.join(WORDS[axis])}"
    if case.verdicts[axis].can_be_argued and not answer.argument.endswith("."):
        yield f"{answer.answer} is one of two answers on {axis} and has no argument"
    read = typology.classify({**case.profile, **answer.facts})
    if read[axis] != answer.answer:
        yield f"the facts as read for {answer.answer} make it {read[axis]}"
    for other in cases.AXES:
        if other != axis and read[other] != case.verdicts[other].accepted[0]:
            yield f"the facts as read for {answer.answer} on {axis} change its {other} as well"
