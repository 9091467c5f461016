"""Questions in the chapters: the directive ``{question}``, what a page shows of one, and the list of all.

::

    ```{question} Two nights or one
    :name: two-nights
    :kind: number
    :unit: agent|agents
    :tolerance: 0
    :objective: 2

    How many agents does the pool need?

    - [x] 12
      > Twelve serve all ten firms.
    - [ ] 30
      > So many are needed where each firm works alone.
    - [ ] any other number
      > Look for the hundred calls an hour.
    ```

An option is an item of a list, with what to say of it in a quotation below it. ``choose-one``,
``choose-several`` and ``number`` mark options with ``[x]`` and ``[ ]``; ``order`` is a numbered list in the
right order; ``match`` has an arrow in each item, ``by hours → the clock decides``. In ``choose-several``,
``order`` and ``match`` a quotation below the list says what a reader learns once all is right.
A ``:unit:`` has a form for each kind of number, as in labs/shared/units.py, where its words depend on it.
``:objective:`` names objectives of the chapter by their numbers, and of labs as ``how-many-agents/1``;
``:predicts:`` names the lab of which the question asks a guess.
"""

from . import directive, listing, node


def setup(app):
    """Register the directive, its node and the list; called by the extension."""
    for part in (node, directive, listing):
        part.setup(app)
