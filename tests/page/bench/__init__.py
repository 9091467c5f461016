"""Measures one page for each lab in Chromium, beside a plain page with Pyodide: ``make bench-page``.

The labs' pages (a KB is 1,000 bytes)
    lab KB     the labs' script, engine, data and style on a first visit, as a host sends them under gzip
    page KB    the whole page, the labs' files included
    files      how many files the page asks for
    again KB   what is sent again of the labs' files where another lab's page was visited before
    live ms    from navigation to a live lab with an empty cache, from the server of `make serve`; median of 5
    warm ms    the same from a host that compresses, where another lab's page was visited before; one visit
    slow s     the same with an empty cache at 1.6 Mbit/s and 150 ms, median of 3
    answer ms  from a control's input event to the end of the frame that draws the first new picture, 95th
               percentile. Each control is moved by a step from the lab's own values, up and down, 0 to 300 ms
               after the last picture, so that some moves meet a long run at work. A typed number counts from
               the event with which one leaves it, since a lab waits while one types
    median ms  the same, median
    shift      the sum of all layout shifts until the page has settled, the largest of all visits, on the slow
               line with the lab in sight; the cumulative layout shift is never more
    slowest    the control with the highest median

Beside Pyodide: a plain page, without controls and pictures, whose worker loads Pyodide core and the very same
Python files. First ours, then Pyodide's, then how many times Pyodide's ours is.
    KB         what is sent before the first answer, under gzip: the labs' files with charts and controls as
               above, and all that the plain page asks for
    live ms    from navigation until a lab's Python is read and can answer; as above, ours with the page
               around it. Pyodide's is the median of one visit for each lab
    slow s     the same on the slow line; Pyodide's is one visit
    Python ms  what `callcentre.labs.answer` alone takes in MicroPython and in Pyodide, each in a plain page:
               median over the lab's own values and those with one control moved
"""
