"""Random numbers that are the same in every Python: the generator MRG32k3a in exact doubles.

Every product and sum of its recurrence is a whole number below 2**53, so a double holds it exactly and the
stream does not depend on the interpreter. Its period is near 2**191. Streams lie 2**127 numbers apart and the
substreams of each 2**76 apart, so that none overlap: a stream for each thing that varies, a substream for
each replication.

Sources: L'Ecuyer (1999), Good parameters and implementations for combined multiple recursive random number
generators, Operations Research 47(1), 159-164; L'Ecuyer, Simard, Chen and Kelton (2002), An object-oriented
random-number package with many long streams and substreams, Operations Research 50(6), 1073-1075.
"""

from math import exp, log, sqrt

from ..check import InputError, number, whole_number

FIRST_MODULUS = 4294967087
SECOND_MODULUS = 4294944443
TO_UNIT = 1.0 / (FIRST_MODULUS + 1)
FIRST_STATE = (12345, 12345, 12345)
STREAMS_A_SEED = 16
MOST_SEED = 2**31 - 1
MOST_SUBSTREAM = 2**31 - 1

# One step of each component, as a matrix, to the power 2**127 (next stream) and 2**76 (next substream).
NEXT_STREAM = (
    (
        (2427906178, 3580155704, 949770784),
        (226153695, 1230515664, 3580155704),
        (1988835001, 986791581, 1230515664),
    ),
    (
        (1464411153, 277697599, 1610723613),
        (32183930, 1464411153, 1022607788),
        (2824425944, 32183930, 2093834863),
    ),
)
NEXT_SUBSTREAM = (
    (
        (82758667, 1871391091, 4127413238),
        (3672831523, 69195019, 1871391091),
        (3672091415, 3528743235, 69195019),
    ),
    (
        (1511326704, 3759209742, 1610795712),
        (4292754251, 1511326704, 3889917532),
        (3859662829, 4292754251, 3708466080),
    ),
)


class Stream:
    """A stream of random numbers; `streams` makes those of a seed.

    Parameters
    ----------
    state : sequence of six numbers
        Three whole numbers below 4294967087, not all 0, then three below 4294944443, not all 0.
    """

    def __init__(self, state: list[float] | tuple[float, ...]) -> None:
        self.state = [float(value) for value in state]

    def uniform(self) -> float:
        """Return a number between 0 and 1, never either."""
        return self.uniforms(1)[0]

    def uniforms(self, count: int) -> list[float]:
        """Return that many numbers between 0 and 1, the same as drawn one by one."""
        a, b, c, d, e, f = self.state
        drawn: list[float] = []
        add, unit = drawn.append, TO_UNIT
        # Three steps a turn: each overwrites the oldest of its component's three numbers, so none moves.
        for _ in range(count // 3):
            a = (1403580.0 * b - 810728.0 * a) % 4294967087.0
            d = (527612.0 * f - 1370589.0 * d) % 4294944443.0
            x = a - d
            add(x * unit if x > 0.0 else (x + 4294967087.0) * unit)
            b = (1403580.0 * c - 810728.0 * b) % 4294967087.0
            e = (527612.0 * d - 1370589.0 * e) % 4294944443.0
            x = b - e
            add(x * unit if x > 0.0 else (x + 4294967087.0) * unit)
            c = (1403580.0 * a - 810728.0 * c) % 4294967087.0
            f = (527612.0 * e - 1370589.0 * f) % 4294944443.0
            x = c - f
            add(x * unit if x > 0.0 else (x + 4294967087.0) * unit)
        for _ in range(count % 3):
            a, b, c = b, c, (1403580.0 * b - 810728.0 * a) % 4294967087.0
            d, e, f = e, f, (527612.0 * f - 1370589.0 * d) % 4294944443.0
            x = c - f
            add(x * unit if x > 0.0 else (x + 4294967087.0) * unit)
        self.state = [a, b, c, d, e, f]
        return drawn

    def exponentials(self, count: int) -> list[float]:
        """Return that many exponential times of mean 1: minus the logarithm of a uniform number."""
        return [-log(uniform) for uniform in self.uniforms(count)]

    def normals(self, count: int) -> list[float]:
        """Return that many normal numbers of mean 0 and standard deviation 1."""
        return [normal_quantile(uniform) for uniform in self.uniforms(count)]

    def lognormals(self, count: int, variation: float) -> list[float]:
        """Return that many lognormal numbers of mean 1 whose coefficient of variation is ``variation``."""
        variance = log(1.0 + variation * variation)
        deviation = sqrt(variance)
        return [exp(deviation * normal - variance / 2) for normal in self.normals(count)]

    def poisson(self, mean: float) -> int:
        """Return a Poisson count: the first whose cumulative probability passes a uniform number.

        A mean above 500 is drawn as a sum of counts of smaller means, whose probabilities a float can hold.
        """
        count = 0
        while mean > 500:
            count += self.poisson(500.0)
            mean -= 500
        left = self.uniform()
        probability = exp(-mean)
        drawn = 0
        while left > probability > 0.0:
            left -= probability
            drawn += 1
            probability *= mean / drawn
        return count + drawn

    def correlated_normals(self, factor: list[list[float]]) -> list[float]:
        """Return standard normal numbers with the correlations whose `cholesky` factor is given."""
        independent = self.normals(len(factor))
        drawn = []
        for row in factor:
            total = 0.0
            for weight, normal in zip(row, independent):
                total += weight * normal
            drawn.append(total)
        return drawn


def streams(seed: int, count: int, substream: int = 0) -> list[Stream]:
    """Return the first streams of a seed, each at the start of one of its substreams.

    The same seed gives the same streams in every Python; no two seeds, streams or substreams overlap.

    Parameters
    ----------
    seed : int
        From 0 to 2,147,483,647.
    count : int
        How many streams, from 1 to 16.
    substream : int
        Which substream of each, from 0 to 2,147,483,647: one for each replication.

    Returns
    -------
    list of Stream

    Raises
    ------
    InputError
        If an input is no whole number or out of its range.

    Examples
    --------
    The first number of the generator's own test, its state all 12345:

    >>> round(streams(seed=0, count=1)[0].uniform(), 9)
    0.127011122
    """
    seed = whole_number("seed", seed, 0, MOST_SEED)
    count = whole_number("count", count, 1, STREAMS_A_SEED)
    substream = whole_number("substream", substream, 0, MOST_SUBSTREAM)
    made = []
    state = jumped((FIRST_STATE, FIRST_STATE), NEXT_STREAM, seed * STREAMS_A_SEED)
    for _ in range(count):
        first, second = jumped(state, NEXT_SUBSTREAM, substream)
        made.append(Stream(first + second))
        state = jumped(state, NEXT_STREAM, 1)
    return made


def jumped(state: tuple, step: tuple, times: int) -> tuple:
    """Return both components of a state after a matrix step was taken ``times`` times."""
    return tuple(
        [
            powered(part, matrix, times, modulus)
            for part, matrix, modulus in zip(state, step, (FIRST_MODULUS, SECOND_MODULUS))
        ]
    )


def powered(vector: tuple, matrix: tuple, times: int, modulus: int) -> tuple:
    """Return the vector multiplied ``times`` times by the matrix, by repeated squaring."""
    while times:
        if times % 2:
            vector = tuple([dot(row, vector, modulus) for row in matrix])
        times //= 2
        if times:
            columns = list(zip(*matrix))
            matrix = tuple([tuple([dot(row, column, modulus) for column in columns]) for row in matrix])
    return vector


def dot(row: tuple, column: tuple, modulus: int) -> int:
    """Return the product of a row and a column of three whole numbers, modulo the modulus."""
    return (row[0] * column[0] + row[1] * column[1] + row[2] * column[2]) % modulus


def normal_quantile(probability: float) -> float:
    """Return the standard normal number below which a share of all such numbers lie.

    Parameters
    ----------
    probability : float
        Above 0 and below 1.

    Returns
    -------
    float
        Relative error near 1e-16. Source: Wichura (1988), Algorithm AS 241: the percentage points of the
        normal distribution, Applied Statistics 37(3), 477-484.

    Examples
    --------
    >>> round(normal_quantile(0.975), 6)
    1.959964
    """
    middle = probability - 0.5
    if -0.425 <= middle <= 0.425:
        r = 0.180625 - middle * middle
        above = (
            ((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
            + 45921.953931549871457
        ) * r + 13731.693765509461125
        above = ((above * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.3871328727963666080
        below = (
            ((5226.4952788528545610 * r + 28729.085735721942674) * r + 39307.895800092710610) * r
            + 21213.794301586595867
        ) * r + 5394.1960214247511077
        below = ((below * r + 687.18700749205790830) * r + 42.313330701600911252) * r + 1.0
        return middle * above / below
    r = sqrt(-log(probability if middle < 0 else 1.0 - probability))
    if r <= 5.0:
        r -= 1.6
        above = (
            ((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.241780725177450611770) * r
            + 1.27045825245236838258
        ) * r + 3.64784832476320460504
        above = (
            (above * r + 5.76949722146069140550) * r + 4.63033784615654529590
        ) * r + 1.4234371107496835773
        below = (
            ((1.05075007164441684324e-9 * r + 5.4759380849953449460e-4) * r + 0.0151986665636164571966) * r
            + 0.148103976427480074590
        ) * r + 0.689767334985100004550
        below = ((below * r + 1.67638483018380384940) * r + 2.05319162663775882187) * r + 1.0
    else:
        r -= 5.0
        above = (
            ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.00124266094738807843860) * r
            + 0.0265321895265761230930
        ) * r + 0.296560571828504891230
        above = (
            (above * r + 1.78482653991729133580) * r + 5.46378491116411436990
        ) * r + 6.6579046435011037772
        below = (
            ((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
            + 7.86869131145613259100e-4
        ) * r + 0.0148753612908506148525
        below = ((below * r + 0.136929880922735805310) * r + 0.599832206555887937690) * r + 1.0
    return above / below if middle > 0 else -above / below


def cholesky(correlations: list[list[float]]) -> list[list[float]]:
    """Return the lower triangular matrix that, times its own transpose, gives a matrix of correlations.

    Parameters
    ----------
    correlations : list of list of float
        Symmetric, with ones on the diagonal, and positive definite: some set of numbers can have them.

    Returns
    -------
    list of list of float
        Row i has i + 1 entries.

    Raises
    ------
    InputError
        If it is no such matrix.

    Examples
    --------
    >>> [[round(value, 6) for value in row] for row in cholesky([[1, 0.6], [0.6, 1]])]
    [[1.0], [0.6, 0.8]]
    """
    allowed = "a square, symmetric list of correlations with ones on the diagonal"
    if not isinstance(correlations, (list, tuple)) or not correlations:
        raise InputError("correlations", allowed, correlations)
    for row in correlations:
        if not isinstance(row, (list, tuple)) or len(row) != len(correlations):
            raise InputError("correlations", allowed, row)
        for value in row:
            number("correlations", value, -1, 1)
    factor: list[list[float]] = []
    for i, row in enumerate(correlations):
        made: list[float] = []
        for j in range(i + 1):
            if row[j] != correlations[j][i] or row[i] != 1:
                raise InputError("correlations", allowed, correlations)
            rest = row[j]
            for k in range(j):
                rest -= made[k] * (made[k] if i == j else factor[j][k])
            if i == j and rest <= 1e-12:
                raise InputError("correlations", "correlations that can stand together", correlations)
            made.append(sqrt(rest) if i == j else rest / factor[j][j])
        factor.append(made)
    return factor
