"""A lab in Jupyter: its controls on one side, what they lead to on the other."""

import json

import traitlets
from ipywidgets import HTML, Accordion, Box, Button, Dropdown, VBox

from ..labs.shared.needs import reason_off
from ..labs.shared.refusals import problem_as_data
from ..model.check import InputError
from .charts import chart_png
from .fields import field_for
from .guess_box import GuessBox
from .long_run import LongRun
from .markup import (
    figures_html,
    headline_html,
    image_html,
    notes_html,
    passage_html,
    table_html,
    title_html,
    view_html,
)
from .numbers import text_words

LAB_MIME = "application/vnd.callcentre.lab+json"
WIDGET_MIME = "application/vnd.jupyter.widget-view+json"
STYLE = """<style>
.callcentre-lab .widget-inline-hbox:not(.widget-checkbox) { flex-wrap: wrap; height: auto; }
.callcentre-lab .widget-inline-hbox:not(.widget-checkbox) > .widget-label { width: 100%; text-align: left; }
.callcentre-lab .widget-label, .callcentre-lab .widget-label-basic { white-space: normal; height: auto;
  line-height: 1.4; }
.callcentre-lab .widget-radio-box { width: 100%; height: auto; }
.callcentre-lab .widget-radio-box label { height: auto; line-height: 1.4; margin: 2px 0; }
.callcentre-lab .callcentre-field { margin: 0 0 10px; }
.callcentre-lab .callcentre-help { font-size: 85%; line-height: 1.35; opacity: .8; }
.callcentre-lab .callcentre-label { line-height: 1.4; }
.callcentre-lab .callcentre-message { line-height: 1.4; border-left: 4px solid #c2410c; padding-left: 8px;
  font-weight: bold; }
.callcentre-lab .callcentre-title { line-height: 1.5; }
.callcentre-lab .callcentre-headline { font-size: 120%; line-height: 1.35; margin: 0 0 8px; }
.callcentre-lab .callcentre-passage { border-left: 4px solid #0b6e99; padding-left: 8px; max-width: 44rem;
  line-height: 1.5; margin: 0 0 8px; }
.callcentre-lab .callcentre-figures { display: grid; gap: 8px 12px; margin: 0;
  grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); }
.callcentre-lab .callcentre-figures div { border-left: 3px solid #0b6e99; padding-left: 8px; }
.callcentre-lab .callcentre-figures :is(dt, dd) { display: block; float: none; width: auto; margin: 0;
  padding: 0; line-height: 1.4; }
.callcentre-lab .callcentre-figures dt { font-weight: normal; font-size: 90%; }
.callcentre-lab .callcentre-figures dd { font-weight: bold; font-size: 115%; }
.callcentre-lab .callcentre-table { border-collapse: collapse; line-height: 1.5; }
.callcentre-lab .callcentre-table caption { text-align: left; font-weight: bold; }
.callcentre-lab .callcentre-table :is(th, td) { padding: 2px 12px 2px 0; text-align: left;
  vertical-align: top; border-bottom: 1px solid rgba(128, 128, 128, .4); white-space: normal; }
.callcentre-lab .callcentre-table .callcentre-number { text-align: right; white-space: nowrap; }
.callcentre-lab .callcentre-notes { margin: 0; padding-left: 20px; line-height: 1.5; }
</style>"""


class LabWidget(VBox):
    """A lab to move by hand or by code.

    Parameters
    ----------
    lab : callcentre.labs.shared.lab.Lab
    values : dict
        Values of its controls, by name, in the model's units; what is not given keeps its default.

    Attributes
    ----------
    values : dict
        The value of every control, in the model's units. Assign a dict to move the lab (what it leaves out
        goes back to its default), or watch it: ``widget.observe(function, "values")``.
    controls : dict
        The ipywidget of each control, by name. It holds what the reader sees: 30 where the model has 0.30,
        as text in a field to type into.

    Raises
    ------
    callcentre.model.check.InputError
        If a value is not allowed, here or when ``values`` is assigned; the error names the control.
    """

    values = traitlets.Dict()

    def __init__(self, lab, values):
        self._lab = lab
        self._moved_by_code = True
        self._images = {}
        self._fields = {control.name: field_for(control) for control in lab.controls}
        self._headline, self._figures, self._pictures, self._table, self._notes = [HTML() for _ in range(5)]
        self._passage = HTML()
        self._long_run = LongRun(self._refine_once, self.stop)
        self._guess = [GuessBox(lab, self._begin_at)] if lab.guess else []
        title = HTML(title_html(lab.as_data()))
        super().__init__([HTML(STYLE), title, *self._guess, self._passage, self._sides()])
        self.add_class("callcentre-lab")
        self.values = values
        self._moved_by_code = False
        for field in self._fields.values():
            field.widget.observe(self._moved, "value")

    @property
    def controls(self):
        return {name: field.widget for name, field in self._fields.items()}

    def view(self):
        """Return the View at the present values; a run that is still going on is finished first."""
        if self._state is not None:
            self._long_run.stop()
            while self._state is not None:
                self._view, self._state = self._lab.refine(self.values, self._state)
            self._draw()
        return self._view

    def stop(self, *_):
        """Stop a long run, and keep what is known so far."""
        self._long_run.stop()
        self._state = None

    def table(self):
        """Return the view's table as a pandas DataFrame: columns by name, numbers unrounded."""
        from pandas import DataFrame

        table = self.view().table
        if table is None:
            return DataFrame()
        return DataFrame([list(row) for row in table.rows], columns=[column.name for column in table.columns])

    def reset(self, *_):
        """Put every control back to its default."""
        self.values = {}
        self._show_values()

    def _sides(self):
        reset = Button(description="Reset", tooltip="Put every control back to where it began")
        reset.on_click(self.reset)
        groups = [self._group_box(group) for group in self._lab.groups if shown_controls(group)]
        left = VBox([*self._presets(), *groups, reset], layout={"flex": "1 1 18rem", "min_width": "0"})
        self._right = VBox(layout={"flex": "2 1 26rem", "min_width": "0"})
        return Box(
            [left, self._right], layout={"display": "flex", "flex_flow": "row wrap", "grid_gap": "16px"}
        )

    def _presets(self):
        """Return a list of scenarios to begin from, where the lab has some."""
        if not self._lab.presets:
            return []
        options = [("Choose a scenario", None)]
        options += [(preset.label, place) for place, preset in enumerate(self._lab.presets)]
        chooser = Dropdown(options=options, description="Begin from", layout={"width": "100%"})
        chooser.observe(self._begin_from, "value")
        return [chooser]

    def _begin_from(self, change):
        if change.new is not None:
            self._begin_at(self._lab.presets[change.new].values)

    def _begin_at(self, values):
        self.values = values
        self._show_values()

    def _group_box(self, group):
        fields = VBox([self._fields[control.name].box for control in shown_controls(group)])
        return Accordion([fields], titles=(group.title,), selected_index=0 if group.is_open else None)

    @traitlets.validate("values")
    def _complete(self, proposal):
        values = self._lab.complete(proposal["value"])
        self._view, self._state = self._lab.first_view(values)
        return values

    @traitlets.observe("values")
    def _changed(self, change):
        self._show_values()
        self._draw()
        self._long_run.start(self._view.progress, is_needed=self._state is not None)

    def _refine_once(self):
        """Take a long run one step further and show what is known; return whether there is more to do."""
        self._view, self._state = self._lab.refine(self.values, self._state)
        self._draw()
        self._long_run.show(self._view.progress)
        return self._state is not None

    def _draw(self):
        view = self._view.as_data()
        self._headline.value = headline_html(view)
        self._passage.value = passage_html(view)
        self._figures.value = figures_html(view)
        self._pictures.value = "".join(self._drawn_anew(view["charts"]))
        self._table.value = table_html(view)
        self._notes.value = notes_html(view)
        shown = (self._table, self._pictures) if view["table_first"] else (self._pictures, self._table)
        self._right.children = (self._headline, self._long_run.box, self._figures, *shown, self._notes)

    def _drawn_anew(self, charts):
        """Return each chart's picture; one that is as it was last is not drawn again."""
        drawn = {json.dumps(chart): chart for chart in charts}
        self._images = {
            key: self._images.get(key) or image_html(chart_png(chart), text_words(chart["description"]))
            for key, chart in drawn.items()
        }
        return [self._images[json.dumps(chart)] for chart in charts]

    def _show_values(self):
        """Make the controls hold the present values, and clear what was said about others."""
        was_moved_by_code, self._moved_by_code = self._moved_by_code, True
        for name, field in self._fields.items():
            field.write(self.values[name])
            field.explain("")
            field.turn_off(reason_off(field.control, self.values))
        self._moved_by_code = was_moved_by_code

    def _moved(self, change):
        """Follow a control moved by hand; where values cannot be used, say so and keep the last picture.

        How a number was read that can mean another one, too, is said as well.
        """
        if self._moved_by_code:
            return
        moved, problems = {}, []
        for name, field in self._fields.items():
            try:
                moved[name] = field.read()
            except InputError as problem:
                problems.append(problem)
        problems += self._lab.problems(moved)
        told = {}
        if not problems:
            told = {name: field.reading() for name, field in self._fields.items()}
            try:
                self.values = moved
                self._show_values()
            except InputError as problem:
                problems = [problem]
        for problem in reversed(problems):
            data = problem_as_data(problem, self._lab.controls, moved)
            told[problem.name] = text_words(data["message"])
        for name, field in self._fields.items():
            field.explain(told.get(name, ""))

    def _repr_mimebundle_(self, include=None, exclude=None, **kwargs):
        """Return the lab for every viewer: a live widget, data for the book, plain words for all others."""
        view = self.view().as_data()
        bundle = super()._repr_mimebundle_(**kwargs) or {}
        return {
            **{mime: data for mime, data in bundle.items() if mime == WIDGET_MIME},
            "text/html": view_html(self._lab.as_data(), view),
            "text/plain": text_words(view["headline"]),
            LAB_MIME: {"name": self._lab.name, "values": self.values},
        }


def shown_controls(group):
    """Return the controls of a group that a reader sees: all but records."""
    return [control for control in group.controls if control.kind != "record"]
