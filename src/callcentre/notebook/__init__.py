"""Show a lab in Jupyter: ipywidgets to move, matplotlib to look at, pandas to go on with."""


def show(name, values):
    """Return the lab of that name as a widget, at these values.

    Parameters
    ----------
    name : str
        A lab's name.
    values : dict
        Values of its controls, by name, in the model's units; what is not given keeps its default.

    Returns
    -------
    callcentre.notebook.lab_widget.LabWidget

    Raises
    ------
    callcentre.model.check.InputError
        If there is no such lab or control, or a value is not allowed; the error names it.
    """
    from ..labs import find
    from .lab_widget import LabWidget

    return LabWidget(find(name), values)


def picture(figure, words):
    """Return a matplotlib figure to show with the words that stand for it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    words : str
        What the picture shows, for those who cannot see it; make it from the same numbers.
    """
    from .pictures import Picture

    return Picture(figure, words)


def table(frame, caption, decimals=0):
    """Return a pandas DataFrame to show as a table with a caption, column headings and no index.

    Parameters
    ----------
    frame : pandas.DataFrame
    caption : str
        What the table tells.
    decimals : int or dict
        Digits after the point, for all columns of floats or by column.
    """
    from .tables import FrameTable

    return FrameTable(frame, caption, decimals)
