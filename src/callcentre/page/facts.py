"""Figures from elsewhere: one table, ``book/facts.csv``, from which the text prints them.

- ``{fact}`training-weeks` `` prints a figure with its unit. It is a link to its row, and terms.py shows
  place, date and source where a reader points at it.
- ``{facts-table}`` lists all of them, with grade and the day on which somebody should look again.

``python -m callcentre.page.facts`` names those whose day has come.
"""

import csv
import datetime
import re
import sys
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

TABLE = Path("book") / "facts.csv"
PAGE = "book/facts"
ANCHOR = "fact-"
COLUMNS = (
    "name",
    "value",
    "unit",
    "place",
    "date",
    "source",
    "grade",
    "checked_on",
    "look_again_by",
    "note",
)
GRADES = ("strong", "fair", "weak")
DOT = re.compile(r"\.(?=\w)")  # within an address, which may break there
HEADS = ("Figure", "What it is", "Place and date", "Source", "Grade", "Checked", "Look again by")


def setup(app):
    """Register role and directive; called by the extension."""
    app.add_role("fact", FactRole())
    app.add_directive("facts-table", FactsTable)


def read(path):
    """Return the table's rows as dicts, by name.

    Raises
    ------
    ValueError
        If a row lacks its name, value, place, date, source or note, has a grade or a day that is none, or a
        name that another has.
    """
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    facts = {}
    for line, row in enumerate(rows, start=2):
        wrong = fault(row, facts)
        if wrong:
            raise ValueError(f"{path}, line {line}: {wrong}")
        facts[row["name"]] = row
    return facts


def fault(row, known):
    """Return what is wrong with a row, in words; None where nothing is."""
    if tuple(row) != COLUMNS or None in row.values():
        return "the columns are " + ", ".join(COLUMNS)
    for column in ("name", "value", "place", "date", "source", "note"):
        if not row[column].strip():
            return f"{column} is empty"
    if row["name"] in known:
        return f"the name {row['name']} stands twice"
    if row["grade"] not in GRADES:
        return f"grade must be one of {', '.join(GRADES)}; {row['grade']} is not"
    for column in ("checked_on", "look_again_by"):
        try:
            datetime.date.fromisoformat(row[column])
        except ValueError:
            return f"{column} must be a day such as 2026-11-27; {row[column]} is not"
    return None


def shown(fact):
    """Return a figure as the text prints it: "4.2 weeks", "€14.6"."""
    value, unit = fact["value"], fact["unit"]
    if "{number}" in unit:
        return unit.replace("{number}", value)
    return f"{value} {unit}" if unit else value


def stale(facts, today):
    """Return the facts whose day to look again has come."""
    return [fact for fact in facts.values() if fact["look_again_by"] <= today.isoformat()]


def facts_of(env):
    """Return the book's facts; a page that prints one is read anew when the table changes."""
    env.note_dependency(str(Path(env.srcdir) / TABLE))
    return table_of(env)


def table_of(env):
    """Return the book's facts."""
    path = Path(env.srcdir) / TABLE
    return read_once(path, path.stat().st_mtime_ns)


@cache  # a book prints a hundred of them
def read_once(path, changed):
    """Return what `read` does, for a file as it was when it last changed."""
    return read(path)


def definitions(env):
    """Return [figure, what it is and where it comes from] of each fact by its row's id."""
    return {ANCHOR + name: [shown(fact), told(fact, env)] for name, fact in table_of(env).items()}


def told(fact, env):
    """Return in words what a figure is, and where it comes from."""
    source = works(env).get(fact["source"])
    by = named(source) if source else fact["source"]
    place = fact["place"][0].upper() + fact["place"][1:]
    return f"{fact['note']}. {place}, {fact['date']}. Source, {fact['grade']}: {by}."


def works(env):
    """Return the bibliography's entries by key."""
    return env.get_domain("cite").bibdata.data.entries


def named(work):
    """Return a work's authors and year: "Batt and others, 2005"."""
    names = [" ".join(person.last_names) for person in work.persons["author"]]
    authors = " and ".join(names) if len(names) < 3 else f"{names[0]} and others"
    return f"{authors}, {work.fields['year']}"


class FactRole(SphinxRole):
    """One figure, as the table has it."""

    def run(self):
        try:
            fact = facts_of(self.env)[self.text]
        except (KeyError, ValueError) as problem:
            reason = f"no such row in {TABLE}" if isinstance(problem, KeyError) else problem
            message = self.inliner.reporter.error(f"fact {self.text}: {reason}", line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        if PAGE not in self.env.found_docs:  # questions are exported without it
            return [nodes.inline("", shown(fact))], []
        row = f"{self.env.app.builder.get_relative_uri(self.env.docname, PAGE)}#{ANCHOR}{self.text}"
        return [nodes.reference("", shown(fact), internal=True, refuri=row, classes=["fact"])], []


class FactsTable(SphinxDirective):
    """Every figure from elsewhere, with where it comes from and how far to trust it."""

    def run(self):
        try:
            facts = facts_of(self.env)
        except ValueError as problem:
            raise self.error(str(problem)) from None
        lines = ["| " + " | ".join(HEADS) + " |", "|" + "---|" * len(HEADS)]
        lines += ["| " + " | ".join(self.cells(fact)) + " |" for fact in facts.values()]
        parsed = self.parse_text_to_nodes("\n".join(lines))
        rows = parsed[0].next_node(nodes.tbody).findall(nodes.row)
        for name, row in zip(facts, rows, strict=True):
            row["ids"].append(ANCHOR + name)
        return parsed

    def cells(self, fact):
        is_cited = fact["source"] in works(self.env)
        source = f"{{cite:t}}`{fact['source']}`" if is_cited else DOT.sub(".\u200b", fact["source"])
        where = f"{fact['place']}, {fact['date']}"
        cells = (shown(fact), fact["note"], where, source, *(fact[name] for name in COLUMNS[6:9]))
        return [cell.replace("|", "\\|") for cell in cells]


def main():
    """Print a line for each fact to look at again; return how many there are."""
    found = stale(read(TABLE), datetime.date.today())
    for fact in found:
        print(f"warning: {TABLE}: {fact['name']} was to be looked at again by {fact['look_again_by']}")
    return len(found)


if __name__ == "__main__":
    main()
    sys.exit(0)
