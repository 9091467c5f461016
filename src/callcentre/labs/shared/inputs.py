"""Controls for the model's assumptions: each has its assumption's name, label, default and unit."""

from ...model import assumptions
from .controls import Choice, LogarithmicSlider, Number, Slider

MIXED_BY = (
    ("hours", "certain hours"),
    ("overflow", "what overflows"),
    ("activity", "secondary activities"),
    ("nothing", "no calls"),
)


def field(name, low, high, step, explanation, decimals=0, needs=()):
    """Return a number field for an assumption."""
    return numbered(Number, name, low, high, step, explanation, decimals, needs)


def slider(name, low, high, step, explanation, decimals=0, label=None, needs=()):
    """Return a slider for an assumption, under its own label unless another fits the lab better."""
    return numbered(Slider, name, low, high, step, explanation, decimals, needs, label)


def logarithmic(name, low, high, explanation):
    """Return a slider over several powers of ten for an assumption that is a whole number."""
    return numbered(LogarithmicSlider, name, low, high, 1, explanation, 0, ())


def numbered(kind, name, low, high, step, explanation, decimals, needs, label=None):
    """Return a control of some kind for an assumption that is a number."""
    known = assumptions.find(name)
    return kind(
        name, label or known.label, known.value, low, high, step, explanation, known.unit, decimals, needs
    )


def choice(name, options, explanation, needs=()):
    """Return a choice for an assumption; ``options`` as a `Choice` has them."""
    known = assumptions.find(name)
    return Choice(name, known.label, known.value, options, explanation, needs)


def mixed_by():
    """Return the choice of how calls are shared in a mix."""
    return choice("mixed_by", MIXED_BY, "How the calls are shared between own agents and the vendor's.")


def own_opening(by_hours):
    """Return the slider of the hour own agents start; ``by_hours`` is what gives it an effect."""
    hint = "By hours: before then, the vendor takes the calls."
    return slider("in_house_opens_hour", 0, 24, 1, hint, needs=(by_hours,))


def own_closing(by_hours):
    """Return the slider of the hour own agents stop; ``by_hours`` is what gives it an effect."""
    hint = "By hours: from then on, the vendor takes them."
    return slider("in_house_closes_hour", 0, 24, 1, hint, needs=(by_hours,))
