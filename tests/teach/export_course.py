"""A course of one chapter with a question of every kind, full of what gets lost, and one real unit."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
CHAPTER = """# Prüfung & Übung: 1 < 2

Words that are no question, with a {role-nobody-knows}`word`.

```{lab} cost-scenarios
```

```{question} Größe <b> & Co.
:name: one
:kind: choose-one
:objective: 1

Où est *l'âme* of `a < b && c`? ![A circle](images/round.svg)

- [x] Straße & $\\frac{a}{b} < 1$
  > Oui: ça va & 1 < 2.
- [ ] "quoted" 'words'
  > Not these.
- [ ] <https://example.org>
  > Nor [that](other.md).
```

```{question} Several
:name: several
:kind: choose-several
:objective: agents-lab/1

Which?

- [x] first
  > Right, the first.
- [x] second
  > Right, the second.
- [x] third
  > Right, the third.
- [ ] fourth
  > Not the fourth.

> All three.
```

```{question} How many
:name: many
:kind: number
:unit: €
:tolerance: 0.5
:objective: 1

How many?

- [x] 12.5
  > Twelve and a half.
- [ ] 25
  > That is both.
- [ ] any other number
  > Look at the half.
```

```{question} In order
:name: order
:kind: order
:objective: 1

Put in order.

1. zäh
   > First of all.
2. mild
   > In the middle.
3. arg
   > Last.

> So it goes.
```

```{question} Together
:name: match
:kind: match
:objective: 1

Match.

- chat → *cat* & $x<y$
  > It purrs.
- chien → dog
  > It barks.
- chiot → dog
  > It barks too.

> All are pets.
```
"""
OBJECTIVES = "page,number,section,see,tasks\nagents-lab,1,,,agents/load\n"
CONFIG = "exclude_patterns: []\nparse:\n  myst_enable_extensions: [dollarmath]\n"


def lay(folder):
    """Lay the course in a folder, and return it."""
    (folder / "book" / "images").mkdir(parents=True)
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "book" / "every-kind.md").write_text(CHAPTER, encoding="utf-8")
    (folder / "book" / "no-question.md").write_text("# Nothing asked\n", encoding="utf-8")
    (folder / "book" / "objectives.csv").write_text(OBJECTIVES, encoding="utf-8")
    (folder / "book" / "images" / "round.svg").write_text(PICTURE, encoding="utf-8")
    shutil.copytree(ROOT / "exercises" / "agents", folder / "exercises" / "agents")
    return folder
