"""Everything held about a person: as rows, as JSON, and in words."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import HELD_DATA
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.storage.cases.cases import CaseRow, cases_of_person
from feedbackbot.storage.people.consents import Consent, consent_history
from feedbackbot.storage.privacy.data_export import Rows, rows_about
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import forum_name
from feedbackbot.usecases.survey.rate_unit import who_is

_OWN_WORDS = (
    "person",
    "address",
    "consent",
    "case_file",
    "response",
    "respondent",
    "forum_voter",
    "forum_vote",
    "forum_statement",
)


@dataclass(frozen=True, slots=True)
class Held:
    """What is said in words; `others` are the remaining tables with the number of rows in each."""

    language: str
    since: str
    addresses: list[tuple[str, str]]
    consents: list[Consent]
    ratings: int
    profile: list[str]
    cases: list[CaseRow]
    statements: list[str]
    votes: int
    others: dict[str, int]


def rows_held(tx: Transaction, person_id: int) -> Rows:
    """By table."""
    return rows_about(tx, person_id, who_is(tx, person_id), forum_name(tx, person_id))


def held_about(tx: Transaction, person_id: int) -> Held:
    """For the readable text."""
    rows = rows_held(tx, person_id)
    [me] = rows["person"]
    profile = rows.get("respondent", [{}])[0]
    return Held(
        me["language"],
        me["created_at"],
        [(row["channel"], row["address"]) for row in rows.get("address", [])],
        consent_history(tx, person_id),
        len(rows.get("response", [])),
        [f"profile-{key}-{profile[key]}" for key in PROFILE_KEYS if profile.get(key)],
        cases_of_person(tx, person_id, 1000),
        [row["words"] for row in rows.get("forum_statement", [])],
        len(rows.get("forum_vote", [])),
        {name: len(found) for name, found in rows.items() if name not in _OWN_WORDS},
    )


def held_as_json(tx: Transaction, person_id: int) -> str:
    """The rows with the moment at which they were read. Raises LookupError for somebody who was erased."""
    rows = rows_held(tx, person_id)
    if "person" not in rows:
        raise LookupError("nobody of that number")
    read: dict[str, str | Rows] = {"read_at": tx.now.isoformat(), "data": rows}
    return json.dumps(read, ensure_ascii=False, indent=1)


def held_data_file(person_id: int, now: datetime) -> Attachment:
    """The document; it is read when it is sent."""
    return Attachment(HELD_DATA, {"person": person_id}, name=f"data-saya-{city_day(now):%Y%m%d}.json")


def held_data_maker(runtime: Runtime) -> Callable[[Attachment], Awaitable[MadeFile]]:
    """Makes the document of `held_data_file`."""

    async def make(attachment: Attachment) -> MadeFile:
        person_id = int(attachment.args["person"] or 0)
        content = (await runtime.read(lambda tx: held_as_json(tx, person_id))).encode()
        return MadeFile(content, attachment.name, "application/json")

    return make
