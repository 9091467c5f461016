"""What the book teaches, as plain functions: no state, no third party.

These files run unchanged in CPython and in the MicroPython of the reader's page. One folder a subject; where
a file has its folder's name, the folder hands on what it holds, so that ``callcentre.model.costs.compare`` is
found where one looks for it. tests/model/test_rooms.py holds which room may use which. From the ground up:

check, units, assumptions
    wrong input; seconds, hours and months; every default with its grade and source
numerics
    search, rounding, randomness, confidence, written_number
demand
    demand; bank_day, busy_days
counts
    counts (a reader's own); report, columns, number_column, dates, times, day_intervals, csv_text
erlang
    erlang; waiting, overflow
staffing
    staffing; capacity, hours, pooling, square_root, chat
workload
    workload (who takes which calls, with which people); roster, mixed, divided_day
costs
    costs (the comparison); account, break_even, in_house, vendor, money (whole cents), contract
risk
    rare_events, uncertainty
typology
    typology; cases, sorting
scorecard
    scorecard; preferences
simulation
    simulation; call_by_call
"""
