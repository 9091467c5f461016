"""Quantities that several labs say in the same way."""

from .view import Quantity


def euros(amount):
    """Return an amount of EUR, shown without cents."""
    return Quantity(amount, "EUR")


def share(part, decimals=1):
    """Return a share of 1, shown in percent."""
    return Quantity(part, "share", decimals)


def seconds(time):
    """Return a time in whole seconds."""
    return Quantity(time, "seconds")


def agents(number):
    """Return a number of agents as it stands within a sentence."""
    return "one agent" if number == 1 else Quantity(number, "agents")
