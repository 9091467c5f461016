"""What was answered to the cases: kept as a short text, judged, and counted in points."""

from ..check import InputError
from .cases import AXES, CASES, Case
from .typology import DIRECTION, FORMALITY, SOURCING

MOST_TRIES = 2
POINTS = (1, 0.5)  # for an answer right at the first try, and at the second
WORDS = (SOURCING, DIRECTION, FORMALITY)  # by axis; no two of an axis begin with the same letter
ALLOWED = "tries as this course writes them, such as 7.i.i.i_12.om.b.f for the cases 7 and 12"


def read(answers: str) -> dict:
    """Return the answers given, in the order of the tries.

    Parameters
    ----------
    answers : str
        Cases joined by "_"; of each its number and, for sourcing, direction and formality, the first letter
        of each answer tried: ``"7.i.i.i_12.om.b.f"``. Empty if none was answered.

    Returns
    -------
    dict
        By case number, a dict by axis of a list of the answers tried; a case not answered is left out.

    Raises
    ------
    InputError
        If the text is no such thing, answers a case twice, or goes on after an answer that holds.

    Examples
    --------
    Case 12: outsourced was tried first and then mixed, blended, formal.

    >>> read("12.om.b.f")
    {12: {'sourcing': ['outsourced', 'mixed'], 'direction': ['blended'], 'formality': ['formal']}}
    """
    if not isinstance(answers, str):
        raise InputError("answers", ALLOWED, answers)
    tries: dict = {}
    for part in answers.split("_") if answers else []:
        pieces = part.split(".")
        case = {str(case.number): case for case in CASES}.get(pieces[0])
        if case is None or case.number in tries or len(pieces) != 1 + len(AXES) or not "".join(pieces[1:]):
            raise InputError("answers", ALLOWED, answers)
        tries[case.number] = {}
        for axis, words, letters in zip(AXES, WORDS, pieces[1:]):
            given: list[str] = []
            for letter in letters:
                matching = [word for word in words if word[0] == letter]
                if not matching or not may_try(case, axis, given, matching[0]):
                    raise InputError("answers", ALLOWED, answers)
                given.append(matching[0])
            tries[case.number][axis] = given
    return tries


def written(tries: dict) -> str:
    """Return the text that `read` reads."""
    parts = []
    for number in sorted(tries):
        letters = ["".join([word[0] for word in tries[number][axis]]) for axis in AXES]
        parts.append(".".join([str(number)] + letters))
    return "_".join(parts)


def tried(tries: dict, case: Case) -> dict:
    """Return the answers tried in a case, by axis."""
    return tries.get(case.number) or {axis: [] for axis in AXES}


def holds(case: Case, axis: str, given: list[str]) -> bool:
    """Return whether the last answer tried holds."""
    return bool(given) and given[-1] in case.verdicts[axis].accepted


def is_open(case: Case, axis: str, given: list[str]) -> bool:
    """Return whether there is a try left."""
    return len(given) < MOST_TRIES and not holds(case, axis, given)


def may_try(case: Case, axis: str, given: list[str], answer: str) -> bool:
    """Return whether an answer may follow those tried."""
    return is_open(case, axis, given) and answer not in given


def with_answers(tries: dict, case: Case, answers: dict) -> dict:
    """Return the tries with further answers to a case, by axis; one that may not be tried is left out."""
    given = {}
    for axis, words in zip(AXES, WORDS):
        given[axis] = list(tried(tries, case)[axis])
        if answers.get(axis) in words and may_try(case, axis, given[axis], answers[axis]):
            given[axis].append(answers[axis])
    more = dict(tries)
    if [axis for axis in AXES if given[axis]]:
        more[case.number] = given
    return more


def counts(
    tries: dict, cases: list[Case] | tuple[Case, ...], axes: tuple[str, ...] | list[str] = AXES
) -> dict:
    """Return how the answers to some cases on some axes stand.

    Returns
    -------
    dict
        How many answers are ``first`` (right at the first try), ``second`` (at the second), ``missed`` and
        ``open`` (a try is left); ``cases``, how many have an answer; and ``points``.
    """
    found: dict = {"first": 0, "second": 0, "missed": 0, "open": 0, "cases": 0}
    for case in cases:
        found["cases"] += case.number in tries
        for axis in axes:
            given = tried(tries, case)[axis]
            if holds(case, axis, given):
                found["first" if len(given) == 1 else "second"] += 1
            else:
                found["open" if is_open(case, axis, given) else "missed"] += 1
    found["points"] = found["first"] * POINTS[0] + found["second"] * POINTS[1]
    return found
