"""What a lab asks and shows before it leaves its reader alone: a guess, and scenes of one move each.

The numbers in their sentences are figures of the lab's own views, computed when the book is built; the page's
Python is sent none of it. In a sentence the place of a figure is its name: as it is after the move, and with
``before_`` as it was before.
"""

from .view import filled

BEFORE = "before_"


class Views:
    """The figures of a lab's views, each view computed once."""

    def __init__(self, lab):
        self.lab = lab
        self.known = {}

    def figures(self, values):
        """Return the quantities of the view at values, by name."""
        key = repr(sorted(values.items()))
        if key not in self.known:
            view = self.first_view(values) if self.lab.figures_stay else self.lab.view(values)
            self.known[key] = {figure.name: figure.quantity for figure in view.figures}
        return self.known[key]

    def first_view(self, values):
        return self.lab.first_view(self.lab.complete(values))[0]

    def places(self, before, after):
        """Return what sentences may name of a move: the figures after it, and before it."""
        found = dict(self.figures(after))
        for name, quantity in self.figures(before).items():
            found[BEFORE + name] = quantity
        return found


class Guess:
    """A question to which a lab gives the answer, asked before it does.

    Parameters
    ----------
    question : str
        Whole sentences, the last of them the question; its places are figures before the move.
    values : dict
        The values at which the lab gives the answer; what is not given keeps its default.
    before : dict, optional
        The values it is asked from.
    """

    kind = ""

    def __init__(self, question, values, before=()):
        self.question = question
        self.values = values
        self.before = dict(before)

    def as_data(self, views):
        places = views.places(self.before, self.values)
        data = {
            "kind": self.kind,
            "question": filled(self.question, places).as_data(),
            "values": self.values,
        }
        data.update(self.answers(places))
        return data


class GuessOption:
    """An answer to choose: ``told`` are the sentences for who chose it."""

    def __init__(self, name, label, told):
        self.name = name
        self.label = label
        self.told = told


class ChoiceGuess(Guess):
    """A question answered by choosing; ``right``: from figures, {name: value}, to the right option's name."""

    kind = "choice"

    def __init__(self, question, values, options, right, before=()):
        super().__init__(question, values, before)
        self.options = options
        self.right = right

    def answers(self, places):
        right = self.right({name: quantity.value for name, quantity in places.items()})
        return {
            "options": [
                {
                    "label": option.label,
                    "is_right": option.name == right,
                    "told": filled(option.told, places).as_data(),
                }
                for option in self.options
            ]
        }


class NumberGuess(Guess):
    """A question answered by a number on a track.

    Parameters
    ----------
    question, values, before
        As for every `Guess`.
    figure : str
        The figure that is the answer.
    low, high, step : float
        The track, in the model's unit.
    near : float
        A guess no further off than this is told as near.
    told : dict
        The sentences for who guessed ``near``, too ``low`` or too ``high``; {guess} and {off} are places too.
    """

    kind = "number"

    def __init__(self, question, values, figure, low, high, step, near, told, before=()):
        super().__init__(question, values, before)
        self.figure = figure
        self.low = low
        self.high = high
        self.step = step
        self.near = near
        self.told = told

    def answers(self, places):
        answer = places[self.figure]
        places = dict(places, guess=answer, off=answer)
        return {
            "answer": answer.as_data(),
            "low": self.low,
            "high": self.high,
            "step": self.step,
            "near": self.near,
            "told": {which: filled(words, places).as_data() for which, words in self.told.items()},
        }


class Scene:
    """A step with one control to move, a sentence that says so, and what then surprises.

    Parameters
    ----------
    title : str
    values : dict
        Where the lab stands first; what is not given keeps its default.
    control : str
        The control to move.
    to : object
        The value that ``told`` speaks of.
    ask, told : str
        Whole sentences. ``ask`` names figures before the move alone.
    """

    def __init__(self, title, values, control, to, ask, told):
        self.title = title
        self.values = values
        self.control = control
        self.to = to
        self.ask = ask
        self.told = told

    def as_data(self, views):
        moved = dict(self.values)
        moved[self.control] = self.to
        places = views.places(self.values, moved)
        return {
            "title": self.title,
            "values": self.values,
            "control": self.control,
            "to": self.to,
            "ask": filled(self.ask, places).as_data(),
            "told": filled(self.told, places).as_data(),
        }


def the_one_with(choose, figures):
    """Return a rule for a `ChoiceGuess`: of (option, figure) pairs ``min`` or ``max`` chooses by figure."""

    def right(found):
        return choose(figures, key=lambda pair: found[pair[1]])[0]

    return right


def lesson_as_data(lab):
    """Return a lab's guess and scenes as a page takes them, with all that is said computed."""
    views = Views(lab)
    return {
        "guess": lab.guess.as_data(views) if lab.guess else None,
        "scenes": [scene.as_data(views) for scene in lab.scenes],
    }
