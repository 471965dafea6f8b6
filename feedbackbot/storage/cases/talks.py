"""The bridge between a low score and the citizen who agreed to be asked about it: there while the talk goes on, then gone.

The alert holds a token of chance, this table the token's keyed hash beside the person. So the database alone joins no rating to a person,
not even during the talk, and messages are known by keyed names.
"""

import hashlib
import hmac
import secrets

from sqlalchemy import Column, delete, insert, select, update

from feedbackbot.storage.cases.recovery_tables import low_score_alert, recovery_talk
from feedbackbot.storage.transaction import Transaction

NAME_LENGTH = 24
# of talks that had begun before there was a key in it
OLD = "old-"


def open_talk(tx: Transaction, alert_id: int, person_id: int) -> None:
    """From here on the officer's words reach this person."""
    token = secrets.token_hex(16)
    tx.run(update(low_score_alert).where(low_score_alert.c.id == alert_id).values(talk_token=token))
    tx.run(insert(recovery_talk), {"bridge": bridge_of(tx, token), "person_id": person_id})


def bridge_of(tx: Transaction, token: str) -> str:
    """The name of a talk, as its messages to the citizen carry it."""
    if token.startswith(OLD):
        return hashlib.sha256(token.encode()).hexdigest()[:NAME_LENGTH]
    return _keyed(tx, f"talk:{token}")


def name_of_alert(tx: Transaction, alert_id: int) -> str:
    """What messages and the audit call an alert: its number would lead from a message to the rating."""
    return _keyed(tx, f"alert:{alert_id}")


def person_of_talk(tx: Transaction, token: str | None) -> int | None:
    """Who is asked; None where nobody agreed, or the talk is over."""
    if token is None:
        return None
    found = select(recovery_talk.c.person_id).where(recovery_talk.c.bridge == bridge_of(tx, token))
    return tx.run(found).scalar_one_or_none()


def is_going_on(tx: Transaction, bridge: str) -> bool:
    """Whether the talk of this name still leads to somebody."""
    return tx.run(select(recovery_talk.c.bridge).where(recovery_talk.c.bridge == bridge)).first() is not None


def alerts_of_person(tx: Transaction, person_id: int) -> dict[str, int]:
    """Bridge → id of the alert, of all talks with this person. Looks through all talks that are going on."""
    mine = set(tx.run(select(recovery_talk.c.bridge).where(recovery_talk.c.person_id == person_id)).scalars())
    if not mine:
        return {}
    open_ones = select(low_score_alert.c.id, low_score_alert.c.talk_token).where(
        low_score_alert.c.talk_token.is_not(None)
    )
    named = {bridge_of(tx, row.talk_token): row.id for row in tx.run(open_ones)}
    return {bridge: named[bridge] for bridge in mine & named.keys()}


def end_talks(tx: Transaction, alert_ids: list[int]) -> None:
    """Nothing leads from these alerts to anybody any more."""
    condition = low_score_alert.c.id.in_(alert_ids) & low_score_alert.c.talk_token.is_not(None)
    tokens = tx.run(select(low_score_alert.c.talk_token).where(condition)).scalars().all()
    _delete(tx, recovery_talk.c.bridge, [bridge_of(tx, token) for token in tokens])
    tx.run(update(low_score_alert).where(condition).values(talk_token=None))


def _delete(tx: Transaction, column: Column[str], values: list[str]) -> None:
    if values:
        tx.run(delete(column.table).where(column.in_(values)))


def _keyed(tx: Transaction, message: str) -> str:
    return hmac.new(tx.settings.require_key(), message.encode(), hashlib.sha256).hexdigest()[:NAME_LENGTH]
