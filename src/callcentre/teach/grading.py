"""Grade what students handed in. This only strings nbgrader's own commands together."""

from . import notebooks
from .exercises import generated, nbgrader


def grade(root, unit):
    """Grade grading/submitted/<student>/<unit>/, and write grading/points.csv and grading/feedback/.

    Checks and hidden tests are taken from solutions/ again: a check a student changed counts for nothing.
    Returns a list of what went wrong.
    """
    root = root.resolve()
    if unit not in notebooks.units(root):
        return [f"solutions/{unit} holds no notebook; there are: {', '.join(notebooks.units(root))}"]
    if not list(root.glob(f"grading/submitted/*/{unit}/*.ipynb")):
        return [f"nothing to grade: put notebooks into grading/submitted/<student>/{unit}/"]
    points = root / "grading" / "points.csv"
    steps = (
        lambda: generated(root, unit, root / "exercises"),
        lambda: nbgrader(root, "autograde", unit, "--force"),
        lambda: nbgrader(root, "generate_feedback", unit, "--force"),
        lambda: nbgrader(root, "export", "--to", str(points)),
    )
    for step in steps:
        problems = step()
        if problems:
            return problems
    print(f"points are in {points}, feedback in {root / 'grading' / 'feedback'}")
    return []
