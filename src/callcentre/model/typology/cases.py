"""Eighteen invented centres to sort on three axes, six of which can be argued on one of them."""

from ..numerics import randomness
from .typology import FACTS, HELD, MARKS, classify

AXES = ("sourcing", "direction", "formality")
FIRM = ("client", "client", "client")
VENDOR = ("vendor", "vendor", "vendor")
AGENCY = ("vendor", "client", "client")
EQUIPPED = ("client", "client", "vendor")


class Answer:
    """An answer that holds, the facts that make `classify` give it, and the argument where there is another.

    Attributes
    ----------
    answer : str
        A word of the axis.
    argument : str
        Why it holds; empty where no other answer does.
    facts : dict
        How the facts of the case are read so as to come to it; empty where no other answer holds.
    """

    def __init__(self, answer: str, argument: str = "", **facts: object) -> None:
        self.answer = answer
        self.argument = argument
        self.facts = facts


class Verdict:
    """What is so on one axis of a case.

    Attributes
    ----------
    fact : str
        The words of the case that decide.
    why : str
        What follows from them.
    answers : tuple of Answer
        Those that hold: one, or several where the case can be argued; the course's own reading first.
    """

    def __init__(self, fact: str, why: str, *answers: Answer) -> None:
        self.fact = fact
        self.why = why
        self.answers = answers

    @property
    def accepted(self) -> list[str]:
        return [each.answer for each in self.answers]

    @property
    def can_be_argued(self) -> bool:
        return len(self.answers) > 1


class Case:
    """An invented centre.

    Attributes
    ----------
    number : int
        Its place in `CASES`, from 1.
    title, text : str
        The text has 40 to 70 words.
    profile : dict
        Its facts as `typology.classify` takes them, read as the course reads them.
    verdicts : dict of Verdict
        By axis: "sourcing", "direction", "formality".
    """

    def __init__(
        self,
        number: int,
        title: str,
        text: str,
        profile: dict,
        sourcing: Verdict,
        direction: Verdict,
        formality: Verdict,
    ) -> None:
        self.number = number
        self.title = title
        self.text = text
        self.profile = profile
        self.verdicts = {"sourcing": sourcing, "direction": direction, "formality": formality}

    @property
    def can_be_argued(self) -> bool:
        return True in [self.verdicts[axis].can_be_argued for axis in AXES]

    def by_rule(self, axis: str, answer: str) -> str:
        """Return what `classify` says on an axis when the facts are read as for one accepted answer."""
        facts = dict(self.profile)
        for each in self.verdicts[axis].answers:
            if each.answer == answer:
                facts.update(each.facts)
        return classify(facts)[axis]


def profile(
    held: tuple[str, ...],
    activities: tuple[str, ...],
    marks: tuple[str, ...],
    vendor_takes: tuple[str, ...] = (),
) -> dict:
    """Return a profile for `typology.classify`; ``held``: who employs, houses and equips."""
    facts: dict = dict(zip(HELD, held))
    facts.update(zip(FACTS[len(HELD) :], (list(vendor_takes), list(activities), list(marks))))
    return facts


def in_order(seed: int) -> list[Case]:
    """Return all the cases, shuffled.

    Parameters
    ----------
    seed : int
        From 0 to 2,147,483,647; the same seed gives the same order in every Python.

    Raises
    ------
    InputError
        If the seed is no whole number in its range.

    Examples
    --------
    >>> order = in_order(seed=7)
    >>> sorted(case.number for case in order) == list(range(1, 19))
    True
    """
    left = list(CASES)
    order = []
    for drawn in randomness.streams(seed, 1)[0].uniforms(len(CASES)):
        order.append(left.pop(int(drawn * len(left))))
    return order


CASES = (
    Case(
        1,
        "The ferry line",
        "A ferry line answers passengers who ask about sailings and book cabins by telephone. Its 28 agents "
        "are on its own payroll, in its own harbour office, on a distributor it bought. One floor is theirs "
        "alone. Their job descriptions name calls as the main work. A head leads them and reports to the "
        "passenger department.",
        profile(FIRM, ("information", "order-taking"), MARKS),
        Verdict(
            "on its own payroll, in its own harbour office, on a distributor it bought",
            "The firm employs, houses and equips, and no vendor takes any hours.",
            Answer("in-house"),
        ),
        Verdict(
            "passengers who ask about sailings and book cabins",
            "Passengers start every call, to ask or to order.",
            Answer("inbound"),
        ),
        Verdict(
            "A head leads them and reports to the passenger department",
            "With a floor, a distributor and people hired for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        2,
        "Sixty for parcels",
        "A mail-order house pays another company for each minute of talk. In that company's building, on "
        "that company's distributor, that company's people answer questions and complaints about parcels. "
        "Sixty of them do nothing else, on a floor with a head who belongs to the company's "
        "retail department. The mail-order house sends a trainer twice a year.",
        profile(VENDOR, ("information", "complaints"), MARKS),
        Verdict(
            "In that company's building, on that company's distributor, that company's people answer",
            "The vendor employs, houses and equips. The trainer's visits change none of the three.",
            Answer("outsourced"),
        ),
        Verdict(
            "answer questions and complaints about parcels",
            "Customers start the calls: information and complaints.",
            Answer("inbound"),
        ),
        Verdict(
            "on a floor with a head who belongs to the company's retail department",
            "Judged where the calls are answered, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        3,
        "The third floor",
        "The third floor of an insurer's headquarters is its claims line. The insurer bought the distributor "
        "and the desks. The 34 people who answer all day were chosen and trained by an agency, which also "
        "pays them. Policyholders ring to ask where their claim stands. The floor has a head and appears in "
        "the chart under claims.",
        profile(AGENCY, ("information",), MARKS),
        Verdict(
            "chosen and trained by an agency, which also pays them",
            "An outside employer in the firm's premises, with the firm's equipment: the classic mix.",
            Answer("mixed"),
        ),
        Verdict(
            "Policyholders ring to ask where their claim stands",
            "Policyholders start the calls.",
            Answer("inbound"),
        ),
        Verdict(
            "The floor has a head and appears in the chart under claims",
            "Floor, distributor, people for calls, head and department: all five marks.",
            Answer("formal"),
        ),
    ),
    Case(
        4,
        "After seven",
        "A gas supplier's own staff answer from seven in the morning to seven in the evening, in rooms it "
        "keeps for them, on its own distributor. From seven in the evening the number rings at a company in "
        "another region, which answers for nine suppliers. Callers smell gas or query a bill. The fifty who "
        "answer by day have a head and belong to network operations.",
        profile(FIRM, ("information", "technical-support"), MARKS, ("evenings", "nights")),
        Verdict(
            "From seven in the evening the number rings at a company in another region",
            "By day the firm has all three; in the evening and at night a vendor takes the calls.",
            Answer("mixed"),
        ),
        Verdict(
            "Callers smell gas or query a bill",
            "Callers start the calls, and nobody knows when the next one comes.",
            Answer("inbound"),
        ),
        Verdict(
            "The fifty who answer by day have a head and belong to network operations",
            "With the rooms, the distributor and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        5,
        "Instalments",
        "A furniture chain collects unpaid instalments by telephone. Twelve collectors, its own employees, "
        "sit in a locked room at headquarters and work through a list that the chain's own dialler calls for "
        "them. No customer has their number. They do nothing else; they have a head, and the chart shows "
        "them under finance.",
        profile(FIRM, ("debt-collection",), MARKS),
        Verdict(
            "its own employees, sit in a locked room at headquarters",
            "The people, the room and the dialler are the chain's own.",
            Answer("in-house"),
        ),
        Verdict(
            "work through a list that the chain's own dialler calls for them",
            "The centre decides whom it calls and when: debt collection, by programme.",
            Answer("outbound"),
        ),
        Verdict(
            "they have a head, and the chart shows them under finance",
            "With the room, the dialler and people who do nothing else, twelve are a formal centre.",
            Answer("formal"),
        ),
    ),
    Case(
        6,
        "The studio",
        "A carmaker wants to know whether its garages satisfy customers, and pays a research company to find "
        "out. From the company's studio the company's interviewers ring buyers with a fixed questionnaire; "
        "the company's dialler places the calls. Forty people do only this. A studio manager leads them, and "
        "the research company's chart shows the studio under fieldwork.",
        profile(VENDOR, ("surveys",), MARKS),
        Verdict(
            "From the company's studio the company's interviewers ring buyers",
            "The vendor employs, houses and equips; the carmaker buys the result.",
            Answer("outsourced"),
        ),
        Verdict(
            "ring buyers with a fixed questionnaire",
            "The centre starts every call, with a questionnaire fixed beforehand: a survey.",
            Answer("outbound"),
        ),
        Verdict(
            "A studio manager leads them, and the research company's chart shows the studio under fieldwork",
            "With the studio, the dialler and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        7,
        "Clean hands",
        "Three vets and two nurses share a practice. An ordinary telephone stands at the front desk and "
        "another in the treatment room; whoever of the five has clean hands answers. Owners ask when the "
        "practice is open, or what to do about a limping dog. Nobody was hired to answer, nobody counts the "
        "calls, and nobody is in charge of them.",
        profile(FIRM, ("information",), ()),
        Verdict(
            "whoever of the five has clean hands answers",
            "Its own people, in its own rooms, on its own telephones, although nobody calls it a centre.",
            Answer("in-house"),
        ),
        Verdict(
            "Owners ask when the practice is open, or what to do about a limping dog",
            "The owners start the calls.",
            Answer("inbound"),
        ),
        Verdict(
            "Nobody was hired to answer, nobody counts the calls, and nobody is in charge of them",
            "Not one of the five marks is there: calls are answered alongside the main work.",
            Answer("informal"),
        ),
    ),
    Case(
        8,
        "The plant fair",
        "In March the people at a garden centre's tills ring last year's customers about the plant fair, "
        "between one customer and the next. All year round they also answer whoever rings to ask what is "
        "in stock. They use the garden centre's ordinary telephones. Calls are in no job description; no "
        "room, no head and no department is set apart for them.",
        profile(FIRM, ("information", "telemarketing"), ()),
        Verdict(
            "the people at a garden centre's tills",
            "Its own people, in its own shop, on its own telephones.",
            Answer("in-house"),
        ),
        Verdict(
            "All year round they also answer whoever rings",
            "The same people make planned calls in March and answer calls that nobody planned.",
            Answer("blended"),
        ),
        Verdict(
            "no room, no head and no department is set apart for them",
            "Calls are nobody's main work and the telephones are ordinary, so no mark is there.",
            Answer("informal"),
        ),
    ),
    Case(
        9,
        "The permit desk",
        "A chamber of trade employs four people whose main work is to answer members' questions about "
        "permits. One of the four leads the desk and answers for it; the chart shows it under legal advice. "
        "They sit among the other staff, and the chamber's ordinary telephones ring all at once. Nobody can "
        "say how many calls came yesterday.",
        profile(FIRM, ("information",), ("organisation", "head", "department")),
        Verdict(
            "A chamber of trade employs four people",
            "Its own people, among its own staff, on its own telephones.",
            Answer("in-house"),
        ),
        Verdict(
            "answer members' questions about permits",
            "The members start the calls.",
            Answer("inbound"),
        ),
        Verdict(
            "They sit among the other staff, and the chamber's ordinary telephones ring all at once",
            "People, head and department are there; premises and a specialised architecture are missing.",
            Answer("borderline"),
        ),
    ),
    Case(
        10,
        "Dates for the fitters",
        "A kitchen maker pays a small company to arrange visits by its fitters. The company's five callers "
        "ring buyers from the list of orders, in the company's own call room, with its own dialler. "
        "They do nothing else. Nobody leads them: they divide the lists among themselves. The company's "
        "chart does not place them anywhere.",
        profile(VENDOR, ("appointment-setting",), ("premises", "architecture", "organisation")),
        Verdict(
            "in the company's own call room, with its own dialler",
            "The vendor employs, houses and equips.",
            Answer("outsourced"),
        ),
        Verdict(
            "ring buyers from the list of orders",
            "The centre starts every call, from a list: appointment setting.",
            Answer("outbound"),
        ),
        Verdict(
            "Nobody leads them: they divide the lists among themselves",
            "Room, dialler and people are there; a head and a department are missing.",
            Answer("borderline"),
        ),
    ),
    Case(
        11,
        "The town's number",
        "A town's own employees, hired for it, answer questions about refuse and schools in a call room at "
        "the town hall. In the evening they ring a sample of residents with a questionnaire. Telephone "
        "system, screens and recordings belong to a company that answers calls for other towns and would "
        "take them away at the contract's end. A head leads the room, under citizen services.",
        profile(EQUIPPED, ("information", "surveys"), MARKS),
        Verdict(
            "Telephone system, screens and recordings belong to a company that answers calls for other towns",
            "The town employs and houses; a vendor equips. One fact is enough to leave in-house.",
            Answer("mixed"),
        ),
        Verdict(
            "In the evening they ring a sample of residents with a questionnaire",
            "By day residents start the calls, in the evening the same agents do: information and surveys.",
            Answer("blended"),
        ),
        Verdict(
            "A head leads the room, under citizen services",
            "With the room, the system and people hired for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        12,
        "The alarm room",
        "At its depot an alarm installer keeps a room with its own distributor. Six agents whom an agency "
        "chose, trained and pays do nothing but calls there. In the morning they help customers whose alarm "
        "will not stop; in the afternoon the same six ring owners of old alarms to sell new ones. Workshop, "
        "shop and accounts give them work. None manages them, and there is no head.",
        profile(AGENCY, ("technical-support", "telesales"), ("premises", "architecture", "organisation")),
        Verdict(
            "Six agents whom an agency chose, trained and pays",
            "An outside employer in the firm's premises, with the firm's equipment.",
            Answer("mixed"),
        ),
        Verdict(
            "in the afternoon the same six ring owners of old alarms to sell new ones",
            "Technical support comes in and telesales goes out, with the same people.",
            Answer("blended"),
        ),
        Verdict(
            "None manages them, and there is no head",
            "Room, distributor and people are there; a head and a department are missing.",
            Answer("borderline"),
        ),
    ),
    Case(
        13,
        "The bank's own company",
        "A company takes the calls of the bank that owns the whole of it, and of nobody else. The company "
        "employs 120 agents, rents a building in another town and bought its own distributor. Callers ask "
        "about cards and accounts. The agents have a head, and the company's chart shows them under customer "
        "service.",
        profile(FIRM, ("information",), MARKS),
        Verdict(
            "the bank that owns the whole of it, and of nobody else",
            "A subsidiary is another legal person, and yet the bank controls it.",
            Answer(
                "in-house",
                "The company has no interests of its own. The field calls such a centre captive and counts "
                "it as in-house, and so does this course.",
            ),
            Answer(
                "outsourced",
                "It is another legal person with its own payroll, building and equipment: legally and "
                "physically outside the bank.",
                agents_employed_by="vendor",
                premises_run_by="vendor",
                equipment_owned_by="vendor",
            ),
        ),
        Verdict("Callers ask about cards and accounts", "Customers start the calls.", Answer("inbound")),
        Verdict(
            "The agents have a head, and the company's chart shows them under customer service",
            "With the building, the distributor and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        14,
        "No rooms left",
        "A health fund's advice line no longer has any rooms. Its thirty advisers, employees of the fund, "
        "work at home, on laptops the fund owns, at desks the fund inspects. They share a distributor, a "
        "roster and a list of who is present, which nobody else may see. Members ring with questions. A head "
        "leads the line, which stands under member services.",
        profile(FIRM, ("information",), MARKS),
        Verdict(
            "employees of the fund, work at home, on laptops the fund owns, at desks the fund inspects",
            "The employer answers for the workplaces, so the premises count as the fund's.",
            Answer("in-house"),
        ),
        Verdict("Members ring with questions", "The members start the calls.", Answer("inbound")),
        Verdict(
            "no longer has any rooms",
            "Four marks are there; working at home has blurred the fifth, the premises.",
            Answer(
                "formal",
                "Read by its purpose, the mark is there: a floor that is not in one place, with a roster and "
                "a list of who is present, tells the line from the rest of the fund. Write: premises, "
                "virtual.",
            ),
            Answer(
                "borderline",
                "Taken literally, no rooms are the line's own, so one mark of the five is missing.",
                marks=["architecture", "organisation", "head", "department"],
            ),
        ),
    ),
    Case(
        15,
        "Tomorrow at four",
        "A broadband firm's own agents, in its own centre, mend faults for customers who ring. Before they "
        "ring off they ask whether they may ring about a faster line. One customer in three says yes and is "
        "rung the next day, at the hour the customer chose, by the same agents. The firm owns the "
        "distributor. The agents have a floor, a head and a place under service.",
        profile(FIRM, ("technical-support", "telesales"), MARKS),
        Verdict(
            "A broadband firm's own agents, in its own centre",
            "The agents, the floor and the distributor are the firm's own.",
            Answer("in-house"),
        ),
        Verdict(
            "is rung the next day, at the hour the customer chose",
            "The firm dials, and the customer said when.",
            Answer(
                "blended",
                "The firm starts the second call in order to sell: technical support comes in and telesales "
                "goes out, with the same people.",
            ),
            Answer(
                "inbound",
                "The customer agreed to the call and chose its hour. A requested call-back counts as inbound "
                "work done later, and its load follows from the calls that came in.",
                activities=["technical-support"],
            ),
        ),
        Verdict(
            "The agents have a floor, a head and a place under service",
            "With the distributor and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        16,
        "Red letters",
        "Twelve shops pay a collection agency. On Monday it posts red letters; on Wednesday the debtors ring "
        "its building, where its own agents note promises of payment, on its own distributor. The agency "
        "never rings first. When it posts fewer letters, fewer debtors ring. Forty agents do only this, "
        "under a head, in the department for private debts.",
        profile(VENDOR, ("information",), MARKS),
        Verdict(
            "Twelve shops pay a collection agency",
            "For the shops, a company outside them employs, houses and equips.",
            Answer("outsourced"),
        ),
        Verdict(
            "When it posts fewer letters, fewer debtors ring",
            "The debtors dial, and the agency decides how many will.",
            Answer(
                "inbound",
                "Direction is who starts the call, and the debtor does. The agency only answers.",
            ),
            Answer(
                "outbound",
                "The agency chose the day and the number: these calls are the second half of a campaign that "
                "can be programmed like a list.",
                activities=["debt-collection"],
            ),
        ),
        Verdict(
            "under a head, in the department for private debts",
            "With the building, the distributor and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        17,
        "Twenty for December",
        "A toy shop that sells by post keeps two hundred employees on a floor of its own, on its own system. "
        "Customers ring to order. In December twenty more sit among them, paid by a temporary-work agency; "
        "in January they are gone. Everybody on the floor takes orders and does nothing else. The floor has "
        "a head and belongs to sales.",
        profile(FIRM, ("order-taking",), MARKS),
        Verdict(
            "In December twenty more sit among them, paid by a temporary-work agency",
            "There are two employers, for one month in twelve.",
            Answer(
                "in-house",
                "Classify the normal state, and name the exception: for eleven months every agent is the "
                "shop's own.",
            ),
            Answer(
                "mixed",
                "In December two employers share one floor. A report about December has to say so.",
                agents_employed_by="both",
            ),
        ),
        Verdict("Customers ring to order", "Customers start the calls.", Answer("inbound")),
        Verdict(
            "The floor has a head and belongs to sales",
            "With the floor, the system and people for calls, all five marks are there.",
            Answer("formal"),
        ),
    ),
    Case(
        18,
        "Ask her, she knows",
        "In a solicitors' office eight ordinary telephones ring at once. The office's assistants answer "
        "alongside their typing; clients ask where their papers are. The oldest assistant decides how "
        "callers are treated, and everybody asks her. She has no title for it, no budget and no objective. "
        "No room and no department is meant for calls.",
        profile(FIRM, ("information",), ()),
        Verdict(
            "The office's assistants answer alongside their typing",
            "Its own people, in its own rooms, on its own telephones.",
            Answer("in-house"),
        ),
        Verdict("clients ask where their papers are", "The clients start the calls.", Answer("inbound")),
        Verdict(
            "The oldest assistant decides how callers are treated",
            "Somebody decides, and nobody appointed her.",
            Answer(
                "informal",
                "A head has a title, a budget and an objective. The colleague whom everybody asks looks like "
                "one and is none, so no mark is there.",
            ),
            Answer(
                "borderline",
                "One person in fact decides for all calls. Read as a head, she is one mark of the five.",
                marks=["head"],
            ),
        ),
    ),
)
