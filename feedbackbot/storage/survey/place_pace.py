"""How many ratings of a unit came from one place on the web today; places are hashes that change every day."""

from datetime import date

from feedbackbot.storage.prepared import PreparedUpsert
from feedbackbot.storage.survey.tables import place_pace
from feedbackbot.storage.transaction import Transaction

_COUNT = PreparedUpsert(
    place_pace,
    ("place", "unit_id", "day", "n"),
    lambda statement: statement.on_conflict_do_update(
        index_elements=["place", "unit_id"], set_={"n": place_pace.c.n + 1}
    ).returning(place_pace.c.n),
)


def count_from_place(tx: Transaction, place: str, unit_id: int, day: date) -> int:
    """With this one."""
    row = _COUNT.on(tx).first(tx, {"place": place, "unit_id": unit_id, "day": day, "n": 1})
    return int(row[0]) if row else 0
