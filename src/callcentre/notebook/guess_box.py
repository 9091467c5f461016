"""A lab's guess in Jupyter: asked when a reader opens it, and told how far off it was."""

from html import escape

from ipywidgets import HTML, Button, FloatSlider, HBox, RadioButtons, VBox

from ..labs.shared.lesson import Views
from .fields import FULL_WIDTH
from .numbers import text_words


class GuessBox(VBox):
    """A button that opens the question; nothing is computed before.

    Parameters
    ----------
    lab : callcentre.labs.shared.lab.Lab
        A lab with a guess.
    show : callable
        Is handed the values that show the answer, once it is told.
    """

    def __init__(self, lab, show):
        self.lab = lab
        self.show = show
        self.opener = Button(description="Guess first", tooltip="One question before you look")
        self.opener.on_click(self.ask)
        super().__init__([self.opener])

    def ask(self, *_):
        """Show the question with a way to answer it."""
        self.guess = self.lab.guess.as_data(Views(self.lab))
        self.told = HTML()
        if self.guess["kind"] == "choice":
            options = [(option["label"], place) for place, option in enumerate(self.guess["options"])]
            self.answer = RadioButtons(options=options, value=None, layout=FULL_WIDTH)
        else:
            self.answer = self.track()
        check, skip = Button(description="Check my guess"), Button(description="Skip")
        check.on_click(self.check)
        skip.on_click(self.leave)
        self.buttons = HBox([check, skip])
        question = HTML(f"<p>{escape(text_words(self.guess['question']))}</p>")
        self.children = (question, self.answer, self.told, self.buttons)

    def track(self):
        """Return a slider in the unit that a reader sees."""
        factor = self.guess["answer"]["factor"]
        low, high, step = (round(self.guess[name] * factor, 10) for name in ("low", "high", "step"))
        decimals = self.guess["answer"]["decimals"] or 0
        middle = low + step * round((high - low) / step / 2)
        return FloatSlider(
            value=middle, min=low, max=high, step=step, readout_format=f",.{decimals}f", layout=FULL_WIDTH
        )

    def check(self, *_):
        """Tell how far off the guess was, and show the answer."""
        if self.answer.value is None:
            self.told.value = "<p>Choose an answer first, or skip the question.</p>"
            return
        self.told.value = f"<p><strong>{escape(self.words())}</strong></p>"
        self.answer.disabled = True
        self.buttons.children = self.buttons.children[1:]
        self.buttons.children[0].description = "Go on"
        self.show(self.guess["values"])

    def words(self):
        """Return what is told of the guess."""
        if self.guess["kind"] == "choice":
            return text_words(self.guess["options"][self.answer.value]["told"])
        answer = self.guess["answer"]
        guessed = self.answer.value / answer["factor"]
        off = guessed - answer["value"]
        told = self.guess["told"][
            "near" if round(abs(off), 9) <= self.guess["near"] else "low" if off < 0 else "high"
        ]
        own = {"guess": dict(answer, value=guessed), "off": dict(answer, value=abs(off))}
        parts = [
            {"name": part["name"], "quantity": own.get(part["name"], part["quantity"])}
            for part in told["parts"]
        ]
        return text_words({"template": told["template"], "parts": parts})

    def leave(self, *_):
        self.children = ()
