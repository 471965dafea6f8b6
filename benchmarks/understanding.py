"""How long a text takes to be understood, and what the knowledge weighs: `python -m benchmarks.understanding`."""

import csv
import time
import tracemalloc
from pathlib import Path

from feedbackbot.data import read_city
from feedbackbot.domain.units.city import parse_city
from feedbackbot.storage.units.units import ServiceRow, UnitRow
from feedbackbot.understanding.knowledge import shipped_knowledge, shipped_model
from feedbackbot.understanding.reader import Reader
from feedbackbot.usecases.understanding.read_words import reader_of

_OPEN = Path(__file__).parents[1] / "tests/understanding/utterances_open.csv"


def reader_of_shipped_city() -> Reader:
    """Lhokseumawe without a database."""
    units = parse_city(*read_city("lhokseumawe")).units
    rows = tuple(
        UnitRow(n, one.code, one.name, one.short_name, one.keywords) for n, one in enumerate(units, 1)
    )
    services = [(n, one) for n, unit in enumerate(units, 1) for one in unit.services]
    of_units = tuple(
        ServiceRow(n, unit, one.code, one.name, one.short_name, one.keywords)
        for n, (unit, one) in enumerate(services, 1)
    )
    return reader_of(rows, of_units, "lhokseumawe", "Lhokseumawe")


def main() -> None:
    tracemalloc.start()
    shipped_knowledge(), shipped_model()
    reader = reader_of_shipped_city()
    print(f"knowledge: {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB")
    tracemalloc.stop()
    with _OPEN.open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    for name in ("first time", "again"):
        taken = []
        for text in texts:
            start = time.process_time()
            reader.read(text)
            taken.append(1e3 * (time.process_time() - start))
        taken.sort()
        print(
            f"{name}: median {taken[len(taken) // 2]:.2f} ms, p95 {taken[int(0.95 * len(taken))]:.2f} ms, most {taken[-1]:.2f} ms"
        )


if __name__ == "__main__":
    main()
