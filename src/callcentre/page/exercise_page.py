"""Makes a page of exercises ready to come alive: its cells, its tasks and the notebook they come from.

Without JavaScript and in print the page is the tasks as text, with what given cells show. What the script
needs stands in the page: the notebook, which cell is which, and the script's words. No answer is among it.
"""

import json
import re
from contextlib import chdir
from html import escape
from pathlib import Path

from docutils import nodes

from .. import exercises
from ..exercises.shared.answers import Number, NumberOrNone, Word, Words
from . import bundle
from .exercise_cells import Sheet
from .exercise_words import live_words, static_words

PAGE = re.compile(r"exercises/([a-z-]+)/\1")
CHECK = re.compile(r'check\("([a-z-]+/[a-z0-9-]+)"')
READ_BY_CHECK = re.compile(r"(\w+)=")
ABSENT_MODULE = re.compile(r"^\s*(?:import|from)\s+(pandas|matplotlib)\b", re.MULTILINE)


def setup(app):
    """Register what is done with exercise pages; called by the extension."""
    app.connect("doctree-resolved", make_ready)
    app.connect("html-page-context", add_assets)


def add_assets(app, pagename, templatename, context, doctree):
    """Load the script and the style sheet of exercises on their pages, and on no other."""
    unit = PAGE.fullmatch(pagename)
    if doctree is not None and unit:
        context["exercise_unit"] = unit[1]
        context["exercise_script"] = context["pathto"](
            f"_static/{bundle.first_exercise_script()}", resource=True
        )
        app.add_css_file(bundle.EXERCISE_STYLE_NAME)


def make_ready(app, doctree, docname):
    """Put a page's cells, tasks and data among its nodes."""
    found = PAGE.fullmatch(docname)
    if not found or app.builder.format != "html":
        return
    notebook = json.loads(Path(app.srcdir, f"{docname}.ipynb").read_text(encoding="utf-8"))
    cells = cells_of(notebook)
    containers = {node["cell_index"]: node for node in doctree.findall(is_cell)}
    shown = what_given_cells_show(cells, Path(app.srcdir, docname).parent)
    translated = app.lab_translations
    words, live = laid_over(static_words(), translated), laid_over(live_words(), translated)
    empty_notebook = "../" * docname.count("/") + f"_sources/{docname}.ipynb"
    bar = work_bar(empty_notebook, points_of(cells), words, live)
    insert(containers[cells[0]["index"]], bar, before=True)
    for group in groups(cells, containers):
        dress(group, containers, shown, words)
    doctree += raw(page_data(found[1], notebook, cells, live))


def laid_over(words, translated):
    return {name: translated.get(text, text) for name, text in words.items()}


# What is what


def is_cell(node):
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def cells_of(notebook):
    """Return the notebook's code cells as data: place, name, kind, source, and what a check reads."""
    cells = []
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        settings = cell["metadata"].get("nbgrader", {})
        check = CHECK.match(source)
        kind = "check" if check else "answer" if settings.get("solution") else "given"
        cells.append(
            {
                "index": index,
                "id": settings.get("grade_id") or cell["id"],
                "kind": kind,
                "source": source,
                "task": check[1] if check else None,
                "names": READ_BY_CHECK.findall(source) if check else [],
            }
        )
    return cells


def groups(cells, containers):
    """Return the cells in groups: an answer with the check that comes next to it; every other cell alone."""
    found = []
    for cell in cells:
        before = found[-1][-1] if found else {"kind": None}
        is_its_check = (before["kind"], cell["kind"]) == ("answer", "check")
        if is_its_check and containers[before["index"]].parent is containers[cell["index"]].parent:
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def what_given_cells_show(cells, folder):
    """Return what each given cell shows, by its name, as HTML; nothing for one that needs an answer.

    Parameters
    ----------
    cells : list of dict
    folder : path
        Where the files stand that cells read.
    """
    sheet, shown = Sheet({}), {}
    with chdir(folder):
        for cell in cells:
            if cell["kind"] != "check":
                ran = sheet.run(cell["id"], cell["source"])
                if cell["kind"] == "given" and not ran["error"]:
                    shown[cell["id"]] = as_html(ran, sheet.last)
    return shown


def as_html(ran, value):
    """Return what a cell printed and gave; what the course itself makes is HTML of its own."""
    texts = [ran["text"].rstrip()]
    is_own = type(value).__module__.startswith("callcentre") and hasattr(value, "_repr_html_")
    if value is not None and not is_own:
        texts.append(ran["value"])
    printed = "".join(f'<pre tabindex="0">{escape(text)}</pre>' for text in texts if text)
    own = f'<div class="callcentre-scrolls" tabindex="0">{value._repr_html_()}</div>' if is_own else ""
    return printed + own


def page_data(unit, notebook, cells, words):
    """Return what the page's script needs, as a script element that no browser runs."""
    kept = [{key: cell[key] for key in ("id", "kind", "source", "task", "names")} for cell in cells]
    data = {
        "unit": unit,
        "notebook": notebook,
        "cells": kept,
        "points": points_of(cells),
        "triesBeforeAnswer": exercises.TRIES_BEFORE_THE_ANSWER,
        "words": words,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" data-part="exercise">{text}</script>'


def points_of(cells):
    """Return the points of each task that a check marks, by its name."""
    tasks = [exercises.task(cell["task"]) for cell in cells if cell["task"]]
    return {task.name: task.points for task in tasks if not task.rubric}


# Among the nodes


def raw(html):
    return nodes.raw("", html, format="html")


def insert(node, html, before=False):
    place = node.parent.index(node) + (not before)
    node.parent.insert(place, raw(html))


def dress(group, containers, shown, words):
    """Put a group's HTML around its cells."""
    head = group[0]
    task = exercises.task(group[-1]["task"]) if group[-1]["task"] else None
    first, last = containers[head["index"]], containers[group[-1]["index"]]
    if head["kind"] == "given":
        insert(first, f'<div class="callcentre-given" data-cell="{head["id"]}">', before=True)
        insert(first, given_output(shown.get(head["id"]), words) + "</div>")
        return
    opening = task_opening(task, words) if task else ""
    if head["kind"] == "answer":
        insert(first, f'{opening}<div class="callcentre-cell" data-cell="{head["id"]}">', before=True)
        insert(first, f"{cell_buttons(words)}</div>")
    else:
        insert(first, opening, before=True)
    if task:
        missing = needs(task, [cell["source"] for cell in group])
        has_cell = head["kind"] == "answer"
        insert(last, task_frame(task, words, missing, has_cell) + "</section>")
        if not last.children:
            last.parent.remove(last)  # a check's source is not shown


def needs(task, sources):
    """Return which module a task needs that the page's Python has not; None where it needs none."""
    if task.needs:
        return task.needs
    found = [ABSENT_MODULE.search(source) for source in sources]
    return next((one[1] for one in found if one), None)


# HTML


def given_output(shown, words):
    if not shown:
        return '<div class="callcentre-output" data-part="output" hidden></div>'
    return (
        f'<div class="callcentre-output" data-part="output" data-given><p>{words["shows"]}</p>{shown}</div>'
    )


def work_bar(empty_notebook, points, words, live):
    none_yet = live["points"].format(right=0, all=sum(points.values()))
    return f"""
<section class="callcentre-work" data-part="work" aria-label="{words["work"]}">
<p>{words["how"]} <a href="{empty_notebook}" download>{words["empty_notebook"]}</a></p>
<p class="callcentre-no-script">{words["no_script"]}</p>
<div class="callcentre-live">
<p>{words["python"]} <span id="exercise-keys">{words["keys"]}</span> {words["kept"]}</p>
<p data-part="points" role="status">{none_yet}</p>
<div class="callcentre-buttons">
<button type="button" data-action="download" disabled>{words["download"]}</button>
<button type="button" data-action="open" disabled>{words["open"]}</button>
<button type="button" data-action="clear" disabled>{words["clear"]}</button>
<button type="button" data-action="undo" hidden>{words["undo"]}</button>
<input type="file" accept=".ipynb,application/json" data-part="file" aria-label="{words["open"]}" hidden>
</div>
<div data-part="told" role="status"></div>
</div>
<div data-part="kept" hidden></div>
</section>
"""


def task_opening(task, words):
    label = escape(words["task"].format(task=task.name))
    return (
        f'<section class="callcentre-exercise" id="task-{task.name.split("/")[1]}" data-task="{task.name}" '
        f'data-state="static" data-verdict="none" aria-label="{label}">'
    )


def cell_buttons(words):
    return f"""
<div class="callcentre-buttons callcentre-live">
<button type="button" data-action="run" disabled>{words["run"]}</button>
<button type="button" data-action="stop" disabled>{words["stop"]}</button>
</div>
<div class="callcentre-output" data-part="output" role="status"></div>
"""


def task_frame(task, words, missing, has_cell):
    """Return what stands below a task's cell: what is asked for, the buttons, the box and the message."""
    return f"""
<div class="callcentre-asked">{asked_for(task, words)}
{f"<p>{escape(words['by_a_person'])}</p>" if task.rubric else ""}
{f'<p class="callcentre-needs">{escape(words["needs"].format(module=missing))}</p>' if missing else ""}
<div class="callcentre-buttons callcentre-live">
{"" if has_cell else run_above(words)}
<button type="button" data-action="check" disabled>{words["check"]}</button>
<button type="button" data-action="answer" hidden>{words["show_answer"]}</button>
</div>
<div class="callcentre-verdict" data-part="message" role="status"></div>
{box(task, words)}
</div>
"""


def run_above(words):
    label = escape(words["run_above"])
    return f'<button type="button" data-action="run" aria-label="{label}" disabled>{words["run"]}</button>'


def asked_for(task, words):
    points = words["one_point"] if task.points == 1 else words["points"].format(points=task.points)
    asked = "".join(
        f"<li><code>{name}</code>: {escape(kind.asked())}</li>" for name, kind in task.asks.items()
    )
    return f"<p><strong>{escape(points)}.</strong> {words['asked']}</p><ul>{asked}</ul>"


def box(task, words):
    """Return the form in which a closed answer is given without Python; nothing for other answers."""
    fields = [field(task.name, name, kind, words) for name, kind in task.asks.items()]
    if not all(fields):
        return ""
    return f"""
<details class="callcentre-box callcentre-live"><summary>{words["box"]}</summary>
<form data-part="box">{"".join(fields)}
<button type="submit" data-action="check-box" disabled>{words["check_box"]}</button></form></details>
"""


def field(task, name, kind, words):
    """Return the field of an answer; an empty text where its kind is not a closed one."""
    html_id = f"box-{task.replace('/', '-')}-{name}"
    legend = f"<code>{name}</code>: {escape(kind.asked())}"
    if isinstance(kind, Number) and not isinstance(kind, NumberOrNone):
        return (
            f'<label for="{html_id}">{legend}</label>'
            f'<input id="{html_id}" name="{name}" type="text" inputmode="decimal" autocomplete="off">'
        )
    if isinstance(kind, Word):
        options = "".join(f"<option>{escape(str(word))}</option>" for word in kind.words)
        return (
            f'<label for="{html_id}"><code>{name}</code></label><select id="{html_id}" name="{name}">'
            f'<option value="">({words["choose"]})</option>{options}</select>'
        )
    if isinstance(kind, Words):
        ticks = "".join(
            f'<label><input type="checkbox" name="{name}" value="{word}"> {word}</label>'
            for word in [escape(str(word)) for word in kind.words]
        )
        return f"<fieldset><legend><code>{name}</code></legend>{ticks}</fieldset>"
    return ""
