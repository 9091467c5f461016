"""A lab: controls, and one function from their values to a view.

``values -> view(values) -> View -> a renderer``. The controls are the schema: every door checks values
against them.
"""

from ...model.check import InputError
from .refusals import NoControl


class Group:
    """Controls that belong together under a title; ``is_open`` says whether they are shown at first."""

    def __init__(self, title, controls, is_open=True):
        self.title = title
        self.controls = controls
        self.is_open = is_open


class Preset:
    """A scenario with a name: the values that differ from the defaults."""

    def __init__(self, label, values):
        self.label = label
        self.values = values


class Lab:
    """A lab, declared once.

    Parameters
    ----------
    name : str
        In lower case with hyphens; its address on the page and its name in Python.
    title, purpose, question : str
        What it is called, what one learns, and one thing to try.
    groups : sequence of Group
        The controls, in the order they are shown.
    make_view : callable
        From a complete dict of values to a View; may raise InputError naming a control.
    presets : sequence of Preset
        Scenarios to begin from, the cases of the book among them.
    settle : callable, optional
        From a complete dict of values to one in which controls that hang together agree.
    refine : callable, optional
        For what takes long: from values and a state (None at first) to a View of what is known so far and the
        next state, as data that JSON can hold; None as the next state says that the view is final, None as
        the View that the last one stays. Where ``make_view`` is given too, it returns the final view at once.
    guess : ChoiceGuess or NumberGuess, optional
        What is asked before anything is told; a lab that asks by itself has none.
    figures_stay : bool
        Whether refining a view only adds figures: one that is there need not wait for the end. ``guess`` and
        ``scenes`` then name figures of the first view alone.
    scenes : sequence of Scene
        What is shown, step by step, before a reader is left alone.
    """

    def __init__(
        self,
        name,
        title,
        groups,
        purpose="",
        question="",
        make_view=None,
        presets=(),
        settle=None,
        refine=None,
        figures_stay=False,
        guess=None,
        scenes=(),
    ):
        self.name = name
        self.title = title
        self.purpose = purpose
        self.question = question
        self.groups = groups
        self.make_view = make_view
        self.presets = presets
        self.settle = settle
        self.refine = refine
        self.figures_stay = figures_stay
        self.guess = guess
        self.scenes = scenes

    @property
    def controls(self):
        return [control for group in self.groups for control in group.controls]

    def complete(self, values):
        """Return a dict with every control's value: the given ones, checked, and the others' defaults.

        Raises
        ------
        InputError
            For the first value that is not allowed, or a name that is no control's.
        """
        problems = self.problems(values)
        if problems:
            raise problems[0]
        complete = {
            control.name: control.check(values.get(control.name, control.default))
            for control in self.controls
        }
        return self.settle(complete) if self.settle else complete

    def problems(self, values):
        """Return an InputError for each value that is not allowed, in the order of the controls."""
        names = [control.name for control in self.controls]
        found = []
        for control in self.controls:
            if control.name in values:
                try:
                    control.check(values[control.name])
                except InputError as problem:
                    found.append(problem)
        for name in sorted(values):
            if name not in names:
                allowed = "one of the lab's controls: " + ", ".join(names)
                found.append(NoControl(name, allowed, values[name]))
        return found

    def view(self, values):
        """Return the View for these values; what is not given keeps its default.

        Raises
        ------
        InputError
            If a value is not allowed; the error names the control.
        """
        complete = self.complete(values)
        if self.make_view:
            return self.make_view(complete)
        view, state = self.first_view(complete)
        while state is not None:
            view, state = self.refine(complete, state)
        return view

    def first_view(self, complete):
        """Return the first View of a complete dict of values, and the state to refine it from or None."""
        return self.refine(complete, None) if self.refine else (self.make_view(complete), None)

    def as_data(self):
        return {
            "name": self.name,
            "title": self.title,
            "purpose": self.purpose,
            "question": self.question,
            "groups": [
                {
                    "title": group.title,
                    "is_open": group.is_open,
                    "controls": [control.as_data() for control in group.controls],
                }
                for group in self.groups
            ],
            "presets": [{"label": preset.label, "values": preset.values} for preset in self.presets],
        }
