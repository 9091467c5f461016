"""Folded code: its fold is named as a reader sees it, and stands below the lab that it makes."""

from myst_nb.sphinx_ import HideCodeCellNode, HideInputCells
from sphinx.transforms.post_transforms import SphinxPostTransform

from .lab_node import lab_node

HIDDEN_NAME = ' aria-label="Toggle hidden content"'  # myst-nb's own, for screen readers


def setup(app):
    """Have both done while the book is built; called by the extension."""
    app.add_post_transform(LabBeforeItsCode)
    app.connect("html-page-context", name_by_what_is_seen)


class LabBeforeItsCode(SphinxPostTransform):
    """Lay the fold of a cell's code below what the cell shows, where that is a lab."""

    default_priority = HideInputCells.default_priority + 1
    formats = ("html",)

    def run(self, **kwargs):
        for fold in list(self.document.findall(HideCodeCellNode)):
            cell = fold.parent
            if any(cell.findall(lab_node)):
                cell.remove(fold)
                cell.append(fold)


def name_by_what_is_seen(app, pagename, templatename, context, doctree):
    """Leave each fold the words on it as its name, as who speaks to a computer says them."""
    if "body" in context:
        context["body"] = context["body"].replace(HIDDEN_NAME, "")
