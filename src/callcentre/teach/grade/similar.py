"""Near-identical work, side by side: a hint for a talk, and no verdict."""

import io
import itertools
import tokenize
from collections import Counter

from rapidfuzz import fuzz

from . import matching, web_pages
from .choosing import NothingHere, chosen
from .notebook_files import Unreadable

SHORTEST = 25  # tokens: what is shorter looks the same from anybody
ALIKE = 92  # per cent
MOST_SHARE = 3  # an answer that more have is the usual one
NOT_READ = (
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.ENCODING,
    tokenize.INDENT,
    tokenize.DEDENT,
)


def find(exercise, students):
    """Return pairs of answers that are near-identical, the most alike first.

    Parameters
    ----------
    exercise : callcentre.teach.grade.exercise.Exercise
    students : sequence of (Student, HandIn)
    """
    answers = {}
    for student, hand_in in students:
        for name, source in sources(exercise, hand_in).items():
            answers.setdefault(name, []).append((student.name or student.student, source, tokens(source)))
    pairs = [pair for name, found in answers.items() for pair in alike(exercise, name, found)]
    return sorted(pairs, key=lambda pair: -pair["likeness"])


def sources(exercise, hand_in):
    """Return a student's answers by grade id; none where nothing can be read."""
    if hand_in is None:
        return {}
    try:
        return matching.plan(exercise, chosen(hand_in.files, exercise).notebook).answers
    except (NothingHere, Unreadable):
        return {}


def alike(exercise, name, found):
    """Return the pairs of students whose answers to one cell are near-identical, and not what most have."""
    handed_out = set(tokens(exercise.by_id[name].source))
    own = [one for one in found if len([word for word in one[2] if word not in handed_out]) >= SHORTEST]
    common = Counter(tuple(one[2]) for one in own)
    own = [one for one in own if common[tuple(one[2])] <= max(MOST_SHARE, len(found) // 10)]
    for first, second in itertools.combinations(own, 2):
        likeness = fuzz.ratio(first[2], second[2], score_cutoff=ALIKE)
        if likeness:
            yield {
                "answer": name,
                "first": first[0],
                "second": second[0],
                "likeness": round(likeness),
                "first_source": first[1],
                "second_source": second[1],
            }


def tokens(source):
    """Return a source as Python's words without comments and line breaks; a text's words one by one."""
    try:
        found = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return source.split()
    words = []
    for token in found:
        if token.type not in NOT_READ:
            words += token.string.split() or [token.string]
    return words


def write(path, exercise, students):
    """Write the page; return how many pairs stand in it."""
    pairs = find(exercise, students)
    web_pages.write(path, "similar.html", exercise=exercise, pairs=pairs)
    return len(pairs)
