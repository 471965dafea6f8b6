"""How many ratings of a unit came from one place on the web today; places are hashes that change every day."""

from datetime import date

from feedbackbot.storage.survey.tables import place_pace
from feedbackbot.storage.transaction import Transaction, upsert


def count_from_place(tx: Transaction, place: str, unit_id: int, day: date) -> int:
    """With this one."""
    statement = upsert(tx, place_pace).values(place=place, unit_id=unit_id, day=day, n=1)
    counted = statement.on_conflict_do_update(
        index_elements=["place", "unit_id"], set_={"n": place_pace.c.n + 1}
    ).returning(place_pace.c.n)
    return int(tx.run(counted).scalar_one())
