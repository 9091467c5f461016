"""What an invented firm thinks of the three ways: a weight for each criterion, and scores from 0 to 10.

Opinions to begin from, all of them illustrative: they prove nothing, and every reader has others. The firm is
the one of the chapters on outsourcing and mixing, which sells household appliances and must leave its floor.
"""

from ..check import one_of
from .scorecard import CRITERIA


class Preference:
    """One criterion as the firm sees it.

    Attributes
    ----------
    criterion, label : str
        Its name in `scorecard`, and in words.
    weight : int
        How much it matters, from 0 to 10.
    in_house, outsourced, mixed : int
        How good each way is by it, from 0 (worst) to 10 (best); 10 on cost is the cheapest.
    why : str
        Why the scores are so.
    section : str
        Where the book tells of it, ``"page#section"``.
    """

    def __init__(
        self,
        criterion: str,
        label: str,
        weight: int,
        in_house: int,
        outsourced: int,
        mixed: int,
        why: str,
        section: str,
    ) -> None:
        self.criterion = criterion
        self.label = label
        self.weight = weight
        self.in_house = in_house
        self.outsourced = outsourced
        self.mixed = mixed
        self.why = why
        self.section = section


TABLE = (
    Preference(
        "cost",
        "Cost",
        7,
        5,
        7,
        7,
        "At the firm's volume the vendor's call is cheaper than the firm's, and a mix by hours is no dearer.",
        "outsourcing#gain-cost",
    ),
    Preference(
        "start-up-investment",
        "Start-up investment",
        4,
        2,
        9,
        3,
        "Own rooms, systems and training are paid for before the first call, even for part of the calls.",
        "outsourcing#gain-cost",
    ),
    Preference(
        "experience",
        "Experience",
        5,
        5,
        8,
        7,
        "A vendor's agents answer calls for a living; the firm's know the machines.",
        "outsourcing#gain-experience",
    ),
    Preference(
        "flexibility",
        "Flexibility",
        5,
        3,
        9,
        7,
        "A vendor moves people between clients; in a mix it does so for the peaks.",
        "outsourcing#gain-flexibility",
    ),
    Preference(
        "confidentiality",
        "Confidentiality",
        6,
        8,
        3,
        6,
        "What a vendor's agents learn may reach a rival; a mix can leave secrets to the firm's own.",
        "outsourcing#risk-confidentiality",
    ),
    Preference(
        "control",
        "Control",
        8,
        9,
        4,
        7,
        "On its own floor the firm hears the calls; elsewhere it reads reports.",
        "outsourcing#control",
    ),
    Preference(
        "culture",
        "Culture",
        5,
        9,
        3,
        6,
        "Own agents answer as the firm would; agency agents must first learn to.",
        "mixed-solution#culture",
    ),
    Preference(
        "technology",
        "Technology",
        4,
        4,
        8,
        6,
        "Telephone systems are a vendor's trade, and age in a few years.",
        "outsourcing#reasons",
    ),
)


def find(criterion: str) -> Preference:
    """Return the Preference of a criterion, one of `scorecard.CRITERIA`.

    Raises
    ------
    InputError
        If there is none of that name.

    Examples
    --------
    >>> found = find("control")
    >>> found.label, found.in_house, found.outsourced
    ('Control', 9, 4)
    """
    return TABLE[CRITERIA.index(one_of("criterion", criterion, CRITERIA))]
