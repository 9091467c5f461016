"""Find in a handed-in notebook what the exercise asks for, by its marks or by its content; plan what is run.

Marks are nbgrader's grade ids. Colab, VS Code and copying lose or double them; then a check is known by its
task's name, an answer by the variables it sets, and a cell that was to stay by its words.
"""

import ast
import difflib
import re

from .exercise import check_in, grade_id, seed_in

LOOKS_UP = re.compile(
    r"exercises\.(task|units?|judge)\b|callcentre\.exercises\.\w|\.right\("
    r"|from callcentre\.exercises import .*\b(task|units?|judge)\b"
)
SAME_WORDS = 0.6  # from which likeness on two cells are one that was changed


class Step:
    """One thing to do: run a source or judge a task; ``place`` counts cells from one, 0 is a restored one."""

    def __init__(self, place, source=None, asked=None):
        self.place = place
        self.source = source
        self.asked = asked


class Plan:
    """What is run and judged, in order.

    Attributes
    ----------
    steps : list of Step
    warnings : list of str
        What an instructor should see: checks that were deleted or changed, cells there twice.
    answers : dict
        The source of the answer cell, by grade id.
    is_untouched : bool
        Whether no answer differs from what was handed out.
    """

    def __init__(self, steps, warnings, answers, is_untouched):
        self.steps = steps
        self.warnings = warnings
        self.answers = answers
        self.is_untouched = is_untouched


def plan(exercise, notebook):
    """Return the plan for a handed-in notebook."""
    cells = [cell for cell in notebook.cells if is_code(cell, exercise)]
    checks, answers, locked = places(exercise, cells)
    warnings = [*warnings_of(exercise, cells, checks, locked), *looked_up(cells, checks)]
    sources = {one: "\n\n".join(cells[place].source for place in found) for one, found in answers.items()}
    steps = list(steps_of(exercise, cells, checks, answers, locked))
    untouched = all(
        same(sources.get(grade_id(cell), cell.source), cell.source) for cell in exercise.answer_cells()
    )
    return Plan(steps, warnings, sources, untouched)


def is_code(cell, exercise):
    """Say whether a cell is code, or was, before somebody turned it into words."""
    return cell.cell_type == "code" or (
        grade_id(cell) in exercise.by_id and exercise.by_id[grade_id(cell)].cell_type == "code"
    )


def places(exercise, cells):
    """Return where checks, answers and cells that stay are: lists of places by grade id."""
    by_task = {asked.name: asked.check_id for asked in exercise.asked}
    checks = {asked.check_id: [] for asked in exercise.asked}
    for place, cell in enumerate(cells):
        found = by_task.get(task_checked(cell.source), grade_id(cell))
        if found in checks:
            checks[found].append(place)
    taken = {place for found in checks.values() for place in found}
    rest = [place for place in range(len(cells)) if place not in taken]
    locked = {grade_id(cell): places_of_locked(cell, cells, rest) for cell in exercise.locked_cells()}
    taken = {place for found in locked.values() for place in found}
    rest = [place for place in rest if place not in taken]
    answers = {
        grade_id(cell): places_of_answer(cell, exercise, cells, rest) for cell in exercise.answer_cells()
    }
    return checks, answers, locked


def places_of_locked(cell, cells, rest):
    """Return the places of a cell that was to stay: by its mark, else the one most like it."""
    marked = [place for place in rest if grade_id(cells[place]) == grade_id(cell)]
    if marked:
        return marked
    likeness = {
        place: difflib.SequenceMatcher(None, cells[place].source, cell.source, autojunk=False).ratio()
        for place in rest
        if not grade_id(cells[place])
    }
    best = max(likeness, key=likeness.get, default=None)
    return [best] if best is not None and likeness[best] >= SAME_WORDS else []


def places_of_answer(cell, exercise, cells, rest):
    """Return the places of an answer: by its mark, and any cell that sets its variables."""
    wanted = {name for asked in exercise.answered_in(grade_id(cell)) for name in asked.names}
    return [
        place
        for place in rest
        if grade_id(cells[place]) == grade_id(cell)
        or (not grade_id(cells[place]) and wanted & set(names_set(cells[place].source)))
    ]


def steps_of(exercise, cells, checks, answers, locked):
    """Go through the notebook from top to bottom; cells that were to stay are run as handed out, too."""
    check_at = {place: asked for asked in exercise.asked for place in checks[asked.check_id]}
    locked_at = {place: one for one, found in locked.items() for place in found}
    deleted = [asked for asked in exercise.asked if not checks[asked.check_id]]
    last_answer = {asked: max(answers.get(asked.answer_id) or [-1]) for asked in deleted}
    restored = before(exercise, checks, answers, locked)
    for place, cell in enumerate(cells):
        yield from (Step(0, exercise.by_id[one].source) for one in restored.get(place, ()))
        original = source_of(exercise, check_at.get(place), locked_at.get(place))
        if original is None or not same(cell.source, original):
            yield Step(place + 1, cell.source)
        if place in locked_at:
            yield Step(place + 1, original)
        if place in check_at:
            yield Step(place + 1, asked=check_at[place])
        yield from (Step(place + 1, asked=asked) for asked in deleted if last_answer[asked] == place)
    yield from (Step(0, asked=asked) for asked in deleted)


def source_of(exercise, asked, locked):
    """Return what was handed out in the place of a check or of a cell that was to stay."""
    found = asked.check_id if asked else locked
    return exercise.by_id[found].source if found else None


def before(exercise, checks, answers, locked):
    """Return which deleted cells that were to stay are put back before which place."""
    everything = {**checks, **answers, **locked}
    ids = [grade_id(cell) for cell in exercise.cells if grade_id(cell) in everything]
    restored = {}
    for number, one in enumerate(ids):
        if one in locked and not locked[one]:
            later = [min(everything[other]) for other in ids[number + 1 :] if everything[other]]
            restored.setdefault(min(later, default=0), []).append(one)
    return restored


def warnings_of(exercise, cells, checks, locked):
    """Return what an instructor should see of what was deleted, changed or doubled."""
    deleted = [asked.short_name for asked in exercise.asked if not checks[asked.check_id]]
    changed = [
        asked.short_name
        for asked in exercise.asked
        for place in checks[asked.check_id][:1]
        if not same(cells[place].source, exercise.by_id[asked.check_id].source)
    ]
    twice = [one for one, found in {**checks, **locked}.items() if len(found) > 1]
    moved = [
        one
        for one, found in locked.items()
        if not found or not same(cells[found[-1]].source, exercise.by_id[one].source)
    ]
    return [
        *told("Checks were deleted, and put back: {}.", deleted),
        *told("Checks were changed, and put back: {}.", changed),
        *told("Cells are there twice: {}.", twice),
        *told("Cells that were to stay were changed or deleted, and put back: {}.", moved),
    ]


def numbers_of_others(exercise, notebook):
    """Return a warning where a notebook's checks name another seed than the student's own."""
    if not exercise.seeds:
        return []
    own = {asked.name: asked.seed for asked in exercise.asked}
    calls = [check_in(cell.source) for cell in notebook.cells if task_checked(cell.source) in own]
    strange = {seed_in(call) for call in calls if seed_in(call) != own[call.args[0].value]}
    names = [name for name, seed in exercise.seeds.items() if seed in strange]
    return told("Its numbers are those of {}.", names or (["nobody in the key"] if strange else []))


def looked_up(cells, checks):
    """Return a warning where code asks the course's package for what is right."""
    found = [str(place + 1) for place, cell in enumerate(cells) if LOOKS_UP.search(cell.source)]
    return told("Code asks the course's package for the right answer, in code cell: {}.", found)


def told(template, names):
    return [template.format(", ".join(names))] if names else []


def task_checked(source):
    call = check_in(source)
    return call.args[0].value if call else None


def names_set(source):
    """Return the names that a cell sets or defines, also where its code has a mistake."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return re.findall(r"^(?:def\s+)?(\w+)\s*(?:=|\()", source, re.MULTILINE)
    stored = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and is_stored(node)]
    return stored + [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def is_stored(node):
    return isinstance(node.ctx, ast.Store)


def same(source, other):
    """Say whether two sources are the same but for spaces at the ends of lines."""
    return [line.rstrip() for line in source.strip().splitlines()] == [
        line.rstrip() for line in other.strip().splitlines()
    ]
