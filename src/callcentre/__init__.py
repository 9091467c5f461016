"""A course on call-centre types and sourcing: a model, the labs that move it, and three doors to them."""

from . import labs as labs

__version__ = "0.2.0"


def lab(name, **values):
    """Return a lab ready to show in a notebook.

    Parameters
    ----------
    name : str
        A lab's name, as in ``[lab.name for lab in callcentre.labs.all()]``.
    **values
        Values of the lab's controls, by control name; what is not given keeps its default.

    Raises
    ------
    ValueError
        If there is no such lab or control, or a value is not allowed; the message names it.
    """
    from .notebook import show

    return show(name, values)


def __getattr__(name):
    """Give ``check`` and ``answer``, of exercises: once a notebook names them, its cells are watched."""
    if name not in ("check", "answer"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .notebook import checking

    return getattr(checking, name)
