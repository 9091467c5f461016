"""Data sets: files that units give out, made from the tasks' data, in book/data/ and beside notebooks."""

from .. import exercises


def make(root, only_check=False):
    """Write each unit's files to book/data/<unit>/ and solutions/<unit>/; return what cannot stand.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    only_check : bool
        Change nothing, and return a sentence for each file that is not what the tasks' data make today, and
        for each in book/data/ that no unit makes.
    """
    wanted = {
        root / folder / unit / name: text
        for unit in exercises.NAMES
        for name, text in exercises.files(unit)
        for folder in ("book/data", "solutions")
    }
    there = [path for path in root.glob("book/data/*/*") if path.is_file()]
    problems = [
        f"{path.relative_to(root)} is made by no unit: remove it" for path in there if path not in wanted
    ]
    for path, text in wanted.items():
        if path.exists() and path.read_bytes() == text.encode():
            continue
        if only_check:
            problems.append(f"{path.relative_to(root)} is out of date: python -m callcentre.teach data")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            print(f"wrote {path.relative_to(root)}")
    return problems
