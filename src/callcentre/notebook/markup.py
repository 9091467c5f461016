"""A view in HTML: everything a lab shows but its controls and pictures. All words are escaped here."""

from base64 import b64encode
from html import escape

from .numbers import cell_words, quantity_words, text_words


def title_html(lab):
    """Return what a lab is called, what one learns from it and what to try."""
    title, purpose, question = (escape(lab[key]) for key in ("title", "purpose", "question"))
    return f'<div class="callcentre-title"><strong>{title}</strong><br>{purpose}<br><em>{question}</em></div>'


def headline_html(view):
    return f'<p class="callcentre-headline"><strong>{escape(text_words(view["headline"]))}</strong></p>'


def passage_html(view):
    """Return what a lab gives to read, such as a case."""
    if view["passage"] is None:
        return ""
    return f'<p class="callcentre-passage">{escape(text_words(view["passage"]))}</p>'


def figures_html(view):
    pairs = [
        f'<div data-figure="{escape(figure["name"])}"><dt>{escape(figure["label"])}</dt>'
        f"<dd>{escape(quantity_words(figure['quantity']))}</dd></div>"
        for figure in view["figures"]
    ]
    return f'<dl class="callcentre-figures">{"".join(pairs)}</dl>' if pairs else ""


def table_html(view):
    table = view["table"]
    if table is None:
        return ""
    head = "".join(heading_html(column) for column in table["columns"])
    rows = "".join(f"<tr>{row_html(row, table['columns'])}</tr>" for row in table["rows"])
    return (
        f'<table class="callcentre-table"><caption>{escape(table["caption"])}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def heading_html(column):
    kind = "" if column["pattern"] is None else ' class="callcentre-number"'
    return f'<th scope="col"{kind}>{escape(column["label"])}</th>'


def row_html(row, columns):
    """Return the cells of a row; the first heads the row when it is words."""
    cells = []
    for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
        words = escape(cell_words(cell, column))
        if column["pattern"] is not None:
            cells.append(f'<td class="callcentre-number">{words}</td>')
        elif place == 0:
            cells.append(f'<th scope="row">{words}</th>')
        else:
            cells.append(f"<td>{words}</td>")
    return "".join(cells)


def notes_html(view):
    notes = [f"<li>{escape(text_words(note['text']))}{reference_html(note)}</li>" for note in view["notes"]]
    return f'<ul class="callcentre-notes">{"".join(notes)}</ul>' if notes else ""


def reference_html(note):
    """Return where in the book a note is explained: the chapter's file and the section's name."""
    if note["reference"] is None:
        return ""
    chapter, _, section = note["reference"].partition("#")
    place = f"book/{chapter}.md" + (f", section {section}" if section else "")
    return f" <small>See {escape(place)}.</small>"


def descriptions_html(view):
    words = [f"<p>{escape(text_words(chart['description']))}</p>" for chart in view["charts"]]
    return "".join(words)


def image_html(png, words):
    """Return a picture with the words that stand for it."""
    source = b64encode(png).decode("ascii")
    style = "max-width:100%;height:auto;background:#fff;border-radius:4px"
    return f'<img src="data:image/png;base64,{source}" alt="{escape(words)}" style="{style}">'


def message_html(words):
    """Return why an input cannot be used, to stand beside it."""
    return f'<div class="callcentre-message" role="alert">{escape(words)}</div>' if words else ""


def view_html(lab, view):
    """Return a view in plain words, for a viewer that shows neither widgets nor pictures."""
    return (
        f"<div><p>{escape(lab['title'])}</p>{passage_html(view)}{headline_html(view)}"
        f"{figures_html(view)}{descriptions_html(view)}{table_html(view)}{notes_html(view)}</div>"
    )
