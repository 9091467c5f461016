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
        return f"{self.caption}\n{self.frame.to_string(index=False)}"

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
        if isinstance(cell, Real) and not isinstance(cell, bool):
            return f'<td style="text-align:right">{escape(self.number(name, cell))}</td>'
        return f'<td style="text-align:left">{escape(NOTHING if cell is None else str(cell))}</td>'

    def number(self, name, cell):
        if cell != cell:
            return NOTHING
        by_column = self.decimals if isinstance(self.decimals, dict) else {}
        decimals = by_column.get(name, 0 if by_column or not isinstance(cell, float) else self.decimals)
        return number_words(float(cell), decimals=decimals)
