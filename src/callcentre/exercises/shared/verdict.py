"""What is said of an answer: right and why it matters, or what to look at, in one sentence."""

EMPTY, KIND, WRONG, RIGHT = "empty", "kind", "wrong", "right"


class Trouble(Exception):
    """An answer that cannot be judged: it is empty, or of another kind than what is asked for."""

    def __init__(self, state, message):
        super().__init__(message)
        self.state = state
        self.message = message


class Verdict:
    """What is said of one answer to a task.

    Attributes
    ----------
    state : {"right", "wrong", "kind", "empty"}
        "kind": the answer is of another kind than what is asked for; "empty": there is none yet.
    message : str
        Why the right answer matters, or what to look at. It never holds the answer itself.
    misconception : str or None
        The name of the mistake that leads to this very answer.
    notes : list of str
        How an answer was read that was written in an unusual way.
    """

    def __init__(self, state, message, misconception=None, notes=()):
        self.state = state
        self.message = message
        self.misconception = misconception
        self.notes = list(notes)

    @property
    def is_right(self):
        return self.state == RIGHT

    def as_data(self):
        """Return the verdict as data that JSON can hold."""
        return {
            "state": self.state,
            "message": self.message,
            "misconception": self.misconception,
            "notes": self.notes,
        }
