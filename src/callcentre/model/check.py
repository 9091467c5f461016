"""Wrong input is answered by its name, its value and what is allowed."""

LARGEST = 1.7976931348623157e308  # a whole number beyond it is infinite once it meets a fraction


class InputError(ValueError):
    """An input that cannot be used.

    Attributes
    ----------
    name : str
        The input, by the name the caller knows it under.
    allowed : str
        What may stand there, to follow "must be".
    value : object
        What stood there.
    question : str
        Where the input could mean several things: which they are, and how to say which one is meant. Such an
        error's message is the question.
    """

    def __init__(self, name: str, allowed: str, value: object, question: str = "") -> None:
        super().__init__(
            f"{name}: {question}" if question else f"{name} must be {allowed}, got {shown(value)}"
        )
        self.name = name
        self.allowed = allowed
        self.value = value
        self.question = question


def shown(value: object) -> str:
    """Return a value as an error message shows it: as Python writes it, cut when it is long."""
    text = f"'{value}'" if isinstance(value, str) and is_plain(value) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def is_plain(text: str) -> bool:
    """Say whether a text stands within quotes as it is; MicroPython's repr would hide accents."""
    return all(is_plain_letter(letter) for letter in text[:100])


def is_plain_letter(letter: str) -> bool:
    is_latin = "\u00a1" <= letter <= "\u024f" and letter != "\u00ad"
    return (" " <= letter <= "~" and letter not in "'\\") or is_latin or letter in "–—−’€"


def number(
    name: str,
    value: object,
    low: float | None = None,
    high: float | None = None,
    above: float | None = None,
    below: float | None = None,
) -> float:
    """Return the value when it is a finite number within the bounds.

    ``low`` and ``high`` are allowed themselves; ``above`` and ``below`` are not.

    Raises
    ------
    InputError
        If the value is a bool, no number, NaN, infinite or out of bounds.

    Examples
    --------
    >>> number("agents", 12, low=1)
    12
    >>> number("agents", -3, low=1)
    Traceback (most recent call last):
        ...
    callcentre.model.check.InputError: agents must be a number of at least 1, got -3
    """
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, float))
        or not abs(value) <= LARGEST
        or (low is not None and value < low)
        or (high is not None and value > high)
        or (above is not None and value <= above)
        or (below is not None and value >= below)
    ):
        raise InputError(name, "a number" + bounds(low, high, above, below), value)
    return value


def whole_number(name: str, value: object, low: float | None = None, high: float | None = None) -> int:
    """Return the value as an int when it is a whole number within the bounds (4.0 counts as 4).

    Raises
    ------
    InputError
        If the value is a bool, no number, has a fraction, or is out of bounds.

    Examples
    --------
    >>> whole_number("agents", 4.0, 1)
    4
    """
    try:
        found = number(name, value, low, high)
        if found == int(found):
            return int(found)
    except InputError:
        pass
    raise InputError(name, "a whole number" + bounds(low, high), value)


def one_of(name: str, value: object, options: tuple[str, ...] | list[str]) -> str:
    """Return the value when it is one of the options, which are strings.

    Raises
    ------
    InputError
        If it is not; the message lists the options.

    Examples
    --------
    >>> one_of("tariff", "call", ("minute", "call"))
    'call'
    """
    if not isinstance(value, str) or value not in options:
        raise InputError(name, "one of " + ", ".join(options), value)
    return value


def some_of(name: str, value: object, options: tuple[str, ...] | list[str]) -> list[str]:
    """Return the chosen options in the order of ``options``; the value is a list or tuple of them, each once.

    Raises
    ------
    InputError
        If the value is no list or tuple, or holds something else or something twice.

    Examples
    --------
    >>> some_of("marks", ["head", "premises"], ("premises", "head"))
    ['premises', 'head']
    """
    allowed = "a list of any of " + ", ".join(options)
    if not isinstance(value, (list, tuple)):
        raise InputError(name, allowed, value)
    for item in value:
        if not isinstance(item, str) or item not in options:
            raise InputError(name, allowed, item)
    if len(set(value)) != len(value):
        raise InputError(name, allowed + ", each once", value)
    return [option for option in options if option in value]


def yes_or_no(name: str, value: object) -> bool:
    """Return the value when it is True or False.

    Raises
    ------
    InputError
        If it is anything else, 0 and 1 included.

    Examples
    --------
    >>> yes_or_no("is_open", True)
    True
    """
    if not isinstance(value, bool):
        raise InputError(name, "true or false", value)
    return value


def bounds(
    low: float | None = None,
    high: float | None = None,
    above: float | None = None,
    below: float | None = None,
) -> str:
    """Return bounds in words, as they follow "a number": " from 0 to 1", " above 0"."""
    words = ""
    if low is not None and high is not None:
        return f" from {low} to {high}"
    if low is not None:
        words += f" of at least {low}"
    if above is not None:
        words += f" above {above}"
    if high is not None:
        words += f" of at most {high}"
    if below is not None:
        words += (" and" if words else "") + f" below {below}"
    return words
