"""Rows under a table that sum it up (totals, NRR, smallest, largest, most frequent): no records, whatever their values look like."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

TOTAL: Final = "total"
MEAN: Final = "mean"
LEAST: Final = "min"
MOST: Final = "max"
MODE: Final = "mode"
OTHER: Final = "other"

# By kind the words that name it. A label consists of such words alone: "Jumlah nilai per unsur", "NRR tertimbang", "Min".
_NAMES: Final = {
    TOTAL: ("jumlah", "total", "jml", "sum", "subtotal", "grand", "sigma", "count", "banyaknya"),
    MEAN: ("nrr", "rata", "rerata", "mean", "average", "avg", "median", "tertimbang", "ikm", "indeks"),
    LEAST: ("min", "minimum", "minimal", "terendah", "terkecil"),
    MOST: ("max", "maks", "maksimum", "maksimal", "maximum", "tertinggi", "terbesar"),
    MODE: ("modus", "mode"),
    OTHER: ("simpangan", "baku", "deviasi", "standar", "std", "varians", "bobot", "kategori", "mutu", "persen", "persentase"),
}  # fmt: skip
_BESIDES: Final = frozenset(
    (
        *(
            "nilai",
            "per",
            "unsur",
            "dari",
            "seluruh",
            "keseluruhan",
            "semua",
            "responden",
            "x",
            "25",
            "n",
            "skm",
            "pelayanan",
        ),
        *(
            "kinerja",
            "unit",
            "kepuasan",
            "masyarakat",
            "score",
            "skor",
            "jawaban",
            "value",
            "of",
            "the",
            "dan",
            "konversi",
            "interval",
        ),
    )
)
_MARKS: Final = {"σ": TOTAL, "∑": TOTAL}
_LEAST_ROWS: Final = 3
_LONGEST_LABEL: Final = 60


def summary_kind(label: str) -> str | None:
    """The kind ("total", "mean", "min", "max", "mode", "other") of a row that is labelled so; None where the label is none of a summary.

    Every word must be of the vocabulary, so that a person called Minarti or a remark "total memuaskan" is left alone.
    """
    text = unicodedata.normalize("NFKC", label[: 2 * _LONGEST_LABEL]).casefold().strip()
    if not text or len(text) > _LONGEST_LABEL:
        return None
    if text[0] in _MARKS:
        return _MARKS[text[0]]
    words = re.findall(r"[^\W\d_]+|\d+", text)
    kinds = [kind for word in words for kind, names in _NAMES.items() if word in names]
    known = all(word in _BESIDES or any(word in names for names in _NAMES.values()) for word in words)
    return kinds[0] if kinds and known else None


def sums_up(values: Sequence[float], rows: Sequence[Sequence[float]]) -> str | None:
    """The kind of a row without a label whose every value sums up its column of `rows`; None where it does not, or the rows are few.

    Call it only for a row that stands apart from the table: a respondent may answer as the column's mode does.
    """
    if len(rows) < _LEAST_ROWS:
        return None
    columns = list(zip(*rows, strict=True))
    if all(abs(value - sum(column)) < 0.005 for value, column in zip(values, columns, strict=True)):
        return TOTAL
    if all(abs(value - sum(column) / len(column)) < 0.006 for value, column in zip(values, columns, strict=True)):  # fmt: skip
        return MEAN
    for kind, found in ((LEAST, min), (MOST, max)):
        if all(value == found(column) for value, column in zip(values, columns, strict=True)):
            return kind
    if all(value in _modes(column) for value, column in zip(values, columns, strict=True)):
        return MODE
    return None


def _modes(column: Sequence[float]) -> set[float]:
    counts = Counter(column)
    return {value for value, count in counts.items() if count == max(counts.values())}
