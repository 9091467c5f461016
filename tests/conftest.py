"""What several folders of tests share."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # for the specimen

# No test is timed, and the same inputs are drawn on every run.
settings.register_profile("callcentre", deadline=None, derandomize=True)
settings.load_profile("callcentre")


def draw(control, random):
    """Return a value a reader can give this control, bounds included."""
    if control.kind in ("slider", "number", "player", "logarithmic"):
        steps = int((control.high - control.low) / control.step)
        value = random.choice(
            [control.low, control.high, control.low + random.randint(0, steps) * control.step]
        )
        return min(value, control.high)
    if control.kind == "choice":
        return random.choice([value for value, _ in control.options])
    if control.kind == "many-of":
        return [value for value, _ in control.options if random.random() < 0.5]
    if control.kind == "switch":
        return random.random() < 0.5
    if control.kind in ("text", "record"):
        return control.default  # what else may stand there, only the lab's own tests know
    raise ValueError(f"no way to draw a value for a control of kind {control.kind!r}")


@pytest.fixture(scope="session")
def draw_values():
    """A function from a lab and a ``random.Random`` to a value for each control.

    Each value is allowed by itself; together they may not be.
    """
    return lambda lab, random: {control.name: draw(control, random) for control in lab.controls}
