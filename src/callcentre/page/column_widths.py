"""Long tables say how wide their columns are, so that rows which arrive later move nothing already read."""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

LONG = 800  # characters: a table with as many can be higher than a screen, and may arrive in pieces
USUAL_WIDTH = 70  # characters: a line of the book's text
GAP = 2  # characters: the room on both sides of a cell's words
LETTER = 0.6  # em: a letter of a wide script in bold
WORDS = re.compile(r"[^\s\u200b-]+-?")  # a line may break after a hyphen, and where there is no room


def setup(app):
    """Have it done while the book is built; called by the extension."""
    app.add_post_transform(WidthsOfColumns)


class WidthsOfColumns(SphinxPostTransform):
    """Give each column of a long table its longest word, and a share of what is left by its words."""

    default_priority = 700  # once citations and references are words
    formats = ("html",)

    def run(self, **kwargs):
        for table in self.document.findall(nodes.table):
            if len(table.astext()) >= LONG and not has_spans(table):
                rows = [
                    [entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)
                ]
                columns = list(zip(*rows, strict=True))
                widths, least = shared(columns)
                for spec, width in zip(table.findall(nodes.colspec), widths, strict=True):
                    spec["colwidth"] = width
                table["classes"] = [*without_auto(table["classes"]), "colwidths-given"]
                table["width"] = f"max(100%, {least * LETTER:.0f}em)"


def has_spans(table):
    """Return whether a cell spans columns or rows: its words belong to no one column."""
    return any("morecols" in entry or "morerows" in entry for entry in table.findall(nodes.entry))


def without_auto(classes):
    return [name for name in classes if name != "colwidths-auto"]


def shared(columns):
    """Return columns' widths by their texts, and the least width that holds each word; in characters."""
    least = [longest_word(texts) + GAP for texts in columns]
    wishes = [max(mean_length(texts) + GAP - width, 0) for texts, width in zip(columns, least, strict=True)]
    granted = min(max(USUAL_WIDTH - sum(least), 0) / (sum(wishes) or 1), 1)
    widths = [width + granted * wish for width, wish in zip(least, wishes, strict=True)]
    return widths, max([word / width for word, width in zip(least, widths, strict=True)]) * sum(widths)


def longest_word(texts):
    return max([len(word) for text in texts for word in WORDS.findall(text)], default=0)


def mean_length(texts):
    return sum([len(text) for text in texts]) / len(texts)
