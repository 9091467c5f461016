"""A pandas DataFrame as a table that a screen reader can read: a caption, scoped headings, no empty one."""

from html import escape
from numbers import Real

from .numbers import NOTHING, number_words


class FrameTable:
    """A DataFrame with a caption; its index is not shown."""

    def __init__(self, frame, caption, decimals=0):
        self.frame = frame
        self.caption = caption
        self.decimals = decimals

    def __repr__(self):
        shown = self.frame.astype(object)
        for name in shown.columns:
            shown[name] = [self.words(name, cell) for cell in self.frame[name]]
        return f"{self.caption}\n{shown.to_string(index=False)}"

    def _repr_html_(self):
        head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in self.frame.columns)
        rows = "".join(self.row_html(row) for row in self.frame.itertuples(index=False, name=None))
        return (
            f'<table class="dataframe"><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def row_html(self, row):
        cells = [self.cell_html(name, cell) for name, cell in zip(self.frame.columns, row, strict=True)]
        return f"<tr>{''.join(cells)}</tr>"

    def cell_html(self, name, cell):
        is_right = self.frame[name].dtype.kind in "iuf" if is_missing(cell) else is_number(cell)
        side = "right" if is_right else "left"
        return f'<td style="text-align:{side}">{escape(self.words(name, cell))}</td>'

    def words(self, name, cell):
        """Return a cell as it is shown: numbers rounded, a dash where there is nothing."""
        if is_missing(cell):
            return NOTHING
        if not is_number(cell):
            return str(cell)
        by_column = self.decimals if isinstance(self.decimals, dict) else {}
        decimals = by_column.get(name, 0 if by_column or not isinstance(cell, float) else self.decimals)
        return number_words(float(cell), decimals=decimals)


def is_missing(cell):
    return cell is None or cell != cell


def is_number(cell):
    return isinstance(cell, Real) and not isinstance(cell, bool)
