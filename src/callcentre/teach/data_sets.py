"""Data sets: files that units give out, in book/data/ and beside notebooks, and those of the case studies."""

from .. import exercises
from . import case_data


def make(root, only_check=False):
    """Write units' files to book/data/<unit>/ and solutions/<unit>/, cases' to book/data/; return troubles.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    only_check : bool
        Change nothing, and return a sentence for each file that is not what its data make today, and for
        each in book/data/ that nothing makes.
    """
    wanted, makers = {}, {}
    for unit in exercises.NAMES:
        for name, text in exercises.files(unit):
            for folder in ("book/data", "solutions"):
                wanted[root / folder / unit / name] = text
                makers[root / folder / unit / name] = f"src/callcentre/exercises/{unit}.py"
    for name, text in case_data.files():
        wanted[root / "book/data" / name] = text
        makers[root / "book/data" / name] = "src/callcentre/teach/case_data.py"
    there = [path for path in sorted((root / "book/data").rglob("*")) if path.is_file()]
    problems = [
        f"{path.relative_to(root)} is made by no unit: remove it" for path in there if path not in wanted
    ]
    for path, text in wanted.items():
        if path.exists() and path.read_bytes() == text.encode():
            continue
        if only_check:
            problems.append(
                f"{path.relative_to(root)} is not what {makers[path]} makes: python -m callcentre.teach data "
                "writes it anew, so a change of yours belongs there"
            )
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            print(f"wrote {path.relative_to(root)}")
    return problems
