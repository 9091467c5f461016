"""How many seconds, minutes, days and months there are in one another."""

SECONDS_IN_HOUR = 3600
MINUTES_IN_DAY = 1440
DAYS_IN_WEEK = 7
DAYS_IN_YEAR = 365.25
MONTHS_IN_YEAR = 12
