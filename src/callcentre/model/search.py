"""Finding the least whole number that will do."""


def least(meets, guess, most):
    """Return the least whole number from 1 to ``most`` that meets a test, or None where none does.

    The test must stay met once it is met. From the guess outward the steps double until one number fails and
    one meets; then the interval between them is halved again and again.
    """
    fails, does = 0, most + 1
    place, step = max(1, min(guess, most)), 1 + int(guess**0.5) // 2
    while does - fails > 1:
        if meets(place):
            does, outward = place, place - step
        else:
            fails, outward = place, place + step
        step *= 2
        place = outward if fails < outward < does else (fails + does) // 2
    return does if does <= most else None
