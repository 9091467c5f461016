"""What the book teaches, as plain functions: no state, no third party.

These files run unchanged in CPython and in the MicroPython of the reader's page. Where to look:

Wrong input
    check
Chance
    randomness, confidence
Types
    typology; cases, sorting (cases to sort, and what was answered to them)
Queues
    erlang, waiting, staffing, capacity, search; overflow, pooling, square_root, chat
Demand and hours
    bank_day, demand, busy_days, counts, hours
Money
    assumptions (every default), money (whole cents); workload, roster, mixed, divided_day (who takes which
    calls, with which people); in_house, vendor (the lines of an account); account, break_even, costs (the
    comparison); contract (what a vendor earns)
Uncertainty
    rare_events, uncertainty
Choice
    scorecard, preferences
Simulation
    call_by_call, simulation
"""
