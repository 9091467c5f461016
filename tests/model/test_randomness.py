"""The generator gives its authors' published numbers, and its draws have the distributions they promise.

Seeds are fixed, so nothing here fails by chance; a bound is one that a right generator passes with a
probability of 0.999 or more.
"""

import csv
import math
from pathlib import Path

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model.check import InputError
from callcentre.model.numerics import randomness
from callcentre.model.numerics.randomness import Stream, cholesky, normal_quantile, streams

PUBLISHED = list(csv.DictReader((Path(__file__).parent / "mrg32k3a.csv").open()))
DRAWS = 20_000
NORMAL_999 = 3.29


def stream_of(row):
    return streams(0, int(row["stream"]) + 1, int(row["substream"]))[int(row["stream"])]


@pytest.mark.parametrize(
    "row", PUBLISHED, ids=lambda row: f"{row['stream']}-{row['substream']}-{row['position']}"
)
def test_numbers_and_states_are_those_the_authors_publish(row):
    stream = stream_of(row)
    drawn = stream.uniforms(int(row["position"]))
    if row["quantity"] == "state":
        assert stream.state == [float(value) for value in row["value"].split()]
        return
    digits = len(row["value"].partition(".")[2])
    assert drawn[-1] == pytest.approx(float(row["value"]), abs=0.5001 * 10**-digits, rel=0)


def test_doubles_give_what_whole_numbers_give():
    a, b = [12345] * 3, [12345] * 3
    expected = []
    for _ in range(1000):
        a = [a[1], a[2], (1403580 * a[1] - 810728 * a[0]) % 4294967087]
        b = [b[1], b[2], (527612 * b[2] - 1370589 * b[0]) % 4294944443]
        expected.append(((a[2] - b[2]) % 4294967087 or 4294967087) / 4294967088)
    assert Stream([12345] * 6).uniforms(1000) == pytest.approx(expected, rel=4e-16)


@pytest.mark.parametrize(("jump", "exponent"), [("NEXT_STREAM", 127), ("NEXT_SUBSTREAM", 76)])
def test_a_jump_is_the_step_squared_that_many_times(jump, exponent):
    steps = (
        (((0, 1, 0), (0, 0, 1), (-810728, 1403580, 0)), 4294967087),
        (((0, 1, 0), (0, 0, 1), (-1370589, 0, 527612)), 4294944443),
    )
    for (matrix, modulus), constant in zip(steps, getattr(randomness, jump), strict=True):
        for _ in range(exponent):
            columns = list(zip(*matrix, strict=True))
            matrix = tuple(
                tuple(sum(x * y for x, y in zip(row, column, strict=True)) % modulus for column in columns)
                for row in matrix
            )
        assert matrix == constant


@given(st.lists(st.integers(0, 20), min_size=1, max_size=8))
def test_numbers_do_not_depend_on_how_many_are_drawn_at_once(parts):
    whole, split = Stream([1, 2, 3, 4, 5, 6]), Stream([1, 2, 3, 4, 5, 6])
    assert whole.uniforms(sum(parts)) == [value for part in parts for value in split.uniforms(part)]
    assert whole.state == split.state


@given(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
def test_the_same_seed_gives_the_same_streams_and_another_seed_others(seed, other):
    one, again = streams(seed, 2), streams(seed, 2)
    assert [stream.uniforms(5) for stream in one] == [stream.uniforms(5) for stream in again]
    if seed != other:
        assert streams(seed, 1)[0].uniforms(5) != streams(other, 1)[0].uniforms(5)


def test_the_last_stream_of_a_seed_comes_before_the_first_of_the_next():
    following = randomness.jumped(whole_state(streams(4, 16)[-1]), randomness.NEXT_STREAM, 1)
    assert list(following[0] + following[1]) == streams(5, 1)[0].state


@given(st.integers(0, 1000))
def test_a_substream_follows_from_the_one_before(substream):
    before, after = streams(3, 1, substream)[0], streams(3, 1, substream + 1)[0]
    following = randomness.jumped(whole_state(before), randomness.NEXT_SUBSTREAM, 1)
    assert list(following[0] + following[1]) == after.state


def whole_state(stream):
    numbers = [int(value) for value in stream.state]
    return tuple(numbers[:3]), tuple(numbers[3:])


def test_uniform_numbers_fill_their_range_evenly():
    drawn = streams(1, 1)[0].uniforms(DRAWS)
    assert all(0 < value < 1 for value in drawn)
    assert distance(drawn, lambda x: x) < 1.95 / math.sqrt(DRAWS)


def test_neighbouring_numbers_fill_the_square_evenly():
    drawn = streams(2, 1)[0].uniforms(2 * DRAWS)
    cells = [[0] * 10 for _ in range(10)]
    for i in range(0, 2 * DRAWS, 2):
        cells[int(10 * drawn[i])][int(10 * drawn[i + 1])] += 1
    chi_square = sum((count - DRAWS / 100) ** 2 / (DRAWS / 100) for row in cells for count in row)
    assert chi_square < 148.2  # 99 degrees of freedom, probability 0.999


@pytest.mark.parametrize("seed", [0, 1, 12345])
def test_streams_and_neighbouring_seeds_are_not_correlated(seed):
    one, other = streams(seed, 2)
    neighbour = streams(seed + 1, 1)[0]
    drawn = [stream.uniforms(DRAWS) for stream in (one, other, neighbour)]
    for a, b in ((0, 1), (0, 2), (1, 2)):
        assert abs(correlation(drawn[a], drawn[b])) < NORMAL_999 / math.sqrt(DRAWS)


def test_exponential_times_follow_their_law():
    drawn = streams(3, 1)[0].exponentials(DRAWS)
    assert distance(drawn, lambda x: 1 - math.exp(-x)) < 1.95 / math.sqrt(DRAWS)


def test_normal_numbers_follow_their_law():
    drawn = streams(4, 1)[0].normals(DRAWS)
    assert distance(drawn, normal_probability) < 1.95 / math.sqrt(DRAWS)


@pytest.mark.parametrize("variation", [0.05, 0.5, 1.5])
def test_lognormal_numbers_follow_their_law_and_have_mean_one(variation):
    drawn = streams(5, 1)[0].lognormals(DRAWS, variation)
    deviation = math.sqrt(math.log(1 + variation**2))

    def probability(x):
        return normal_probability(math.log(x) / deviation + deviation / 2)

    assert distance(drawn, probability) < 1.95 / math.sqrt(DRAWS)
    assert abs(math.fsum(drawn) / DRAWS - 1) < NORMAL_999 * variation / math.sqrt(DRAWS)


@pytest.mark.parametrize("mean", [0.0, 0.02, 3.5, 40.0, 499.0, 1700.0])
def test_poisson_counts_follow_their_law(mean):
    stream = streams(6, 1)[0]
    count = 4000
    drawn = [stream.poisson(mean) for _ in range(count)]
    if mean == 0:
        assert set(drawn) == {0}
        return
    average = sum(drawn) / count
    variance = sum((value - average) ** 2 for value in drawn) / (count - 1)
    assert abs(average - mean) < NORMAL_999 * math.sqrt(mean / count)
    spread = math.sqrt((1 / mean + 2) / count)
    assert abs(variance / mean - 1) < NORMAL_999 * spread
    middle = int(mean)
    below = float(mpmath.gammainc(middle + 1, mean, mpmath.inf, regularized=True))
    share = sum(value <= middle for value in drawn) / count
    assert abs(share - below) < NORMAL_999 * math.sqrt(below * (1 - below) / count)


@pytest.mark.parametrize(
    ("probability", "published"),
    [(0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408)],
)
def test_the_normal_quantile_gives_the_check_values_of_its_source(probability, published):
    assert normal_quantile(probability) == pytest.approx(published, rel=4e-16)


@given(st.floats(1e-300, 1 - 1e-16, exclude_max=True))
def test_the_normal_quantile_agrees_with_fifty_digits(probability):
    with mpmath.workdps(50):
        exact = mpmath.findroot(
            lambda x: mpmath.log(mpmath.ncdf(x) / mpmath.mpf(probability)), normal_quantile(probability)
        )
        assert abs(normal_quantile(probability) - exact) <= 4e-15 * max(abs(exact), mpmath.mpf("1e-16"))


@st.composite
def correlations(draw):
    """Draw a matrix that is one of correlations: that of random vectors of length 1."""
    size = draw(st.integers(1, 5))
    numbers = st.floats(-1, 1, allow_subnormal=False)
    vectors = [
        [draw(numbers) for _ in range(size)] + [2.0 if i == j else 0.0 for j in range(size)]
        for i in range(size)
    ]
    units = [[x / math.sqrt(sum(y * y for y in vector)) for x in vector] for vector in vectors]
    return [
        [1.0 if i == j else sum(x * y for x, y in zip(units[i], units[j], strict=True)) for j in range(size)]
        for i in range(size)
    ]


@given(correlations())
def test_a_cholesky_factor_times_its_transpose_is_the_matrix(matrix):
    factor = cholesky(matrix)
    size = len(matrix)
    for i in range(size):
        assert len(factor[i]) == i + 1
        for j in range(i + 1):
            product = sum(factor[i][k] * factor[j][k] for k in range(j + 1))
            assert product == pytest.approx(matrix[i][j], abs=1e-14)


@pytest.mark.parametrize(
    "matrix",
    [
        [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]],
        [[1, 0.5], [0.4, 1]],
        [[1, 1], [1, 1]],
        [[2, 0], [0, 2]],
        [[1, 0.5]],
        [[1, float("nan")], [float("nan"), 1]],
    ],
)
def test_correlations_that_cannot_stand_together_are_refused(matrix):
    with pytest.raises(InputError, match="correlations must be"):
        cholesky(matrix)


def test_correlated_normals_are_as_correlated_as_asked():
    wanted = [[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]]
    stream, factor = streams(7, 1)[0], cholesky(wanted)
    drawn = list(zip(*[stream.correlated_normals(factor) for _ in range(DRAWS)], strict=True))
    for i in range(3):
        assert distance(drawn[i], normal_probability) < 1.95 / math.sqrt(DRAWS)
        for j in range(i):
            found = correlation(drawn[i], drawn[j])
            assert abs(math.atanh(found) - math.atanh(wanted[i][j])) < NORMAL_999 / math.sqrt(DRAWS)


def normal_probability(x):
    return math.erfc(-x / math.sqrt(2)) / 2


def distance(drawn, probability):
    """Return Kolmogorov and Smirnov's distance: above 1.95 / √count once in a thousand."""
    count = len(drawn)
    ranked = [probability(value) for value in sorted(drawn)]
    return max(max((i + 1) / count - value, value - i / count) for i, value in enumerate(ranked))


def correlation(xs, ys):
    count = len(xs)
    x_mean, y_mean = sum(xs) / count, sum(ys) / count
    both = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return both / math.sqrt(sum((x - x_mean) ** 2 for x in xs) * sum((y - y_mean) ** 2 for y in ys))
