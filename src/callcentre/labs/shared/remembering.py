"""What was worked out last is kept, so that a control that leaves it alone need not wait for it again."""

from ...model.workload.scenario import Scenario

MOST_MOVES = 100  # after so many, what is kept of those before is let go


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


class LastScenario:
    """A function of a scenario's complete values to the Scenario, which keeps what the last one had alike."""

    def __init__(self):
        self.scenario = None
        self.moves = 0

    def __call__(self, values):
        if self.scenario is None or self.moves == MOST_MOVES:
            self.scenario = Scenario(values)
            self.moves = 0
        elif values != self.scenario.values:
            self.scenario = self.scenario.varied(values)
            self.moves += 1
        return self.scenario
