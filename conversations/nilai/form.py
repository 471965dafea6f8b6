"""All questions of a rating at once, where the chat service can show a form; who likes to is asked one by one."""

import secrets
from datetime import timedelta
from typing import Final

from conversations import entry_points as to
from conversations.nilai.entering import CONSENT, FORM, enter_unit, remember_unit, take_up, to_service
from conversations.nilai.memory import Rating
from conversations.nilai.thanks import finished_form
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, FormOffer, Message
from feedbackbot.domain.forms.filled import Filled
from feedbackbot.domain.forms.form import FormText, Option
from feedbackbot.domain.forms.seal import seal, unseal
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.domain.survey.rating_form import (
    CONSENT as CONSENT_FIELD,
)
from feedbackbot.domain.survey.rating_form import (
    PROFILE_FIELDS,
    RATING_FORM,
    SERVICE,
)
from feedbackbot.domain.survey.visit import counter_of_visit
from feedbackbot.usecases.people.consents import give_consent, has_consent
from feedbackbot.usecases.survey.rate_by_form import FormOutcome, Visited, rate_by_form_in_chat
from feedbackbot.usecases.survey.rate_unit import earlier_rating
from feedbackbot.usecases.survey.survey_profile import asked_profile, profile_was_asked
from feedbackbot.usecases.units.find_unit import services_at, unit_by_id
from feedbackbot.usecases.visits.receipts import leave_receipt_open, use_receipt

_ONE_BY_ONE: Final = "satu"
_PURPOSE: Final = "rating-form"
_GOOD_FOR: Final = timedelta(days=60)  # shorter than receipts are kept


async def ask_form(chat: Chat[Rating]) -> Message:
    data = chat.data
    return Message(
        chat.t("rating-form", unit=data.unit_name),
        below=(Choice(_ONE_BY_ONE, chat.t("rating-one-by-one"), also=(chat.t("rating-one-by-one-also"),)),),
        replaces=True,
        form=await _offer(chat),
    )


async def _offer(chat: Chat[Rating]) -> FormOffer:
    data = chat.data
    services = await chat.run(services_at, data.unit_id, counter_of_visit(data.visit))
    language = chat.contact.language
    options = tuple(Option(str(one.id), FormText(by_language={language: one.short_name})) for one in services)
    needless = (
        {CONSENT_FIELD} if await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY) else set()
    )
    if await chat.run(asked_profile, chat.contact.person_id):
        needless |= set(PROFILE_FIELDS)
    if len(options) < 2:
        needless.add(SERVICE)
        data.service_id = services[0].id if services else data.service_id
    return FormOffer(
        RATING_FORM.without(needless).offering({SERVICE: options}),
        label=chat.t("rating-form-open"),
        heading=data.unit_name,
        language=language,
        opens=to.FILL_RATING,
        argument=_sealed(chat),
        values={key: str(value) for key, value in data.answers.items()},
    )


def _sealed(chat: Chat[Rating]) -> str:
    """What the form is about, for this person alone."""
    data = chat.data
    minute = int(chat.tx.now.timestamp() // 60)
    parts = (data.unit_id, data.service_id or 0, minute, secrets.token_hex(3), data.receipt, data.visit or "")
    key = chat.tx.settings.require_key()
    return seal(key, _PURPOSE, "/".join(map(str, parts)), bound_to=str(chat.contact.person_id))


async def take_form(chat: Chat[Rating], argument: str, filled: Filled) -> Transition:
    """Perhaps days after it was offered, and perhaps for the second time."""
    who = str(chat.contact.person_id)
    told = unseal(chat.tx.settings.require_key(), _PURPOSE, argument, bound_to=who)
    unit_id, service_id, minute, _, receipt, visit = (told or "0/0/0///").split("/", 5)
    unit = await chat.run(unit_by_id, row_id(unit_id) or 0)
    if unit is None or int(minute) * 60 < (chat.tx.now - _GOOD_FOR).timestamp():
        chat.say(chat.t("form-too-old"))
        return await enter_unit(chat, unit_id)
    remember_unit(chat, unit)
    chat.data.visit = visit or None
    if CONSENT_FIELD in filled.values:
        await chat.run(give_consent, chat.contact.person_id, Purpose.SURVEY)
    elif not await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY):
        return Next(CONSENT)
    chosen = await _service(chat, filled.values.get(SERVICE, "")) or row_id(service_id) or None
    used = bool(receipt) and await chat.run(use_receipt, receipt)
    if receipt and not used:
        visit = counter_of_visit(visit) or ""
    visited = Visited(unit.id, chosen, chat.contact.channel, visit or None)
    rated = await chat.run(rate_by_form_in_chat, chat.contact.person_id, visited, filled.values, argument)
    if rated.outcome is FormOutcome.ALREADY:
        return Done(Message(chat.t("form-had-come", unit=unit.short_name), (menu_door(chat),)))
    await chat.run(profile_was_asked, chat.contact.person_id)
    chat.data.response_id = rated.response_id
    if rated.outcome is FormOutcome.KEPT:
        if used:
            await chat.run(leave_receipt_open, receipt, rated.response_id, visit)
            chat.data.receipt = receipt
        return await _ask_the_rest(chat)
    return await finished_form(chat, changed=rated.outcome is FormOutcome.CHANGED)


async def _service(chat: Chat[Rating], key: str) -> int | None:
    services = await chat.run(services_at, chat.data.unit_id, None)
    return next((one.id for one in services if str(one.id) == key), None)


async def _ask_the_rest(chat: Chat[Rating]) -> Transition:
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    if earlier is None:
        raise RuntimeError("a form was kept, and is not there")
    chat.say(chat.t("rating-form-half", done=len(earlier.response.answers)))
    return await take_up(chat, earlier.response)


async def take_choice(chat: Chat[Rating], answer: Answer) -> Transition:
    chat.data.one_by_one = True
    if not await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY):
        return Next(CONSENT)
    return await to_service(chat)


FORM_STEP: Final = Step(FORM, ask_form, take_choice, keys=frozenset({_ONE_BY_ONE}))
