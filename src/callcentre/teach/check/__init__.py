"""Whether all still fits together after a change of data, cases, assumptions, tasks or chapters.

A file here looks after each part; the tests ask the same functions. ``command.py`` lists the parts.
"""
