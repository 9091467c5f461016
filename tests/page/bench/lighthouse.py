"""Lighthouse, as a phone sees it: the four scores of each kind of page, the median of three runs.

It fails where a score is below 95. The scores for speed are a quiet machine's: on a busy one they are lower.
"""

import json
import os
import subprocess
import sys
from statistics import median

import chromium
from built_site import BUILT

from .peers import INSTALLED
from .serving import hosted

PROGRAM = INSTALLED.parent / "lighthouse" / "cli" / "index.js"
KINDS = {
    "front page": "book/index.html",
    "chapter with a lab": "book/in-house-outsourced-mixed.html",
    "chapter with tables": "book/law-in-force.html",
    "lab in a notebook": "notebooks/cost-scenarios.html",
    "exercise": "exercises/cost/cost.html",
    "glossary": "book/glossary.html",
    "functions": "book/api.html",
    "index": "genindex.html",
    "sources": "book/sources.html",
    "search": "search.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST, RUNS = 95, 3


def scores(address):
    """Return the median score of each category, in hundredths, and what cost points in the last run."""
    runs = [run(address) for _ in range(RUNS)]
    found = {name: median(100 * one["categories"][name]["score"] for one in runs) for name in CATEGORIES}
    audits = runs[-1]["audits"].values()
    return found, sorted(one["id"] for one in audits if one["score"] is not None and one["score"] < 0.9)


def run(address):
    """Return one report."""
    flags = " ".join(chromium.FLAGS)
    options = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    command = ["node", PROGRAM, address, *options, "--no-enable-error-reporting", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": str(chromium.find())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    """Print the scores; return what the process ends with."""
    print(f"{__doc__}\n{'':22}{''.join(f'{name:>16}' for name in CATEGORIES)}  what costs points")
    is_good = True
    with hosted(BUILT) as (site, _):
        for kind, page in KINDS.items():
            found, audits = scores(f"{site}/{page}")
            is_good &= min(found.values()) >= LEAST
            row = "".join(f"{score:16.0f}" for score in found.values())
            print(f"{kind:22}{row}  {', '.join(audits)}", flush=True)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
