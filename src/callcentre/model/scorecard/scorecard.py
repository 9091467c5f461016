"""Which option is best when more than money counts: weighted scores, and weights from judgements in pairs.

Scores run from 0 (worst) to 10 (best) on every criterion: 10 on cost is the cheapest. What an option costs
and what it is good for are also kept apart, as two means: a single number hides which of the two won.

Sources: Saaty (1977, 2008) for weights from pairwise judgements and their consistency.
"""

from ..check import InputError, number, whole_number

COST_CRITERIA = ("cost", "start-up-investment")
BENEFIT_CRITERIA = ("experience", "flexibility", "confidentiality", "control", "culture", "technology")
CRITERIA = COST_CRITERIA + BENEFIT_CRITERIA

LEAST_SCORE, BEST_SCORE = 0, 10
MOST_WEIGHT = 1_000_000
TIE = 1e-9

STRONGEST_JUDGEMENT = 9
# Mean consistency index of random judgements between 1, 2, 3 ... 10 things (Saaty)
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
LARGEST_RATIO = 0.10
ROUNDING = 0.005
STEADY = 1e-14
MOST_STEPS = 10_000


def rank(options: dict[str, dict[str, float]], weights: dict[str, float]) -> dict:
    """Rank options by weighted score, and say how firm the winner is.

    Parameters
    ----------
    options : dict
        For each option, by name, a dict of scores from 0 (worst) to 10 (best), by criterion. Every
        criterion in ``weights`` needs one.
    weights : dict
        For each criterion that counts, one of `CRITERIA`, a weight from 0 to 1,000,000, not all 0. Only their
        ratios matter.

    Returns
    -------
    dict
        - ``weights``: a dict of the weights as shares of 1.
        - ``ranking``: a list of dicts, the best first: ``option``; ``rank`` (options within 1e-9 share one);
          ``score``; ``benefit`` and ``economy``, its weighted means over `BENEFIT_CRITERIA` and over
          `COST_CRITERIA` (None where no such criterion has weight); ``dominated_by``, the options no worse on
          every criterion in ``weights`` and better on one, so that no weights can save it;
          ``behind_in_both``, the options no worse in benefit and in economy, with these weights, and better
          in one; ``parts``, a dict of what each criterion adds to the score.
        - ``winner``: the first option's name, or None where the first place is shared.
        - ``sensitivity``: a list of dicts, one a criterion, in the order of `CRITERIA`: ``criterion``,
          ``weight``, and what happens if it weighs less (``lower``) or more (``higher``) while the others
          keep their ratios: None if the winner stays, else a dict of ``weight``, the share beyond which
          another option wins, ``move``, how far that is, and ``winner``, that option. Empty where the first
          place is shared.
        - ``most_sensitive``: the criterion whose weight has least to move, or None if no single one matters.

    Raises
    ------
    InputError
        If options or weights are no dicts, there are fewer than two options, a criterion is unknown, all
        weights are 0, or a weight or score is missing or out of range; then the error names the criterion.

    Examples
    --------
    (2 x 4 + 1 x 9) / 3 against (2 x 8 + 1 x 3) / 3:

    >>> options = {"in-house": {"cost": 4, "control": 9}, "outsourced": {"cost": 8, "control": 3}}
    >>> result = rank(options, {"cost": 2, "control": 1})
    >>> result["winner"], [round(one["score"], 3) for one in result["ranking"]]
    ('outsourced', [6.333, 5.667])
    """
    shares = checked_weights(weights)
    criteria = [criterion for criterion in CRITERIA if criterion in shares]
    names = checked_options(options, criteria)
    ranking = [scored(name, options[name], shares, criteria) for name in names]
    ranking.sort(key=lambda one: (-one["score"], one["option"]))
    for one in ranking:
        one["rank"] = 1 + len([each for each in ranking if each["score"] > one["score"] + TIE])
        one["dominated_by"] = [
            each["option"]
            for each in ranking
            if dominates(options[each["option"]], options[one["option"]], criteria)
        ]
        one["behind_in_both"] = [
            each["option"]
            for each in ranking
            if dominates(each, one, [axis for axis in ("benefit", "economy") if one[axis] is not None])
        ]
    is_shared = ranking[1]["rank"] == 1
    first = ranking[0]["option"]
    sensitivity = [] if is_shared else [moves(criterion, first, options, shares) for criterion in criteria]
    return {
        "weights": shares,
        "ranking": ranking,
        "winner": None if is_shared else first,
        "sensitivity": sensitivity,
        "most_sensitive": least_move(sensitivity),
    }


def checked_weights(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights as shares of 1, by criterion."""
    if not isinstance(weights, dict) or not weights:
        raise InputError("weights", "a dict of weights by criterion, at least one", weights)
    for criterion in sorted(weights, key=str):
        if criterion not in CRITERIA:
            raise InputError(
                str(criterion), "left out; the criteria are " + ", ".join(CRITERIA), weights[criterion]
            )
    total = 0.0
    for criterion in CRITERIA:
        if criterion in weights:
            total += number(criterion, weights[criterion], 0, MOST_WEIGHT)
    if total == 0:
        raise InputError("weights", "above 0 for at least one criterion", weights)
    return {criterion: weights[criterion] / total for criterion in weights}


def checked_options(options: dict[str, dict[str, float]], criteria: list[str]) -> list[str]:
    """Return the options' names in alphabetical order when each has its scores."""
    if not isinstance(options, dict) or len(options) < 2:
        raise InputError("options", "a dict of at least two options", options)
    for name in options:
        if not isinstance(name, str):
            raise InputError("options", "a dict of options by name", name)
    names = sorted(options)
    for name in names:
        if not isinstance(options[name], dict):
            raise InputError(name, "a dict of scores by criterion", options[name])
        for criterion in sorted(options[name], key=str):
            if criterion not in CRITERIA:
                allowed = f"left out of {name}; the criteria are " + ", ".join(CRITERIA)
                raise InputError(str(criterion), allowed, options[name][criterion])
        for criterion in criteria:
            check_score(criterion, options[name].get(criterion), name)
    return names


def check_score(criterion: str, score: object, option: str) -> None:
    """Refuse a score that is no number from 0 to 10, by criterion and option."""
    try:
        number(criterion, score, LEAST_SCORE, BEST_SCORE)
    except InputError as problem:
        raise InputError(criterion, f"{problem.allowed} for {option}", score) from None


def scored(name: str, scores: dict[str, float], shares: dict[str, float], criteria: list[str]) -> dict:
    """Return an option's score, its parts, and its means over costs and over benefits."""
    return {
        "option": name,
        "score": mean_score(scores, shares, criteria),
        "benefit": mean_score(scores, shares, BENEFIT_CRITERIA),
        "economy": mean_score(scores, shares, COST_CRITERIA),
        "parts": {criterion: shares[criterion] * scores[criterion] for criterion in criteria},
    }


def mean_score(
    scores: dict[str, float], shares: dict[str, float], criteria: list[str] | tuple[str, ...]
) -> float | None:
    """Return the weighted mean of an option's scores over some criteria; None where they have no weight."""
    total = weight = 0.0
    for criterion in criteria:
        if criterion in shares:
            total += shares[criterion] * scores[criterion]
            weight += shares[criterion]
    return total / weight if weight > 0 else None


def dominates(one: dict, other: dict, names: list[str]) -> bool:
    """Return whether one dict of numbers is no worse than another by each name, and better by one."""
    no_worse = [one[name] >= other[name] - TIE for name in names]
    better = [one[name] > other[name] + TIE for name in names]
    return False not in no_worse and True in better


def moves(
    criterion: str, winner: str, options: dict[str, dict[str, float]], shares: dict[str, float]
) -> dict:
    """Return what a criterion's weight must become, downward and upward, for another option to win."""
    lines = {name: line(criterion, options[name], shares) for name in options}
    return {
        "criterion": criterion,
        "weight": shares[criterion],
        "lower": overtaking(lines, winner, shares[criterion], -1),
        "higher": overtaking(lines, winner, shares[criterion], 1),
    }


def line(criterion: str, scores: dict[str, float], shares: dict[str, float]) -> tuple[float, float]:
    """Return (score with no weight on a criterion, score with all weight on it); between them it is linear.

    The other criteria keep their ratios; where all weight was on this one, they share equally.
    """
    others = {other: shares[other] for other in shares if other != criterion}
    rest = mean_score(scores, others, CRITERIA)
    if rest is None:
        rest = mean_score(scores, dict.fromkeys(others, 1.0), CRITERIA)
    return (scores[criterion] if rest is None else rest), scores[criterion]


def overtaking(
    lines: dict[str, tuple[float, float]], winner: str, weight: float, direction: int
) -> dict | None:
    """Return where another option first overtakes the winner as a weight moves down (-1) or up (1).

    Of several that do so at the same weight, within 1e-9, the one that then leads.
    """
    room = weight if direction < 0 else 1 - weight
    best = None
    for name in sorted(lines):
        gap, closing = gap_and_closing(lines[winner], lines[name], weight, direction)
        if name == winner or closing <= 0 or gap > closing * room - TIE:
            continue
        move = gap / closing
        if best is None or move < best[0] - TIE or (move <= best[0] + TIE and closing > best[1]):
            best = (move, closing, name)
    if best is None:
        return None
    return {"weight": weight + direction * best[0], "move": best[0], "winner": best[2]}


def gap_and_closing(
    ahead: tuple[float, float], behind: tuple[float, float], weight: float, direction: int
) -> tuple[float, float]:
    """Return by how much one line leads another at a weight, and how fast that shrinks in a direction."""
    without, only = ahead[0] - behind[0], ahead[1] - behind[1]
    return without + weight * (only - without), -direction * (only - without)


def least_move(sensitivity: list[dict]) -> str | None:
    """Return the criterion whose weight has least to move for another option to win, or None."""
    found = []
    for index, each in enumerate(sensitivity):
        for way in ("lower", "higher"):
            if each[way]:
                found.append((each[way]["move"], index))
    return sensitivity[min(found)[1]]["criterion"] if found else None


def ahp(pairwise: list[list[float]]) -> dict:
    """Return weights from judgements in pairs, and how well the judgements agree with each other.

    Parameters
    ----------
    pairwise : list of list of float
        A square matrix for 2 to 10 things: row i, column j says how many times as important thing i is as
        thing j, from 1/9 to 9 on Saaty's scale. 1 on the diagonal; each entry below it the reciprocal of its
        mirror image. Half a per cent is let pass (0.333 for a third), and the entries above count.

    Returns
    -------
    dict
        - ``weights``: list, shares of 1: the principal eigenvector.
        - ``largest_eigenvalue``: the number of things where all judgements agree, else more.
        - ``consistency_index``: (largest eigenvalue - n) / (n - 1).
        - ``consistency_ratio``: that index over the mean index of random judgements; 0.0 for two things.
        - ``is_consistent``: whether the ratio is at most 0.10, Saaty's rule of thumb.
        - ``warning``: None where it is, else a list of the most inconsistent judgements: those furthest, as a
          ratio, from what the weights imply. Of three things all three judgements are equally far; of
          more it is one, but for ties. Each is a dict: ``row`` and ``column`` (from 0, row before column),
          ``judgement``, and ``implied``, the ratio of the two weights.

    Raises
    ------
    InputError
        If the matrix is not as described; the error says in which row and column.

    Examples
    --------
    Judgements that agree: twice as important, six times, three times.

    >>> result = ahp([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]])
    >>> [round(weight, 3) for weight in result["weights"]], result["is_consistent"]
    ([0.6, 0.3, 0.1], True)
    """
    matrix = checked_matrix(pairwise)
    size = len(matrix)
    weights, eigenvalue = principal_eigenvector(matrix)
    index = max(0.0, (eigenvalue - size) / (size - 1))
    ratio = index / RANDOM_INDEX[size - 1] if size > 2 else 0.0
    is_consistent = ratio <= LARGEST_RATIO
    return {
        "weights": weights,
        "largest_eigenvalue": eigenvalue,
        "consistency_index": index,
        "consistency_ratio": ratio,
        "is_consistent": is_consistent,
        "warning": None if is_consistent else most_inconsistent(matrix, weights),
    }


def ratio_of(position: int) -> float:
    """Return how many times as important a judgement on Saaty's scale makes the first of two things.

    Parameters
    ----------
    position : int
        From -9 to 9: 3 means three times as important, -3 that the second thing is; -1, 0 and 1 mean that
        both matter the same.

    Returns
    -------
    float
        From 1/9 to 9.

    Raises
    ------
    InputError
        If it is no whole number from -9 to 9.

    Examples
    --------
    >>> ratio_of(4), ratio_of(-4), ratio_of(0)
    (4.0, 0.25, 1.0)
    """
    position = whole_number("position", position, -STRONGEST_JUDGEMENT, STRONGEST_JUDGEMENT)
    if -1 <= position <= 1:
        return 1.0
    return float(position) if position > 0 else -1 / position


def matrix_of(judgements: list[float]) -> list[list[float]]:
    """Return the square matrix that `ahp` takes, from the judgements above its diagonal.

    Parameters
    ----------
    judgements : list of float
        Row by row: the first thing against the second, the third ...; the second against the third ... From
        1/9 to 9 each; 1, 3, 6, 10 ... of them, for 2 to 10 things.

    Returns
    -------
    list of list of float
        1 on the diagonal, and below it the reciprocal of each judgement.

    Raises
    ------
    InputError
        If a judgement cannot be used, or there is another number of them.

    Examples
    --------
    >>> matrix_of([2, 4, 2])
    [[1.0, 2.0, 4.0], [0.5, 1.0, 2.0], [0.25, 0.5, 1.0]]
    """
    allowed = "a list of 1, 3, 6, 10 ... judgements, for 2 to 10 things"
    if not isinstance(judgements, (list, tuple)):
        raise InputError("judgements", allowed, judgements)
    sizes = [size for size in range(2, len(RANDOM_INDEX) + 1) if size * (size - 1) // 2 == len(judgements)]
    if not sizes:
        raise InputError("judgements", allowed, judgements)
    size, taken = sizes[0], 0
    matrix = [[1.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1, size):
            judgement = number("judgements", judgements[taken], 1 / STRONGEST_JUDGEMENT, STRONGEST_JUDGEMENT)
            matrix[row][column] = float(judgement)
            matrix[column][row] = 1 / judgement
            taken += 1
    return matrix


def checked_matrix(pairwise: list[list[float]]) -> list[list[float]]:
    """Return the matrix, its lower half exact, when it is square, on the scale and reciprocal."""
    if not isinstance(pairwise, (list, tuple)) or not 2 <= len(pairwise) <= len(RANDOM_INDEX):
        raise InputError("pairwise", f"a square matrix for 2 to {len(RANDOM_INDEX)} things", pairwise)
    size = len(pairwise)
    for judgements in pairwise:
        if not isinstance(judgements, (list, tuple)) or len(judgements) != size:
            raise InputError("pairwise", f"{size} rows of {size} numbers", judgements)
    for row in range(size):
        for column in range(size):
            check_judgement(pairwise, row, column)
    matrix = [[1.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1, size):
            matrix[row][column] = float(pairwise[row][column])
            matrix[column][row] = 1 / matrix[row][column]
    return matrix


def check_judgement(pairwise: list[list[float]], row: int, column: int) -> None:
    """Refuse a judgement that is off the scale, or no reciprocal of its mirror image, by its place."""
    where = f" in row {row + 1}, column {column + 1}"
    judgement = pairwise[row][column]
    try:
        number("pairwise", judgement, (1 - ROUNDING) / STRONGEST_JUDGEMENT, STRONGEST_JUDGEMENT)
    except InputError:
        raise InputError("pairwise", "a number from 1/9 to 9" + where, judgement) from None
    if column <= row and abs(judgement * pairwise[column][row] - 1) > ROUNDING:
        allowed = "1 on the diagonal" if row == column else "the reciprocal of its mirror image"
        raise InputError("pairwise", allowed + where, judgement)


def principal_eigenvector(matrix: list[list[float]]) -> tuple[list[float], float]:
    """Return the eigenvector of the largest eigenvalue, as shares of 1, and that eigenvalue.

    By power iteration: all entries are positive, so there is one such vector, and multiplying by the matrix
    again and again leads to it from any positive start (Perron).
    """
    size = len(matrix)
    shares = [1 / size] * size
    for _ in range(MOST_STEPS):
        grown = [dot(row, shares) for row in matrix]
        total = dot(grown, [1.0] * size)
        before, shares = shares, [each / total for each in grown]
        if max([abs(shares[i] - before[i]) / shares[i] for i in range(size)]) <= STEADY:
            break
    return shares, total


def dot(some: list[float], others: list[float]) -> float:
    """Return the sum of the products of two lists."""
    total = 0.0
    for index in range(len(some)):
        total += some[index] * others[index]
    return total


def most_inconsistent(matrix: list[list[float]], weights: list[float]) -> list[dict]:
    """Return the judgements furthest from the ratio of their weights, as `ahp` describes them."""
    found = []
    for row in range(len(matrix)):
        for column in range(row + 1, len(matrix)):
            implied = weights[row] / weights[column]
            excess = matrix[row][column] / implied
            judgement: dict = {"row": row, "column": column}
            judgement.update({"judgement": matrix[row][column], "implied": implied})
            found.append((max(excess, 1 / excess), judgement))
    furthest = max([excess for excess, _ in found])
    return [judgement for excess, judgement in found if excess >= furthest * (1 - TIE)]
