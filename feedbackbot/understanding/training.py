"""Trains the learned part from the examples: multinomial logistic regression, the same bytes from the same data.

Only `scripts/train-understanding` and tests use this; it needs scipy, reading does not.
"""

import random
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from feedbackbot.understanding.aims import Aim
from feedbackbot.understanding.duties import NO_DUTY, OF_DUTIES
from feedbackbot.understanding.features import BUCKETS, features
from feedbackbot.understanding.folding import fold
from feedbackbot.understanding.knowledge import Knowledge
from feedbackbot.understanding.model import Model
from feedbackbot.understanding.reader import OFFICE, what_is_seen

_SLOT = re.compile(r"\{(\w+)\}")
_FILLINGS = 3
_SLIPS = 1
_PENALTY = 1e-5
_ROUNDS = 120

Example = tuple[str, str]
"""What it is said for, and the sentence."""


def trained(knowledge: Knowledge, examples: Sequence[Example] | None = None) -> Model:
    """Tells aims apart. From the knowledge's own examples, or others (for cross-validation)."""
    aims = tuple(sorted(aim.value for aim in Aim))
    return _model(
        knowledge, examples if examples is not None else knowledge.examples, aims, knowledge.made_of
    )


def trained_for_duties(knowledge: Knowledge, duties: Sequence[Example] | None = None) -> Model:
    """Tells duties apart, and from whatever else is written. From the knowledge's own, or others (for cross-validation)."""
    wanted = knowledge.duties if duties is None else duties
    names = tuple(sorted({name for name, _ in knowledge.duties}))
    other = [(NO_DUTY, text) for aim, text in knowledge.examples if aim not in OF_DUTIES]
    return _model(knowledge, [*wanted, *other], (NO_DUTY, *names), knowledge.duties_made_of)


def _model(knowledge: Knowledge, examples: Sequence[Example], aims: tuple[str, ...], made_of: str) -> Model:
    rows, targets, weights = _table(knowledge, examples, aims)
    matrix = _matrix(rows)
    fitted = _fit(matrix, np.array(targets), np.array(weights), len(aims))
    bias, table = fitted[-1], fitted[:-1]
    scale = float(np.abs(table).max()) / 127
    whole = np.rint(table / scale).astype(int)
    kept = {bucket: array("b", map(int, whole[bucket])) for bucket in range(BUCKETS) if whole[bucket].any()}
    return Model(aims, tuple(round(float(one), 5) for one in bias), scale, kept, made_of)


def _table(
    knowledge: Knowledge, examples: Sequence[Example], aims: Sequence[str]
) -> tuple[list[dict[int, float]], list[int], list[float]]:
    """Each aim weighs something between its share and the same as every other."""
    many = dict.fromkeys(aims, 0)
    for aim, _ in examples:
        many[aim] += 1
    rows, targets, weights = [], [], []
    for aim, text in examples:
        variants = list(_variants(knowledge, text))
        for found in variants:
            rows.append(found)
            targets.append(aims.index(aim))
            weights.append(1.0 / len(variants) / max(many[aim], 1) ** 0.35)
    whole = sum(weights)
    return rows, targets, [one / whole for one in weights]


def _variants(knowledge: Knowledge, text: str) -> Iterator[dict[int, float]]:
    """A sentence with its places filled, and with slips of the pen; the same ones every time."""
    chance = random.Random(text)  # noqa: S311  no secret
    for _ in range(_FILLINGS if "{" in text else 1):
        filled = _SLOT.sub(lambda found: _filling(chance, knowledge.slots, found[1]), text)
        words = [word for part in filled.split(OFFICE) for word in (*fold(part, knowledge.spelling), OFFICE)][
            :-1
        ]
        seen, signs = what_is_seen(filled, words, ())
        yield features(seen, signs)
        for _ in range(_SLIPS):
            yield features([_slip(chance, word) for word in seen], signs)


def filled(knowledge: Knowledge, text: str, chance: random.Random | None = None) -> str:
    """A sentence with something in its places; the same one every time."""
    chosen = chance or random.Random(text)  # noqa: S311  no secret
    return _SLOT.sub(lambda found: _filling(chosen, knowledge.slots, found[1]), text)


def _filling(chance: random.Random, slots: Mapping[str, Sequence[str]], name: str) -> str:
    return OFFICE if name == "kantor" else chance.choice(list(slots[name]))


def _slip(chance: random.Random, word: str) -> str:
    if len(word) < 4 or word == OFFICE or chance.random() > 0.25:
        return word
    at = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _matrix(rows: Sequence[Mapping[int, float]]) -> csr_matrix:
    """A row per sentence, a column per bucket, and one that is always 1."""
    starts, columns, values = [0], [], []
    for row in rows:
        for bucket in sorted(row):
            columns.append(bucket)
            values.append(row[bucket])
        columns.append(BUCKETS)
        values.append(1.0)
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(rows), BUCKETS + 1))


def _fit(matrix: csr_matrix, targets: "np.ndarray", weights: "np.ndarray", many: int) -> "np.ndarray":
    wanted = np.zeros((matrix.shape[0], many))
    wanted[np.arange(len(targets)), targets] = 1.0
    other = matrix.T.tocsr()

    def loss(flat: "np.ndarray") -> tuple[float, "np.ndarray"]:
        table = flat.reshape(matrix.shape[1], many)
        scores = matrix @ table
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        value = -float((weights * np.log(shares[np.arange(len(targets)), targets] + 1e-12)).sum())
        slope = other @ ((shares - wanted) * weights[:, None])
        return value + 0.5 * _PENALTY * float((table[:-1] ** 2).sum()), (
            slope + _PENALTY * np.vstack([table[:-1], np.zeros((1, many))])
        ).ravel()

    start = np.zeros((matrix.shape[1], many)).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return found.x.reshape(matrix.shape[1], many)  # type: ignore[no-any-return]
