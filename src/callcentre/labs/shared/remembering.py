"""What was worked out last is kept, so that a control that leaves it alone need not wait for it again."""


class LastAnswer:
    """A function of one thing that remembers its last answer."""

    def __init__(self, function):
        self.function = function
        self.forget()

    def forget(self):
        self.asked = None
        self.answer = None

    def __call__(self, asked):
        if asked != self.asked:
            self.answer = self.function(asked)
            self.asked = asked
        return self.answer
