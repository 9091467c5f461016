"""The chapters that teach, and what ``book/objectives.csv`` says of them; read without Sphinx or docutils."""

import csv
from pathlib import Path

CHAPTERS = (
    "what-a-call-centre-is",
    "inbound-outbound-blended",
    "formal-and-informal",
    "in-house-outsourced-mixed",
    "outsourcing",
    "mixed-solution",
    "software-that-answers",
    "the-contract",
    "from-tender-to-handover",
    "in-house-well-done",
    "the-vendor-market",
    "the-mix-in-theory",
    "the-work-itself",
    "taking-it-back",
    "load-and-the-erlang",
    "how-many-agents-and-why-size-helps",
    "arrivals",
    "patience-and-abandonment",
    "from-agents-to-people",
    "what-a-centre-costs",
    "what-a-vendor-costs",
    "what-a-mix-costs",
    "unsure-inputs-and-rare-events",
    "a-day-call-by-call",
    "beyond-one-queue",
    "criteria-and-weights",
    "from-start-to-board",
    "four-case-studies",
    "law-in-force",
)


def places(root):
    """Return what ``book/objectives.csv`` says of each objective: {"page/number": row}."""
    with (Path(root) / "book/objectives.csv").open(encoding="utf-8", newline="") as file:
        return {f"{row['page']}/{row['number']}": row for row in csv.DictReader(file)}
