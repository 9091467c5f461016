"""The page's scripts, by the tests of their own that node runs: script/*.test.mjs."""

import subprocess
from pathlib import Path

import pytest

from callcentre.page.node import find_node

TESTS = sorted(Path(__file__).with_name("script").glob("*.test.mjs"))


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_the_tests_of_a_script_pass(file):
    run = subprocess.run([find_node(), "--test", file], capture_output=True, encoding="utf-8")
    if run.returncode:
        pytest.fail(run.stdout + run.stderr, pytrace=False)
    assert "\nℹ pass 0\n" not in run.stdout, f"{file.name} holds no test"


def test_there_are_tests_of_scripts():
    assert TESTS
