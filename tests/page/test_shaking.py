"""What a page is sent of a lab's Python is enough for the lab, and little else."""

import json
import random
import subprocess
import sys

import pytest

from callcentre import labs
from callcentre.labs import cost_scenarios
from callcentre.model.check import InputError
from callcentre.page import packs, shaking

ANSWERS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from callcentre import labs
lab = labs.find(sys.argv[2])
print(json.dumps([lab.first_view(lab.complete(values))[0].as_data() for values in json.load(sys.stdin)]))
"""


@pytest.fixture(scope="module")
def sent():
    return packs.shared_and_own(packs.python_by_lab())


@pytest.mark.parametrize("name", labs.NAMES)
def test_a_lab_answers_with_what_is_sent_of_it_as_it_does_with_all(name, sent, draw_values, tmp_path):
    shared, own = sent
    for path, text in {**shared, **own[name]}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    lab, drawing = labs.find(name), random.Random(3)
    tried = [preset.values for preset in lab.presets] + [draw_values(lab, drawing) for _ in range(12)]
    values, expected = [], []
    cost_scenarios.known_costs.forget()  # the other Python remembers nothing
    for each in [{}, *tried]:
        try:
            expected.append(lab.first_view(lab.complete(each))[0].as_data())
            values.append(each)
        except InputError:
            continue
    command = [sys.executable, "-c", ANSWERS, str(tmp_path), name]
    run = subprocess.run(command, input=json.dumps(values), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == json.loads(json.dumps(expected))


FILES = {
    "lab.py": "from . import sums\nLAB = sums.twice\n\n\ndef unnamed():\n    return 0\n",
    "sums.py": "from .words import NAME as LABEL, other\nTABLE = [1]\nUNUSED = [2]\n\n\n"
    "def twice(x):\n    return x * len(LABEL) * TABLE[0]\n\n\ndef thrice(x):\n    return other(x)\n",
    "words.py": 'NAME = "ab"\n\n\ndef other(x):\n    return x\n',
}


def test_what_nothing_names_is_left_out_and_so_is_what_only_that_names():
    sent = shaking.shaken(FILES, "lab.py")
    assert "unnamed" not in sent["lab.py"]
    assert "twice" in sent["sums.py"] and "TABLE" in sent["sums.py"] and "LABEL" in sent["sums.py"]
    assert not [word for word in ("thrice", "UNUSED", "other") if word in sent["sums.py"]]
    assert sent["words.py"] == "NAME = 'ab'\n"


def test_what_a_module_does_beside_defining_stays_with_all_it_names():
    files = {"lab.py": "from . import one\nLAB = one\n", "one.py": "def f():\n    return 1\n\n\nf()\n"}
    assert "return 1" in shaking.shaken(files, "lab.py")["one.py"]


def test_what_only_the_frame_shows_is_left_out_with_all_that_only_it_names():
    text = (
        "from .one import Need, Lab\nWHY = Need('w')\nLAB = Lab('a', presets=(1,), needs=WHY, settle=len)\n"
    )
    files = {"lab.py": text, "one.py": "class Need:\n    pass\n\n\nclass Lab:\n    pass\n"}
    sent = shaking.shaken(files, "lab.py")
    assert sent["lab.py"] == "from .one import Lab\nLAB = Lab('a', settle=len)\n"
    assert "Need" not in sent["one.py"]


def test_what_only_a_type_names_is_left_out():
    text = "from .one import Kind\n\n\ndef f(kind: Kind) -> Kind:\n    return kind\n"
    files = {
        "lab.py": "from . import two\nLAB = two.f\n",
        "one.py": "class Kind:\n    pass\n",
        "two.py": text,
    }
    sent = shaking.shaken(files, "lab.py")
    assert "Kind" not in sent["one.py"] + sent["two.py"]
    assert "def f(kind):" in sent["two.py"]
