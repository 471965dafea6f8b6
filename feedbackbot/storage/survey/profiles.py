"""What respondents say of themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.storage.prepared import PreparedUpsert
from feedbackbot.storage.survey.tables import respondent
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Profile:
    """What a respondent said once about himself, by question; None where it was skipped or not asked. `asked`: the questions were put."""

    said: dict[str, str | None]
    asked: bool


_LOCK_PROFILE = PreparedUpsert(
    respondent,
    ("pseudonym", "asked"),
    lambda statement: statement.on_conflict_do_update(
        index_elements=["pseudonym"], set_={"asked": respondent.c.asked}
    ).returning(*(respondent.c[key] for key in PROFILE_KEYS), respondent.c.asked),
)


def lock_profile(tx: Transaction, who: str) -> Profile:
    """What is known of the respondent. Two chats of one person wait for each other here until the end of their turns."""
    row = _LOCK_PROFILE.on(tx).first(tx, {"pseudonym": who, "asked": False})
    assert row is not None  # noqa: S101  just made, or there before
    *said, asked = row
    return Profile(dict(zip(PROFILE_KEYS, said, strict=True)), bool(asked))


def was_asked(tx: Transaction, who: str) -> bool:
    """Without a lock: whether the questions about the respondent were put already."""
    return bool(tx.run(select(respondent.c.asked).where(respondent.c.pseudonym == who)).scalar_one_or_none())


def set_profile(tx: Transaction, who: str, values: Mapping[str, Any]) -> None:
    """Of a respondent that `lock_profile` has seen."""
    tx.run(update(respondent).where(respondent.c.pseudonym == who).values(dict(values)))
