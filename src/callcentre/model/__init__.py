"""What the book teaches, as plain functions: no classes to learn, no state, no third party.

These files run unchanged in CPython and in the MicroPython of the reader's page.
"""
