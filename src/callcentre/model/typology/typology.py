"""What type of centre is it: three answers, each worked out from facts and given with its reasons.

Who runs it (sourcing), which way its calls go (direction), and what it is in the firm (formality).
"""

from ..check import InputError, one_of, some_of

SOURCING = ("in-house", "outsourced", "mixed")
DIRECTION = ("inbound", "outbound", "blended")
FORMALITY = ("formal", "borderline", "informal")
SECTIONS = (
    ("in-house", "in-house-outsourced-mixed#in-house"),
    ("outsourced", "in-house-outsourced-mixed#outsourced"),
    ("mixed", "in-house-outsourced-mixed#mixed"),
    ("inbound", "inbound-outbound-blended#inbound"),
    ("outbound", "inbound-outbound-blended#outbound"),
    ("blended", "inbound-outbound-blended#blended"),
    ("formal", "formal-and-informal#five-marks"),
    ("borderline", "formal-and-informal#borderline"),
    ("informal", "formal-and-informal#informal"),
)

HELD = ("agents_employed_by", "premises_run_by", "equipment_owned_by")
FACTS = HELD + ("vendor_takes", "activities", "marks")
HOLDERS = ("client", "vendor", "both")
VENDOR_TAKES = ("evenings", "nights", "weekends", "peaks")
INBOUND_ACTIVITIES = ("information", "complaints", "technical-support", "help-desk", "order-taking")
OUTBOUND_ACTIVITIES = ("telesales", "telemarketing", "debt-collection", "appointment-setting", "surveys")
ACTIVITIES = INBOUND_ACTIVITIES + OUTBOUND_ACTIVITIES
MARKS = ("premises", "architecture", "organisation", "head", "department")


def classify(profile: dict) -> dict:
    """Return where a centre stands on three axes, and why.

    Parameters
    ----------
    profile : dict
        Six facts, all of them needed.

        - ``agents_employed_by``, ``premises_run_by``, ``equipment_owned_by``: ``"client"`` (the firm itself),
          ``"vendor"`` or ``"both"``; they describe the place where most calls are handled.
        - ``vendor_takes``: list of the times at which a vendor takes the calls in a place of its own, from
          ``"evenings"``, ``"nights"``, ``"weekends"``, ``"peaks"``; empty if none.
        - ``activities``: list of at least one of `ACTIVITIES`.
        - ``marks``: list of those of the five marks of a formal centre that are there: ``"premises"`` (of its
          own), ``"architecture"`` (specialised), ``"organisation"`` (people of its own), ``"head"``,
          ``"department"`` (it belongs to one); empty if none.

    Returns
    -------
    dict
        ``sourcing``, ``direction`` and ``formality``, each a word of `SOURCING`, `DIRECTION`, `FORMALITY`;
        ``missing_marks``, a list; ``sections``, the book's section for each answer, by axis; and
        ``reasons``, a list of dicts: ``axis``; ``fact``; ``value``; ``holds``, whether that is so (False only
        for a mark that is missing); ``points_to``, the answer this fact alone speaks for; ``section`` of
        the book.

    Raises
    ------
    InputError
        If a fact is missing, unknown, or holds what it cannot; if there is no activity; or if hours are left
        to a vendor (``vendor_takes``) whose own agents in its own premises already take every call.
        Nothing else is held to be contradictory: a vendor's agents may sit in the firm's premises and the
        firm's agents in a vendor's, on anybody's equipment, and a centre may have a head and no premises.

    Examples
    --------
    An agency's people in the firm's rooms, on the firm's equipment, who answer questions:

    >>> facts = {"agents_employed_by": "vendor", "premises_run_by": "client", "equipment_owned_by": "client"}
    >>> facts.update({"vendor_takes": [], "activities": ["information"], "marks": ["premises", "head"]})
    >>> answer = classify(facts)
    >>> answer["sourcing"], answer["direction"], answer["formality"]
    ('mixed', 'inbound', 'borderline')
    """
    facts = checked(profile)
    reasons = sourcing_reasons(facts) + direction_reasons(facts) + formality_reasons(facts)
    answers = [
        (axis, combined([each["points_to"] for each in reasons if each["axis"] == axis], between))
        for axis, between in (("sourcing", "mixed"), ("direction", "blended"), ("formality", "borderline"))
    ]
    answer: dict = dict(answers)
    answer["missing_marks"] = [mark for mark in MARKS if mark not in facts["marks"]]
    answer["sections"] = {axis: section_of(word) for axis, word in answers}
    answer["reasons"] = reasons
    return answer


def checked(profile: dict) -> dict:
    """Return the facts of a profile that `classify` accepts, lists in the order of their options."""
    if not isinstance(profile, dict):
        raise InputError("profile", "a dict of the facts " + ", ".join(FACTS), profile)
    for name in FACTS:
        if name not in profile:
            raise InputError(name, "given", None)
    for name in sorted([name for name in profile if name not in FACTS], key=str):
        raise InputError(str(name), "left out; the facts are " + ", ".join(FACTS), profile[name])
    facts: dict = {name: one_of(name, profile[name], HOLDERS) for name in HELD}
    for name, options in (("vendor_takes", VENDOR_TAKES), ("activities", ACTIVITIES), ("marks", MARKS)):
        facts[name] = some_of(name, profile[name], options)
    if not facts["activities"]:
        raise InputError("activities", "at least one of " + ", ".join(ACTIVITIES), profile["activities"])
    if facts["vendor_takes"] and facts["agents_employed_by"] == facts["premises_run_by"] == "vendor":
        raise InputError(
            "vendor_takes",
            "empty where the vendor's agents already take every call in the vendor's premises",
            profile["vendor_takes"],
        )
    return facts


def sourcing_reasons(facts: dict) -> list[dict]:
    """Return what each fact about people, premises, equipment and hours says of the sourcing."""
    section = "in-house-outsourced-mixed#who-employs-houses-equips"
    reasons = []
    for name in HELD:
        holder = facts[name]
        points_to = {"client": "in-house", "vendor": "outsourced", "both": "mixed"}[holder]
        reasons.append(reason("sourcing", name, holder, points_to, section))
    for hours in facts["vendor_takes"]:
        reasons.append(reason("sourcing", "vendor_takes", hours, "mixed", "mixed-solution#three-ways"))
    return reasons


def direction_reasons(facts: dict) -> list[dict]:
    """Return what each activity says of the way the calls go."""
    reasons = []
    for activity in facts["activities"]:
        points_to = "inbound" if activity in INBOUND_ACTIVITIES else "outbound"
        reasons.append(reason("direction", "activities", activity, points_to, section_of(points_to)))
    return reasons


def formality_reasons(facts: dict) -> list[dict]:
    """Return what each of the five marks, there or missing, says of the formality."""
    reasons = []
    for mark in MARKS:
        there = mark in facts["marks"]
        points_to = "formal" if there else "informal"
        reasons.append(reason("formality", "marks", mark, points_to, section_of("formal"), there))
    return reasons


def reason(axis: str, fact: str, value: str, points_to: str, section: str, holds: bool = True) -> dict:
    """Return one reason as data."""
    return {
        "axis": axis,
        "fact": fact,
        "value": value,
        "holds": holds,
        "points_to": points_to,
        "section": section,
    }


def combined(words: list[str], between: str) -> str:
    """Return the word on which all agree, else the word for what lies between."""
    return words[0] if len(set(words)) == 1 else between


def section_of(answer: str) -> str:
    """Return the section of the book that explains an answer, as ``"page#section"``."""
    return dict(SECTIONS)[answer]
