"""Each version is told once, or the places that tell it agree: the course's, the packages', Python's."""

import re
import tomllib
from pathlib import Path

import yaml

import callcentre

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
PIN = re.compile(r"^([\w-]+==\S+)", re.MULTILINE)
NEWEST_CHANGES = re.compile(r"^## (\S+) \((.+)\)$", re.MULTILINE)
OF_A_PYTHON = "Programming Language :: Python :: "


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def pinned(heading=None):
    """Return the pins of requirements.txt, or those under one of its headings."""
    listed = text("requirements.txt")
    if heading:
        (listed,) = [part for part in listed.split("\n\n") if part.startswith(f"# {heading}\n")]
    return PIN.findall(listed)


def name(pin):
    return pin.partition("==")[0]


def promised():
    """Return the Pythons the package names, the oldest first."""
    kinds = PROJECT["project"]["classifiers"]
    return [kind.removeprefix(OF_A_PYTHON) for kind in kinds if kind.startswith(OF_A_PYTHON)]


# The course


def test_package_citation_and_changes_tell_one_version():
    version, _ = NEWEST_CHANGES.search(text("CHANGELOG.md")).groups()
    assert callcentre.__version__ == version
    assert CITATION["version"] == version


def test_the_package_takes_its_version_from_its_own_source():
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert ROOT / PROJECT["tool"]["hatch"]["version"]["path"] == Path(callcentre.__file__)


def test_the_citation_has_a_date_when_the_version_is_released():
    _, released = NEWEST_CHANGES.search(text("CHANGELOG.md")).groups()
    assert str(CITATION.get("date-released", "unreleased")) == released


# The packages


def test_the_extras_are_what_requirements_txt_pins_under_their_headings():
    extras = PROJECT["project"]["optional-dependencies"]
    assert extras == {"book": pinned("The book"), "teach": pinned("The instructor's kit")}


def test_what_a_plain_install_brings_is_what_the_notebooks_need():
    there = [name(pin) for pin in pinned("The notebooks and the labs in them")]
    assert set(PROJECT["project"]["dependencies"]) == set(there) - {"jupyterlab", "notebook"}


def test_the_lock_has_every_version_that_requirements_txt_pins():
    locked = {pin.lower().replace("_", "-") for pin in PIN.findall(text("requirements.lock"))}
    assert len(pinned()) > 20
    assert [pin for pin in pinned() if pin.lower().replace("_", "-") not in locked] == []


# Python


def test_pythons_are_promised_from_the_oldest_on():
    oldest = promised()[0]
    assert PROJECT["project"]["requires-python"] == f">={oldest}"
    assert PROJECT["tool"]["ruff"]["target-version"] == "py" + oldest.replace(".", "")
    assert f"--python-version {oldest} " in text("Makefile")
    assert f"sys.version_info < ({oldest.replace('.', ', ')})" in text("Makefile")


def test_the_oldest_and_the_newest_python_are_tested():
    jobs = yaml.safe_load(text(".github/workflows/test-and-publish.yml"))["jobs"]
    assert jobs["test"]["strategy"]["matrix"]["python"] == [promised()[0], promised()[-1]]


def test_the_site_is_published_once():
    steps = yaml.safe_load(text(".github/workflows/test-and-publish.yml"))["jobs"]["test"]["steps"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert f"matrix.python == '{promised()[-1]}'" in upload["if"]


def test_binder_runs_a_python_that_is_promised():
    assert text(".binder/runtime.txt").strip() in [f"python-{version}" for version in promised()]
