"""Reports of calls by interval: what is read from each, asked about it, or said against it.

The files in counts/ hold invented numbers in the forms that telephone systems and spreadsheets write.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "counts"

# (text, the calls of its first day, what the result says besides)
READ = [
    ("09:00,12\n09:30,20\n10:00,9.5", [12, 20, 9.5], {}),
    ("9:00;12\r\n9:30;20\r\n10:00;9,5\r\n", [12, 20, 9.5], {}),
    ("interval_start,calls\n09:00,12\n09:30,20\n", [12, 20], {"column": "calls"}),
    ("\ufeffHeure;Appels\n9h;12\n9h30;20\n10h;9,5\n;;\n\n", [12, 20, 9.5], {"column": "Appels"}),
    ('"Start"\t"Calls"\t"Note"\n"09:00:00"\t"12"\t"x"\n09:30:00\t20\t\n', [12, 20], {}),
    ("calls,start\n12,09:00-09:30\n20,09:30-10:00", [12, 20], {"column": "calls"}),
    # numbers, by the column as a whole
    ('09:00,"1,204"\n09:30,980', [1204, 980], {"thousands": ","}),
    ("09:00;1.204\n09:30;980", [1204, 980], {"thousands": "."}),
    ("09:00\t1,204\n09:30\t980", [1204, 980], {"thousands": ","}),
    ("09:00\t1,204\n09:30\t12,5", [1.204, 12.5], {"thousands": ""}),
    ("09:00;1.204,5\n09:30;1.310", [1204.5, 1310], {"thousands": ""}),
    ("09:00;1.204.300\n09:30;1.310", [1204300, 1310], {"thousands": ""}),
    ("09:00;0.204\n09:30;1.310", [0.204, 1.31], {}),
    ("9:00;1 200\n10:00;1\u00a0300\n11:00;1\u202f400", [1200, 1300, 1400], {}),
    ("9:00;1'200\n10:00;1’300", [1200, 1300], {}),
    ("decimal=comma\n09:00;1.204\n09:30;1.310", [1204, 1310], {"thousands": ""}),
    ("# decimal = point\n09:00;1.204\n09:30;1.310", [1.204, 1.31], {}),
    ("empty=zero\n09:00,1\n09:30,\n10:00,–", [1, 0, 0], {"emptied": 2}),
    # columns
    ("start,answered,calls,offered\n09:00,3,4,5\n09:30,3,4,6", [5, 6], {"column": "offered"}),
    ("start,answered,calls\n09:00,3,4\n09:30,3,5", [4, 5], {"column": "calls"}),
    ("start,Offered %,Offered\n09:00,30,4\n09:30,40,5", [4, 5], {"column": "Offered"}),
    ("column=3\n07:00,30,14.8\n07:30,30,20", [14.8, 20], {"column": "3"}),
    ("column=Answered\nstart,answered\n09:00,3\n09:30,4", [3, 4], {"column": "answered"}),
    (
        "column=ACD Calls + Aban Calls\nTime,ACD Calls,Aban Calls\n09:00,3,4\n09:30,5,0",
        [7, 5],
        {"column": "ACD Calls + Aban Calls"},
    ),
    # lines
    ("start,calls\n09:00,3\n09:30,4\n,7", [3, 4], {"left_out": [(4, "total")]}),
    ("start,calls\n09:00,3\n09:30,4\nGrand total,9", [3, 4], {"left_out": [(4, "total")]}),
    ("start,calls\n09:00,3\nstart,calls\n09:30,4", [3, 4], {"left_out": [(3, "head")]}),
    ("start,calls\n09:00,3\n09:30,4\nMade by hand", [3, 4], {"left_out": [(4, "below")]}),
    ("Calls of March\n\nstart,calls\n09:00,3\n09:30,4", [3, 4], {"left_out": [(1, "title")]}),
    # queues
    (
        "start,queue,calls\n09:00,A,3\n09:00,B,4\n09:30,A,5\n09:30,B,6",
        [7, 11],
        {"queues": ["A", "B"], "left_out": []},
    ),
    (
        "queue=a\nstart,queue,calls\n09:00,A,3\n09:00,B,4\n09:30,A,5\n09:30,B,6",
        [3, 5],
        {"queues": ["A"], "left_out": [(4, "queue"), (6, "queue")]},
    ),
    (
        "start,queue,calls\n09:00,A,3\n09:00,All,7\n09:00,B,4\n09:30,A,5\n09:30,B,6",
        [7, 11],
        {"queues": ["A", "B"], "left_out": [(3, "total")]},
    ),
    # times
    ("0800,12\n0830,14", [12, 14], {"minutes": 30}),
    ("start,calls\n0,12\n100,14\n200,3", [12, 14, 3], {"minutes": 60}),
    ("Heure;Appels\n8;12\n9;14", [12, 14], {"minutes": 60}),
    ("start,calls\n11:30 AM,12\n12:00 PM,14\n12:30 p.m.,3", [12, 14, 3], {}),
    ("08:00–08:30,4\n08:30–09:00,5", [4, 5], {}),
    ("Interval,Offered\n08:00 to 08:29,4\n09:00 to 09:29,5", [4, 0, 5], {"filled": 1}),
    ("Interval,Offered\n08:00-08:30,4", [4], {"minutes": 30}),
    ("09:00,1\n09:30,2\n10:30,3", [1, 2, 0, 3], {"filled": 1}),
    ("09:00,3\n09:05,4\n09:10,5\n09:15,6", [12, 6], {"minutes": 15, "minutes_counted": 5}),
    ("09:00,3\n09:10,4\n09:20,5\n09:30,6", [12, 6], {"minutes": 30, "minutes_counted": 10}),
    ("11:00,3\n10:00,4\n09:00,5", [5, 4, 3], {}),
    ("22:00,5\n23:00,4\n00:00,3\n01:00,2", [3, 2] + [0] * 20 + [5, 4], {"filled": 20}),
    # dates
    ("date,start,calls\n03-03-2025,09:00,4\n03-03-2025,09:30,5", [4, 5], {"dates": ""}),
    ("date,start,calls\n11/3/25,09:00,4\n11/3/25,09:30,5", [4, 5], {"dates": "", "are_days_known": True}),
    ("Date,Time,Calls\n03/03/2025 00:00:00,09:00,4\n,09:30,5", [4, 5], {}),
    ("day,start,calls\n1,09:00,3\n1,09:30,4", [3, 4], {"are_days_known": False}),
]

# (text, words of the question)
ASKED = [
    (
        "09:00;1.204\n09:30;1.310",
        ("1.204 (line 1, column 2)", "decimal=comma for 1204", "decimal=point for 1.204"),
    ),
    ('09:00,"1,204"\n09:30,"1,310"', ("1,204 (line 1, column 2)", "decimal=comma", "decimal=point for 1204")),
    ("start;calls\n09:00;12\n09:30;1.125", ("1.125 (line 3, column calls)", "1125 or 1.125")),
    ("07:00,30,14.8\n07:30,30,20", ("Which column", "2, 3", "column=2")),
    ("start,answered,abandoned\n09:00,3,4\n09:30,3,5", ("Which column", "column=answered", "+")),
    ("start,Received,Incoming\n09:00,3,4\n09:30,3,5", ("Received, Incoming",)),
    ("start,calls,calls\n09:00,3,4\n09:30,3,5", ("2, 3",)),
    ("a,b\n09:00,1\n09:30,1", ("column=b",)),
    (
        "date,start,calls\n01/03/2025,09:00,4\n01/03/2025,09:30,5",
        (
            "01/03/2025 (line 2, column date)",
            "2025-03-01 or 2025-01-03",
            "dates=day-first",
            "dates=month-first",
        ),
    ),
]

# (text, words of what must be, how what stood there ends the message)
REFUSED = [
    ("", "CSV text", "''"),
    ("hello", "CSV text", "'hello'"),
    ("09:00 12\n09:30 14", "CSV text", "'09:00 12'"),
    ("x,y\na,b", "a column of times", "'x, y'"),
    ("Interval,Calls\n1,12\n2,14", "a column of times", "'Interval, Calls'"),
    ("Date;Calls\n2025-03-03;400\n2025-03-04;500", "a column of times", "'Date, Calls'"),
    ("start,b\n09:00,x\n09:30,y", "names the column calls", "'start, b'"),
    ("start,calls", "a column of times", "'start, calls'"),
    ("09:00,1", "at least two intervals", "'09:00'"),
    ("09:00,1\n09:30,\n10:00,3", "a number for every interval (line 2, column 2 has none", "''"),
    ("09:00,1\n09:30\n10:00,3", "a number for every interval (line 2, column 2 has none", "''"),
    ("09:00,1\n09:30,-4\n10:00,3", "numbers of at least 0 (line 2, column 2)", "'-4'"),
    ("start,n,calls\n09:00,x,1\n09:30,x,many", "numbers of calls (line 3, column calls)", "'many'"),
    ("09:00,1\n09:30,nan\n10:00,3", "numbers of calls (line 2, column 2)", "'nan'"),
    ("09:00,1\n09:30,1e3\n10:00,3", "numbers of calls (line 2, column 2)", "'1e3'"),
    ("09:00,1\n09:30,1.2.3\n10:00,3", "numbers of calls (line 2, column 2)", "'1.2.3'"),
    ("09:00,1\n09:30,1 2\n10:00,3", "numbers of calls (line 2, column 2)", "'1 2'"),
    ("09:00,1\n09:30,1234567890123\n10:00,3", "at most 12 digits (line 2, column 2)", "'1234567890123'"),
    (
        "start;calls\n09:00;3,5\n09:30;4.5",
        "all have a decimal comma (line 3, column calls has none)",
        "'4.5'",
    ),
    ("decimal=point\n09:00;3\n09:30;4,5", "a decimal point (line 3, column 2 has none)", "'4,5'"),
    ("start,calls\n09:00,1,204\n09:30,980", "at most 2 cells (line 2 has 3)", "'09:00, 1, 204'"),
    ("09:00,1\n09:30,2\n09:30,3", "each interval once (line 3 repeats line 2)", "'09:30'"),
    (
        "date,start,calls\n2025-03-03,09:00,1\n2025-03-03,09:00,3\n2025-03-03,09:30,3",
        "once (line 3 repeats line 2)",
        "'09:00'",
    ),
    ("09:00,1\n10:00,2\n09:30,3", "in the order of the day (line 3 goes back)", "'09:30'"),
    ("8:00,1\n12:00,2\n1:00,4\n2:00,3", "with AM and PM (line 3 goes back", "'01:00'"),
    ("09:00,1\n09:20,2\n09:40,3", "intervals of 15, 30 or 60 minutes", "'09:00'"),
    ("09:10,1\n09:40,2\n10:10,3", "intervals of 15, 30 or 60 minutes", "'09:10'"),
    ("09:00,1\n09:30,2\n10:15,3", "that add up to these (line 3, column 1)", "'10:15'"),
    ("08:00-08:30,4\n08:30-08:45,5", "one length (line 2 has another than line 1)", "'15 minutes'"),
    ("09:00,1\n24:00,2", "from 00:00 to 23:45, such as 07:30 (line 2, column 1)", "'24:00'"),
    ("09:00,1\n09:75,2", "from 00:00 to 23:45, such as 07:30 (line 2, column 1)", "'09:75'"),
    ("start,calls\n09:00,1\nten,2", "from 00:00 to 23:45, such as 07:30 (line 3, column start)", "'ten'"),
    ("09:00,1\n²:30,2", "from 00:00 to 23:45, such as 07:30 (line 2, column 1)", "'²:30'"),
    ("start,calls\n09:00,3\n09:30,4\n,8", "a start for every line (line 4, column start has none)", "', 8'"),
    (
        "date,start,calls\n,09:00,1\nMon,09:30,2",
        "a day for every line (line 2, column date has none)",
        "', 09:00, 1'",
    ),
    ("date,start,calls\n13/03/2025,09:00,1\n03/13/2025,09:30,2", "(line 3, column date)", "'03/13/2025'"),
    ("date,start,calls\n2025-03-03,09:00,1\nx,09:30,2", "(line 3, column date)", "'x'"),
    ("dates=day-first\ndate,start,calls\n03/13/2025,09:00,1\n,09:30,2", "day-first (line 3", "'03/13/2025'"),
    (
        "day,start,calls\nMon,9h,1\nMon,10h,2\nTue,9h,1\nTue,10h,2\nMon,11h,3",
        "in one piece (line 6)",
        "'Mon'",
    ),
    ('09:00,"3\n09:30,4', "whose quotes end (that of line 1 does not)", "'09:00,\"3'"),
    ('09:00,"3"x\n09:30,4', "text beside their quotes (line 1, column 2)", "'09:00,\"3\"x'"),
    ('09:00,x"3"\n09:30,4', "text beside their quotes (line 1, column 2)", "'09:00,x\"3\"'"),
    ("decimal=dot\n09:00,1\n09:30,2", "decimal= with one of comma, point (line 1)", "'dot'"),
    ("column=\n09:00,1\n09:30,2", "column= with a name that stands in the table (line 1)", "''"),
    ("column=x\nstart,calls\n09:00,1\n09:30,2", "column= with one of start, calls", "'x'"),
    ("queue=x\nstart,queue,calls\n09:00,A,1\n09:30,A,2", "queue= with one of A", "'x'"),
    ("queue=x\nstart,calls\n09:00,1\n09:30,2", "a queue, which this table does not name", "'x'"),
    ("," * 200 + "\n09:00,1", "a table of at most 120 columns (line 1)", ",..."),
]


def samples():
    """Return the files in counts/ with their texts."""
    paths = sorted(
        path for path in FOLDER.iterdir() if path.suffix in (".csv", ".txt") and path.stem != "expected"
    )
    return [(path.name, path.read_text(encoding="utf-8")) for path in paths]
