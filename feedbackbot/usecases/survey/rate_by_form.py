"""Rate a unit by a form: all answers at once, each form counted once, in whichever chat, page or device it was filled in."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.domain.survey.rating_form import COMMENT, PROFILE_FIELDS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.survey.form_receipts import note_receipt
from feedbackbot.storage.survey.profiles import lock_profile, set_profile
from feedbackbot.storage.survey.responses import (
    add_response,
    complete_response,
    partial_response,
    set_response,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import (
    change_rating,
    comment_on_rating,
    count_rating,
    period_start,
    voice_counts_until,
    who_is,
    works_at,
)


class FormOutcome(StrEnum):
    """What became of a form."""

    COUNTED = "counted"
    CHANGED = "changed"  # this person's earlier rating of the period says now what the form says
    KEPT = "kept"  # half filled in: kept, and not yet in the index
    ALREADY = "already"  # this very form had come before; nothing was changed


@dataclass(frozen=True, slots=True)
class Voice:
    """Who rates: the name under which it is kept, and what is doubtful about it."""

    who: str
    own_staff: bool = False
    doubts: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class Visited:
    """What is rated, and through which door. `visit` as `domain.survey.visit` writes it."""

    unit_id: int
    service_id: int | None
    channel: str
    visit: str | None


@dataclass(frozen=True, slots=True)
class FormRated:
    """`response_id` is 0 and `answered` of no meaning where the form had come before."""

    outcome: FormOutcome
    response_id: int = 0
    answered: int = 0


def rate_by_form(
    tx: Transaction, voice: Voice, visited: Visited, values: Mapping[str, str], token: str
) -> FormRated:
    """`values` are checked values of the rating form; `token` is the form's own, by which it is known again. Raises FeedbackbotError where
    no question is answered."""
    answers = {key: int(values[key]) for key in ELEMENT_KEYS if key in values}
    if not answers:
        raise FeedbackbotError("form-no-answers")
    if not note_receipt(tx, receipt_name(tx, token)):
        return FormRated(FormOutcome.ALREADY)
    lock_profile(tx, voice.who)
    earlier = complete_response(tx, voice.who, visited.unit_id, period_start(tx))
    if earlier is not None:
        change_rating(tx, earlier.id, answers)
        rated = FormRated(FormOutcome.CHANGED, earlier.id, len(earlier.answers))
    else:
        rated = _keep(tx, voice, visited, answers)
    _keep_words(tx, voice, rated.response_id, values)
    return rated


def rate_by_form_in_chat(
    tx: Transaction, person_id: int, visited: Visited, values: Mapping[str, str], token: str
) -> FormRated:
    """The same for somebody known. Raises FeedbackbotError also where the person's word on the unit counts already and is untied from
    them."""
    if voice_counts_until(tx, person_id, visited.unit_id):
        raise FeedbackbotError("rating-voice-counts-already")
    voice = Voice(who_is(tx, person_id), own_staff=works_at(tx, person_id, visited.unit_id))
    return rate_by_form(tx, voice, visited, values, token)


def _keep(tx: Transaction, voice: Voice, visited: Visited, answers: Mapping[str, int]) -> FormRated:
    partial = partial_response(tx, voice.who, visited.unit_id, period_start(tx))
    if partial is None:
        response_id = add_response(
            tx,
            who=voice.who,
            unit_id=visited.unit_id,
            service_id=visited.service_id,
            channel=visited.channel,
            visit=visited.visit,
            answers=answers,
        )
        answered = len(answers)
    else:
        response_id, answered = partial.id, len({**partial.answers, **answers})
        set_response(
            tx,
            response_id,
            {
                **answers,
                "service_id": visited.service_id or partial.service_id,
                "visit": visited.visit or partial.visit,
            },
        )
    counted = answered == len(ELEMENT_KEYS) and count_rating(
        tx, voice.who, response_id, by_own_staff=lambda _: voice.own_staff, doubts=voice.doubts
    )
    return FormRated(FormOutcome.COUNTED if counted else FormOutcome.KEPT, response_id, answered)


def _keep_words(tx: Transaction, voice: Voice, response_id: int, values: Mapping[str, str]) -> None:
    if COMMENT in values:
        comment_on_rating(tx, response_id, values[COMMENT])
    profile = {key: values[key] for key in PROFILE_FIELDS if key in values}
    if profile:
        set_profile(tx, voice.who, {**profile, "asked": True})
        set_response(tx, response_id, profile)


def receipt_name(tx: Transaction, token: str) -> str:
    """What is kept of a token: nothing that leads back to it."""
    return hmac.new(tx.settings.require_key(), f"form:{token}".encode(), hashlib.sha256).hexdigest()[:32]
