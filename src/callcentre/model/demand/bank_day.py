"""Calls by half hour of a large North American bank, 07:00 to 21:00, on an average weekday.

Mean and standard deviation (squares divided by one less than the days) over 164 weekdays from 3 March 2003,
computed from the five-minute counts published as the series ``calls`` of the R package fpp2: the data of
Weinberg, Brown and Stroud (2007), JASA 102(480), 1185-1198.
"""

HALF_HOURS = (
    ("07:00", 478.0, 91.2),
    ("07:30", 535.2, 76.8),
    ("08:00", 827.8, 104.6),
    ("08:30", 1095.2, 119.8),
    ("09:00", 1532.7, 164.6),
    ("09:30", 1685.7, 190.4),
    ("10:00", 1699.7, 182.7),
    ("10:30", 1694.3, 179.0),
    ("11:00", 1663.6, 188.0),
    ("11:30", 1617.4, 167.3),
    ("12:00", 1567.7, 171.2),
    ("12:30", 1541.0, 173.9),
    ("13:00", 1499.1, 165.6),
    ("13:30", 1484.7, 149.3),
    ("14:00", 1453.1, 149.4),
    ("14:30", 1449.1, 142.3),
    ("15:00", 1406.0, 139.2),
    ("15:30", 1374.8, 132.9),
    ("16:00", 1291.2, 126.5),
    ("16:30", 1159.7, 111.1),
    ("17:00", 983.3, 114.1),
    ("17:30", 860.0, 90.9),
    ("18:00", 754.3, 68.2),
    ("18:30", 674.0, 69.3),
    ("19:00", 593.0, 66.5),
    ("19:30", 541.7, 66.2),
    ("20:00", 484.4, 72.2),
    ("20:30", 444.7, 73.9),
)

# What the half hours alone do not tell: how whole days and their two parts move together.
DAY_MEAN = 32_461
DAY_SD = 2_915
DAY_LEAST = 27_666
DAY_MOST = 42_889
MORNING_WITH_REST = 0.81
