"""Finding the least whole number that will do, and the last point that still will."""


def least(meets: callable, guess: int, most: int) -> int | None:
    """Return the least whole number from 1 to ``most`` that meets a test, or None where none does.

    The test must stay met once it is met. From the guess outward the steps double until one number fails and
    one meets; then the interval between them is halved again and again.

    Examples
    --------
    >>> least(lambda number: number * number >= 200, guess=5, most=100)
    15
    """
    fails, does = 0, most + 1
    candidate, step = max(1, min(guess, most)), 1 + int(guess**0.5) // 2
    while does - fails > 1:
        if meets(candidate):
            does, outward = candidate, candidate - step
        else:
            fails, outward = candidate, candidate + step
        step *= 2
        candidate = outward if fails < outward < does else (fails + does) // 2
    return does if does <= most else None


def edge(excess: callable, kept: float, broken: float, is_whole: bool = False) -> float:
    """Return the last point, from ``kept`` towards ``broken``, at which an excess is not yet negative.

    The excess must fall from the one to the other, and be at least 0 at ``kept``; where it is so at
    ``broken`` too, that is the answer. Where it rises and falls again between the two, the answer is one of
    the points at which it turns negative. Each step cuts the interval where a straight line between its ends
    meets zero, but not closer to an end than the precision asked for: a part in 1e13, or 1 where points are
    whole numbers. An end that stays twice counts half (the Illinois rule), so that it moves soon. Where four
    steps have not halved the interval, the next one does.

    Examples
    --------
    >>> round(edge(lambda x: 2 - x * x, 0.0, 2.0), 9)
    1.414213562
    """
    above, under = excess(kept), excess(broken)
    if under >= 0:
        return broken
    moved, steps, half = None, 0, abs(broken - kept) / 2
    while True:
        low, high = min(kept, broken), max(kept, broken)
        margin = 1 if is_whole else 1e-13 * max(abs(low), abs(high))
        if high - low <= margin:
            return kept
        steps = steps + 1 if high - low > half else 1
        half = half if high - low > half else (high - low) / 2
        point = (low + high) / 2
        if steps <= 4:
            point = kept + (broken - kept) * (above / (above - under))
            closest = margin if is_whole else margin / 2
            point = max(low + closest, min(high - closest, point))
        if is_whole:
            point = int(point)
        found = excess(point)
        if found >= 0:
            under = under / 2 if moved == "kept" else under
            kept, above, moved = point, found, "kept"
        else:
            above = above / 2 if moved == "broken" else above
            broken, under, moved = point, found, "broken"
