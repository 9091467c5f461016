"""Controls for the model's assumptions: each has its assumption's name, label, default and unit."""

from ...model import assumptions
from .controls import Choice, Number, Slider

MIXED_BY = (
    ("hours", "certain hours"),
    ("overflow", "what overflows"),
    ("activity", "secondary activities"),
    ("nothing", "no calls"),
)


def field(name, low, high, step, explanation, decimals=0):
    """Return a number field for an assumption."""
    known = assumptions.find(name)
    return Number(name, known.label, known.value, low, high, step, explanation, known.unit, decimals)


def slider(name, low, high, step, explanation, decimals=0, label=None):
    """Return a slider for an assumption, under its own label unless another fits the lab better."""
    known = assumptions.find(name)
    return Slider(name, label or known.label, known.value, low, high, step, explanation, known.unit, decimals)


def choice(name, options, explanation):
    """Return a choice for an assumption; ``options`` as a `Choice` has them."""
    known = assumptions.find(name)
    return Choice(name, known.label, known.value, options, explanation)


def mixed_by():
    """Return the choice of how calls are shared in a mix."""
    return choice("mixed_by", MIXED_BY, "How the calls are shared between own agents and the vendor's.")
