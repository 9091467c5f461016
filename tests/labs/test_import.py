"""What ``import callcentre`` promises is there, and nothing is read before it is asked for."""

import json
import subprocess
import sys


def printed(code):
    """Return what a fresh Python prints, read as JSON."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def test_a_plain_import_gives_every_lab():
    code = "import callcentre, json; print(json.dumps([lab.name for lab in callcentre.labs.all()]))"
    names = printed(code)
    assert "cost-scenarios" in names
    assert len(names) == len(set(names)) >= 9


def test_a_plain_import_reads_no_lab_and_one_lab_reads_no_other():
    seen = "[name for name in sys.modules if name.startswith('callcentre.labs.')]"
    before, after = printed(
        f"import callcentre, json, sys; before = {seen}; callcentre.labs.find('watch-a-day');"
        f"print(json.dumps([before, {seen}]))"
    )
    assert before == []
    assert [name for name in after if ".shared" not in name] == ["callcentre.labs.watch_a_day"]
