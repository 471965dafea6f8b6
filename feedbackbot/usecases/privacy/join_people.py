"""One person in two chat services: joined after a yes on both sides, and parted again by either.

The first chat makes a code. The second brings it and says yes; then the first is asked, and shown a number that stands in the second, so
that nobody agrees to somebody else's chat. Only then the two are one.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.people.link_code import GUESSES_WITHIN, may_guess_at, new_link_code
from feedbackbot.domain.people.notices import ChatParted, ChatsJoined, JoinAsked, JoinRefused
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.joining import join_names
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.one_time_codes import keep_code, subject_of_code, use_code
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.privacy.joining import Place, lock_places, move_person, part_place, places_of
from feedbackbot.storage.staff.employees import count_failure, employee_of, failures_since
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.one_voice import keep_forum_voices
from feedbackbot.usecases.forum.voice import forum_name
from feedbackbot.usecases.privacy.join_voices import join_voices, keep_voices
from feedbackbot.usecases.privacy.keep_limits import keep_limits

__all__ = ["Place", "places_of"]

CODE_LIVES = timedelta(minutes=15)
_CODE, _ANSWER = "join", "join-answer"


class BringOutcome(StrEnum):
    """What became of a code that was brought; the values end the catalogue keys `join-…`."""

    ASKED = "asked"
    WRONG_CODE = "wrong-code"
    LATER = "later"  # too many wrong ones
    OWN_CODE = "own-code"
    SAME_SERVICE = "same-service"
    TWO_EMPLOYEES = "two-employees"


@dataclass(frozen=True, slots=True)
class Brought:
    """Where it worked: the chat service of whoever made the code, and the number that both show; `again_at` where guessing is limited."""

    outcome: BringOutcome
    channel: str = ""
    sign: int = 0
    again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """`channel` of the other chat; `dropped` ratings gave way to newer ones of the same unit. `person_id`: who both are now."""

    person_id: int
    channel: str
    dropped: int


def make_join_code(tx: Transaction, person_id: int) -> str:
    """To be brought by another chat of the same person within a quarter of an hour; an older one is void."""
    code = new_link_code(secrets.randbelow)
    keep_code(tx, code, _CODE, str(person_id), CODE_LIVES)
    return code


def code_for_both(tx: Transaction, person_id: int, former: int) -> tuple[str, str] | None:
    """A code in the name of whoever an employee was linked to until now, so that this chat and that one can be one person's; and the chat
    service of that one. None where they cannot be joined."""
    places = places_of(tx, former)
    if not places or _why_not(tx, former, person_id):
        return None
    return make_join_code(tx, former), places[-1].channel


def bring_code(tx: Transaction, person_id: int, code: str) -> Brought:
    """The yes of the chat that brings it: whoever made it is asked. A code that cannot be used for this is not used up."""
    again_at = may_guess_at(failures_since(tx, person_id, tx.now - GUESSES_WITHIN), tx.now)
    if again_at > tx.now:
        return Brought(BringOutcome.LATER, again_at=again_at)
    maker = int(subject_of_code(tx, code, _CODE) or 0)
    places = places_of(tx, maker)
    if not places:
        count_failure(tx, person_id)
        return Brought(BringOutcome.WRONG_CODE)
    if reason := _why_not(tx, maker, person_id):
        return Brought(reason)
    use_code(tx, code, _CODE)
    sign, answer = 10 + secrets.randbelow(90), new_link_code(secrets.randbelow)
    keep_code(tx, answer, _ANSWER, json.dumps([maker, person_id]), CODE_LIVES)
    tell(tx, maker, JoinAsked(_newest(tx, person_id).channel, sign, answer), expires=tx.now + CODE_LIVES)
    return Brought(BringOutcome.ASKED, places[-1].channel, sign)


def agree(tx: Transaction, person_id: int, answer: str) -> Joined:
    """The yes of the chat that made the code: the two are one from here on. Raises FeedbackbotError where it comes too late."""
    other = _asked(tx, person_id, answer)
    lock_places(tx, other)
    if reason := _why_not(tx, person_id, other):
        raise FeedbackbotError(f"join-{reason.value}")
    place = _newest(tx, other)
    gone, keep = max(person_id, other), min(person_id, other)
    move_person(tx, gone, keep)
    dropped = join_voices(tx, gone, keep)
    join_names(tx, forum_name(tx, gone), forum_name(tx, keep))
    relist_commands(tx, keep)
    record(tx, keep, "chats-joined", f"person:{keep}", before={"person": gone})
    tell(tx, keep, ChatsJoined(), address_id=place.address_id)
    return Joined(keep, place.channel, dropped)


def refuse(tx: Transaction, person_id: int, answer: str) -> None:
    """Raises as `agree`."""
    tell(tx, _asked(tx, person_id, answer), JoinRefused())


def part(tx: Transaction, person_id: int, address_id: int) -> int | None:
    """One chat leaves the person and is somebody new's; all that was stays with the rest, and limits hold in both. Returns who that
    is; None where it is not this person's chat, or the only one."""
    channel = next((one.channel for one in places_of(tx, person_id) if one.address_id == address_id), None)
    parted = part_place(tx, person_id, address_id)
    if channel is None or parted is None:
        return None
    keep_voices(tx, person_id, parted)
    keep_forum_voices(tx, person_id, parted)
    keep_limits(tx, person_id, of=parted)
    relist_commands(tx, person_id)
    relist_commands(tx, parted)
    record(tx, person_id, "chat-parted", f"person:{person_id}", after={"person": parted})
    for one in (person_id, parted):
        tell(tx, one, ChatParted(channel))
    return parted


def _asked(tx: Transaction, person_id: int, answer: str) -> int:
    """Who brought the code; the answer is used up. Only whoever made the code can answer."""
    subject = subject_of_code(tx, answer, _ANSWER)
    maker, other = json.loads(subject) if subject else (0, 0)
    if person_id in (maker, other) and len(places_of(tx, person_id)) > 1:
        raise FeedbackbotError("join-already")  # both asked each other, and the other one was first
    if maker != person_id or not places_of(tx, other):
        raise FeedbackbotError("join-too-late")
    use_code(tx, answer, _ANSWER)
    return int(other)


def _why_not(tx: Transaction, one: int, other: int) -> BringOutcome | None:
    """Where they are one already, write on the same chat service, or are two employees."""
    if one == other:
        return BringOutcome.OWN_CODE
    if {place.channel for place in places_of(tx, one)} & {place.channel for place in places_of(tx, other)}:
        return BringOutcome.SAME_SERVICE
    if employee_of(tx, one) and employee_of(tx, other):
        return BringOutcome.TWO_EMPLOYEES
    return None


def _newest(tx: Transaction, person_id: int) -> Place:
    return places_of(tx, person_id)[-1]
