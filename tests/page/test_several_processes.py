"""Pages are read and written by several processes: the site is the one that a single process makes."""

import filecmp
import subprocess
import sys

import pytest
from built_site import ROOT

from callcentre.page.questions import listing

PAGES = [f"page-{number}" for number in range(8)]  # Sphinx shares out more than five
PAGE = """# {name}

A {{term}}`queue` of **{{term}}`calls`** in {name}: $x_{number} < {number}$, and
{{lab-figure}}`how-many-agents agents calls_per_hour={calls}` agents.

```{{question}} What of {name}
:name: what
:kind: choose-one
:objective: 1

Which?

- [x] this of {name}
  > Yes.
- [ ] that
  > No.
```

```{{lab}} how-many-agents
:values: calls_per_hour={calls}
```
"""
GLOSSARY = """# Glossary

## English

```{glossary}
queue
  *File d'attente.* Those who wait.

calls
  *Appels.* What is answered.
```

## French

| French | English |
|---|---|
| file d'attente | {term}`queue` |
"""
SETTINGS = {
    "extensions": ["myst_nb", "sphinx_exercise", "sphinxcontrib.katex", "callcentre.page.sphinx_extension"],
    "myst_enable_extensions": ["dollarmath"],
    "katex_prerender": True,
    "html_theme": "sphinx_book_theme",
    "nb_execution_mode": "off",
    "templates_path": [str(ROOT / "book" / "_templates")],
}
INDEX = "# Front\n\n```{term-index}\n```\n\n```{toctree}\nbook/glossary\n" + "\n".join(PAGES) + "\n```\n"


def build(folder, processes):
    """Build a book of ten pages; return where its site is, and what the build has warned of."""
    (folder / "book").mkdir(parents=True)
    (folder.parent / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "index.md").write_text(INDEX)
    (folder / "book" / "glossary.md").write_text(GLOSSARY)
    for number, name in enumerate(PAGES):
        text = PAGE.format(name=name, number=number, calls=100 + number // 2)
        (folder / f"{name}.md").write_text(text)
    (folder / "conf.py").write_text("".join(f"{name} = {value!r}\n" for name, value in SETTINGS.items()))
    command = [sys.executable, "-m", "sphinx", "-q", "--no-color", "--jobs", str(processes)]
    site = folder / "site"
    done = subprocess.run([*command, "-d", "trees", ".", site], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return site, sorted(done.stderr.replace(str(folder), "").splitlines())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return [build(tmp_path_factory.mktemp("book") / "own", processes) for processes in (1, 3)]


@pytest.fixture(scope="module")
def sites(built):
    return [site for site, _ in built]


def test_the_site_is_the_same(sites):
    found = [
        {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in sites
    ]
    assert found[0] == found[1]
    _, differing, failed = filecmp.cmpfiles(*sites, sorted(found[0]), shallow=False)
    assert (differing, failed) == ([], [])


def test_what_is_warned_of_is_the_same(built):
    (_, by_one), (_, by_several) = built
    assert by_one == by_several
    assert any("no labelled section of the book" in line for line in by_one)  # these pages are no book


def test_nothing_that_a_process_noted_is_lost(sites):
    for site in sites:
        assert [record["page"] for record in listing.read(site)] == PAGES
        index = (site / "index.html").read_text(encoding="utf-8")
        words = (site / "_static" / "callcentre-search-words.js").read_text(encoding="utf-8")
        assert all(f"{name}.html#" in index and f'"{name}":' in words for name in PAGES)
