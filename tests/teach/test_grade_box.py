"""What crosses the wall is data, and what is behind it sees its own folder."""

import decimal
import os
import shutil
import time
from pathlib import Path

import pytest

from callcentre.teach.grade import values, wall
from callcentre.teach.grade.box import Box, NotBegun, Stop

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        2.5,
        "é",
        ...,
        [1, [2]],
        (1, "a"),
        {"a": [1], 2: None},
        frozenset({1, 2}),
        float("inf"),
        "",
    ],
)
def test_a_plain_value_comes_out_as_it_went_in(value):
    assert values.decoded(values.encoded(value), None) == value


def test_values_of_libraries_come_out_as_what_they_stand_for():
    numpy = pytest.importorskip("numpy")
    assert values.decoded(values.encoded(numpy.float64(2.5)), None) == 2.5
    assert values.decoded(values.encoded(numpy.int32(7)), None) == 7
    assert values.decoded(values.encoded(numpy.array([1, 2])), None) == [1, 2]
    assert values.decoded(values.encoded(decimal.Decimal("1.5")), None) == 1.5
    assert repr(values.decoded(values.encoded(object()), None)).startswith("<object object")


@pytest.mark.parametrize(
    "forged",
    [[1], {"list": 3}, {"dict": [[1]]}, {"dict": [[{"list": []}, 1]]}, {"exec": "1"}, {"a": 1, "b": 2}, {}],
)
def test_forged_data_are_no_value(forged):
    with pytest.raises((ValueError, TypeError)):
        values.decoded(forged, None)


def kinds():
    if not shutil.which("bwrap"):
        return []
    return ["administrator", "user"] if os.geteuid() == 0 else ["user"]


@pytest.fixture(params=kinds(), scope="module")
def box(request, tmp_path_factory):
    """A box behind each kind of wall, with a file of the student's."""
    folder = tmp_path_factory.mktemp("own")
    folder.chmod(0o755)
    (folder / "data.csv").write_text("a;b")
    until = time.monotonic() + 120
    try:
        with Box(wall.Wall(request.param), 7, folder, wall.Limits(20, 512, 30), until) as one:
            yield one
    except NotBegun:
        pytest.skip(f"no wall of kind {request.param} here")


@pytest.mark.long
def test_a_notebook_reads_and_changes_its_own_files_and_no_others(box):
    box.run("found = open('data.csv').read(); open('data.csv', 'w').write('c')")
    assert box.value("found") == "a;b"
    box.run(f"import os; there = os.path.exists({str(ROOT / 'solutions')!r}), os.path.exists('/root/.ssh')")
    assert box.value("there") == (False, False)
    with pytest.raises(Stop, match="(?i)read-only|permission"):
        box.run("open(os.path.join(os.path.dirname(os.__file__), 'x'), 'w')")


@pytest.mark.long
def test_a_function_is_called_inside_and_its_errors_read_as_there(box):
    box.run("def half(x):\n    if x < 0: raise ValueError('negative')\n    return x / (2 if x else 0)")
    half = box.value("half")
    assert half(5) == 2.5
    with pytest.raises(ValueError, match="negative"):
        half(-1)
    with pytest.raises(Exception, match="division by zero") as error:
        half(0)
    assert type(error.value).__name__ == "ZeroDivisionError"


@pytest.mark.long
def test_what_a_notebook_may_use_has_limits(box):
    with pytest.raises(Stop, match="MemoryError"):
        box.run("held = bytearray(900_000_000)")
    with pytest.raises(Stop, match="(?i)network|unreachable|refused"):
        box.run("import socket; socket.create_connection(('192.0.2.1', 80), 2)")
    with pytest.raises(Stop, match="File too large|No space"):
        box.run("open('big', 'wb').write(bytes(90_000_000))")
