"""The learned part: a linear model over hashed features, small enough to lie in the repository and to be read without numpy.

`scripts/train-understanding` derives it from the examples; a test compares.
"""

import json
import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.understanding.features import BUCKETS

_SHARPER = 1.2
"""Sharpens the shares, for a model so held back by its penalty is less sure than it is right. Of 0.8 to 2.0, tried on sentences not
seen (docs/understanding.md): at 1.2 half of them are at least 0.72 sure, and eleven of twelve of those are right; 1.0 would ask about
a tenth of all more, 1.5 would be wrong unasked in one of eight."""


@dataclass(frozen=True, slots=True)
class Model:
    """`weights[bucket]` is a row of one signed byte per aim; times `scale` it is the weight. `bias` per aim.
    `made_of`: a digest of the data it was trained from."""

    aims: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    weights: Mapping[int, "array[int]"]
    made_of: str

    def shares(self, found: Mapping[int, float]) -> list[tuple[str, float]]:
        """Aims with their shares of 1, best first."""
        scores = [0.0] * len(self.aims)
        for bucket, value in found.items():
            row = self.weights.get(bucket)
            if row is not None:
                scores = [score + value * weight for score, weight in zip(scores, row, strict=True)]
        scores = [score * self.scale + bias for score, bias in zip(scores, self.bias, strict=True)]
        highest = max(scores)
        powers = [math.exp(_SHARPER * (score - highest)) for score in scores]
        whole = sum(powers)
        return sorted(
            ((aim, power / whole) for aim, power in zip(self.aims, powers, strict=True)),
            key=lambda one: (-one[1], one[0]),
        )

    def to_bytes(self) -> bytes:
        """A line of JSON, then for each bucket that has a row its number (two bytes) and its row."""
        head = {
            "aims": self.aims,
            "bias": [round(one, 5) for one in self.bias],
            "scale": self.scale,
            "made_of": self.made_of,
        }
        lines = [json.dumps(head, separators=(",", ":")).encode(), b"\n"]
        for bucket in sorted(self.weights):
            lines += [bucket.to_bytes(2, "little"), self.weights[bucket].tobytes()]
        return b"".join(lines)


def model_from_bytes(kept: bytes) -> Model:
    """Of `to_bytes`."""
    head, _, body = kept.partition(b"\n")
    told = json.loads(head)
    width = len(told["aims"])
    weights: dict[int, array[int]] = {}
    for at in range(0, len(body), width + 2):
        bucket = int.from_bytes(body[at : at + 2], "little")
        weights[bucket] = array("b", body[at + 2 : at + 2 + width])
    assert len(weights) <= BUCKETS  # noqa: S101  two bytes hold no more
    return Model(tuple(told["aims"]), tuple(told["bias"]), told["scale"], weights, told["made_of"])
