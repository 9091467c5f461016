"""The command ``callcentre``, which hands on to the room that does it."""

import sys

from .teach.__main__ import main as teach

HELP = """usage: callcentre teach COMMAND ...

callcentre teach --help lists the instructor's and the author's commands.
"""


def main(arguments=None):
    """Hand the command line on; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["teach"]:
        return teach(words[1:])
    print(HELP, file=sys.stdout if words in (["--help"], ["-h"]) else sys.stderr)
    return 0 if words in (["--help"], ["-h"]) else 2


if __name__ == "__main__":
    sys.exit(main())
