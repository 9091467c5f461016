"""Choose units and hand them out: a folder for students, and the instructor's half apart from it.

`reading` says what a unit rests on, as chapters and notebooks themselves say it; `plan` spreads units over
weeks; `folder` makes a course's folder, with `site` for its pages, `links` for its addresses and
`..variants` for numbers of one's own.
"""
