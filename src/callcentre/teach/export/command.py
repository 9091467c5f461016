"""The command ``export``."""

import argparse
from pathlib import Path

from .. import new_folder, option_types, whole_file

EXPORT = """Write the chapters' questions as a file that a learning platform imports.

A chapter is a file of book/, without .md. A unit is a folder of exercises/: the questions on what its tasks
train, and its tasks in words with their rubric. No built book is needed.
"""
EXAMPLE = """formats:
  moodle     Moodle XML, for Moodle's question bank
  canvas     QTI 1.2, for Canvas; an order is asked for as a match with places
  qti21      QTI 2.1, for other platforms
  cartridge  Common Cartridge 1.1, with links to chapters and labs where --site is given;
             numbers, orders and matches are asked for as choices
  scorm      SCORM 1.2: pages that report score and completion, without tasks in words

examples:
  callcentre teach export --to moodle outsourcing the-contract --out questions.xml
  callcentre teach export --to cartridge cost --site https://example.org/course --out cost.imscc

exit code: 0 the file is written; 1 a name is unknown, the file is there already, or a source has a mistake;
2 the command is wrong
"""
ENDINGS = {
    "moodle": "-moodle.xml",
    "canvas": "-canvas.zip",
    "qti21": "-qti21.zip",
    "cartridge": ".imscc",
    "scorm": "-scorm.zip",
}


def add(commands):
    """Add the command to a command line."""
    export = commands.add_parser(
        "export",
        help="write the chapters' questions for Moodle, Canvas and other learning platforms",
        description=EXPORT,
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    export.add_argument(
        "names",
        nargs="+",
        type=option_types.name,
        metavar="UNIT_OR_CHAPTER",
        help="for instance cost, or outsourcing",
    )
    export.add_argument("--to", required=True, choices=ENDINGS, help="the format")
    export.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE_OR_DIR",
        help="the file to write; in a folder it is named for the first unit or chapter",
    )
    export.add_argument(
        "--site", type=option_types.address, metavar="URL", help="where the book is, for links of a cartridge"
    )
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    export.set_defaults(act=write)


def write(options):
    """Write the file; return the exit code, or what is wrong."""
    if options.site and options.to != "cartridge":
        return [f"--site gives the links of a cartridge; {options.to} has none"]
    path = file_of(options)
    if trouble := new_folder.trouble_above(path):
        return [trouble]
    if path.exists() and not options.force:
        return [f"{path} is there already; --force writes over it"]
    try:
        from . import writing  # slow to load, and no other command needs it
    except ImportError as missing:
        return [
            f"chapters are read as the book is built, and {missing.name} is missing: install callcentre[book]"
        ]
    quizzes, content = writing.written(options.root.resolve(), options.names, options.to, options.site)
    whole_file.write(path, content)
    for quiz in quizzes:
        print(f"{quiz.title} (questions: {len(quiz.questions)})")
    for name in dict.fromkeys(options.names):
        if name not in [quiz.name for quiz in quizzes]:
            print(f"{name}: left out, since all its questions are in those before")
    print(f"written: {path}")
    return 0


def file_of(options):
    """Return the file to write: the one named, or one in the folder named."""
    out = options.out
    return out / f"{options.names[0]}{ENDINGS[options.to]}" if out.is_dir() or not out.suffix else out
