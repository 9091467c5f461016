"""What a question is made of, read from its source: what is asked, options with what to say of each, and why.

Each kind of question is told what its options look like; what does not fit is a `Mistake` with its line.
"""

import math

from docutils import nodes

from ...model.check import InputError
from ...model.numerics.written_number import typed_number
from .node import question_part, question_text

RIGHT, WRONG, ARROW = "[x] ", "[ ] ", " → "
OTHER = "any other number"


class Mistake(ValueError):
    """Something in a question's source that cannot be used; ``line`` is where, if it is known."""

    def __init__(self, message, node=None):
        super().__init__(message)
        self.line = line_of(node)


def line_of(node):
    """Return the line of a node's source, or of the nearest node within it that knows one."""
    if node is None:
        return None
    lines = [each.line for each in node.findall(nodes.Element) if each.line]
    return lines[0] if lines else None


def parts_of(kind, parsed, options):
    """Return a question's parts, as nodes, from its parsed content."""
    places = [at for at, node in enumerate(parsed) if isinstance(node, kind.list_of_options)]
    if len(places) != 1:
        raise Mistake(f"one {kind.words_for_list} with the options is needed, got {len(places)}")
    asked, after = parsed[: places[0]], parsed[places[0] + 1 :]
    if not asked:
        raise Mistake("what is asked must stand above the options")
    found = [kind.option(item) for item in parsed[places[0]]]
    kind.check(found, options)
    return [part("asked", asked), *found, *why(kind, after)]


def why(kind, after):
    """Return what a reader learns once all is right: of kinds of which no single option is right."""
    if not kind.has_why and after:
        raise Mistake("nothing may stand below the options", after[0])
    if kind.has_why and not (len(after) == 1 and isinstance(after[0], nodes.block_quote)):
        raise Mistake("below the options one quotation must stand: what is learnt once all is right")
    return [part("why", after[0].children)] if after else []


def part(role, children, **attributes):
    return question_part("", *children, role=role, **attributes)


def text(role, words):
    return question_text("", "", *words, role=role)


class Options:
    """What the options of a kind look like: here, items of a list, each with a quotation below it."""

    list_of_options = nodes.bullet_list
    words_for_list = "list"
    has_why = True
    least = 2

    def option(self, item):
        """Return an option's node from an item of the list."""
        paragraph, *below = item.children
        if not isinstance(paragraph, nodes.paragraph):
            raise Mistake("an option must begin with its words", item)
        if not (len(below) == 1 and isinstance(below[0], nodes.block_quote)):
            raise Mistake(f"{paragraph.astext()!r} needs one quotation below it: what to say of it", item)
        return self.read(list(paragraph.children), part("feedback", below[0].children))

    def read(self, words, feedback):
        return part("option", [text("text", words), feedback])

    def check(self, options, given):
        if len(options) < self.least:
            raise Mistake(f"at least {self.least} options are needed, got {len(options)}")

    def tolerance(self, given):
        return None


class Marked(Options):
    """Options of which some are marked as right."""

    def read(self, words, feedback):
        first = words[0].astext() if words and isinstance(words[0], nodes.Text) else ""
        mark = next((mark for mark in (RIGHT, WRONG) if first.startswith(mark)), None)
        if mark is None:
            shown = "".join(each.astext() for each in words)
            raise Mistake(f"{shown!r} must begin with [x] where it is right, with [ ] where not", feedback)
        words[0] = nodes.Text(first[len(mark) :])
        return part("option", [text("text", words), feedback], is_right=mark == RIGHT)


class ChooseOne(Marked):
    """Options of which one is right."""

    has_why = False

    def check(self, options, given):
        super().check(options, given)
        right = sum(option["is_right"] for option in options)
        if right != 1:
            raise Mistake(f"exactly one option must be marked as right, got {right}")


class ChooseSeveral(Marked):
    """Options of which some are right."""

    def check(self, options, given):
        super().check(options, given)
        if {option["is_right"] for option in options} != {True, False}:
            raise Mistake("at least one option must be right, and at least one wrong")


class Number(Marked):
    """A number, and the ones that are usually given in its place."""

    has_why = False

    def read(self, words, feedback):
        option = super().read(words, feedback)
        written = option[0].astext()
        if written == OTHER and not option["is_right"]:
            option["value"] = None
            return option
        try:
            option["value"] = typed_number(written, name="an option")
        except InputError as problem:
            raise Mistake(f"{problem} (or, as the last option, {OTHER!r})", feedback) from None
        return option

    def check(self, options, given):
        super().check(options, given)
        if "unit" not in given:
            raise Mistake("unit must be given, as it stands behind the number")
        if sum(option["is_right"] for option in options) != 1:
            raise Mistake("exactly one number must be marked as right")
        others = [at for at, option in enumerate(options) if option["value"] is None]
        if others != [len(options) - 1]:
            raise Mistake(f"the last option, and no other, must be {OTHER!r}")
        self.check_apart(options, self.tolerance(given))

    def check_apart(self, options, tolerance):
        """Raise where an answer could be two options at once."""
        values = sorted(option["value"] for option in options[:-1])
        for low, high in zip(values, values[1:], strict=False):
            if high - low <= 2 * tolerance:
                raise Mistake(f"{low:g} and {high:g} cannot be told apart with a tolerance of {tolerance:g}")

    def tolerance(self, given):
        try:
            tolerance = float(given["tolerance"])
        except (KeyError, ValueError):
            tolerance = math.nan
        if not 0 <= tolerance < math.inf:
            raise Mistake(
                f"tolerance must be a number of at least 0, in the unit, got {given.get('tolerance')!r}"
            )
        return tolerance


class Order(Options):
    """Options in their right order."""

    list_of_options = nodes.enumerated_list
    words_for_list = "numbered list"
    least = 3


class Match(Options):
    """Options, each with what belongs to it; several may share that."""

    least = 3

    def read(self, words, feedback):
        places = [at for at, each in enumerate(words) if isinstance(each, nodes.Text) and ARROW in each]
        if len(places) != 1 or words[places[0]].count(ARROW) != 1:
            shown = "".join(each.astext() for each in words)
            raise Mistake(
                f"{shown!r} must have one arrow: what, {ARROW.strip()}, what belongs to it", feedback
            )
        at = places[0]
        before, after = words[at].split(ARROW)
        what = text("text", [*words[:at], nodes.Text(before)])
        partner = text("partner", [nodes.Text(after), *words[at + 1 :]])
        return part("option", [what, partner, feedback])

    def check(self, options, given):
        super().check(options, given)
        if len({option[1].astext() for option in options}) < 2:
            raise Mistake("at least two different things must stand behind the arrows")


KINDS = {
    "choose-one": ChooseOne(),
    "choose-several": ChooseSeveral(),
    "number": Number(),
    "order": Order(),
    "match": Match(),
}
