"""Near-identical work, side by side: a hint for a talk, and no verdict."""

import io
import itertools
import tokenize

from rapidfuzz import fuzz

from . import matching, web_pages
from .choosing import NothingHere, chosen
from .notebook_files import Unreadable

SHORTEST = 25  # tokens: what is shorter looks the same from anybody
ALIKE = 92  # per cent
MOST_SHARE = 3  # an answer that more have is told in one line, not pair by pair
NOT_READ = (
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.ENCODING,
    tokenize.INDENT,
    tokenize.DEDENT,
)


def find(exercise, students):
    """Return pairs of near-identical answers, the most alike first, and larger groups with one answer.

    Parameters
    ----------
    exercise : callcentre.teach.grade.exercise.Exercise
    students : sequence of (Student, HandIn)
    """
    answers = {}
    for student, hand_in in students:
        for name, source in sources(exercise, hand_in).items():
            answers.setdefault(name, []).append((student.name or student.student, source, tokens(source)))
    pairs, groups = [], []
    for name, found in answers.items():
        single, together = divided(exercise, name, found)
        pairs += alike(name, single)
        groups += [{"answer": name, "who": who} for who in together]
    groups.sort(key=lambda group: -len(group["who"]))
    return sorted(pairs, key=lambda pair: -pair["likeness"]), groups


def sources(exercise, hand_in):
    """Return a student's answers by grade id; none where nothing can be read."""
    if hand_in is None:
        return {}
    try:
        return matching.plan(exercise, chosen(hand_in.files, exercise).notebook).answers
    except (NothingHere, Unreadable):
        return {}


def divided(exercise, name, found):
    """Return the answers to one cell that are compared, and the names of each larger group with one answer.

    What was handed out, and little more, is nobody's own. A larger group is compared as one.
    """
    handed_out = set(tokens(exercise.by_id[name].source))
    own = [one for one in found if len([word for word in one[2] if word not in handed_out]) >= SHORTEST]
    same = {}
    for one in own:
        same.setdefault(tuple(one[2]), []).append(one)
    single, groups = [], []
    for group in same.values():
        if len(group) <= max(MOST_SHARE, len(found) // 10):
            single += group
        else:
            groups.append([who for who, _, _ in group])
            single.append((", ".join(groups[-1]), *group[0][1:]))
    return single, groups


def alike(name, own):
    """Return the pairs of students whose answers to one cell are near-identical."""
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
    """Write the page; return how many pairs and larger groups stand in it."""
    pairs, groups = find(exercise, students)
    web_pages.write(path, "similar.html", exercise=exercise, pairs=pairs, groups=groups)
    return len(pairs), len(groups)
