"""The ways into a rating: consent, unit, what was said of it before, service."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.nilai.memory import Rating
from conversations.shared.consent import consent_question, keep_consent
from conversations.shared.doors import menu_door, result_door, row_id
from conversations.shared.unit_choice import SEARCH, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.understanding import folded
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.domain.survey.visit import counter_of_visit
from feedbackbot.usecases.people.consents import has_consent
from feedbackbot.usecases.survey.rate_unit import (
    KeptRating,
    earlier_rating,
    unfinished_rating,
    voice_counts_until,
)
from feedbackbot.usecases.units.find_unit import UnitRow, find_services, services_at, unit_by_id

CONSENT, FORM, RESUME, REPEAT, SERVICE = "izin", "formulir", "lanjut", "ulang", "layanan"
_BACK: Final = "kembali"


async def start(chat: Chat[Rating], argument: str) -> Transition:
    """`argument`: nothing, `#` and a unit's id, or words to look for."""
    if argument.startswith("#"):
        return await enter_unit(chat, argument[1:])
    chat.data.words = argument[:100]
    return await go_on(chat)


async def enter_unit(chat: Chat[Rating], argument: str) -> Transition:
    """From a button: the id of a unit, or anything else to choose one."""
    unit = await chat.run(unit_by_id, row_id(argument) or 0)
    if unit is not None:
        remember_unit(chat, unit)
    return await go_on(chat)


async def resume(chat: Chat[Rating], argument: str) -> Transition:
    """From a button: go on with what was left half-way."""
    unit = await chat.run(unit_by_id, row_id(argument) or 0)
    if unit is None or not await _may_rate(chat):
        return await enter_unit(chat, argument)
    remember_unit(chat, unit)
    earlier = await chat.run(earlier_rating, chat.contact.person_id, unit.id)
    if earlier is None or earlier.complete:
        return await go_on(chat)
    return await take_up(chat, earlier.response)


async def go_on(chat: Chat[Rating]) -> Transition:
    """The next thing that must be known before the first question. A form asks for the consent itself."""
    if not await _may_rate(chat) and not chat.shows.forms:
        return Next(CONSENT)
    if not chat.data.unit_id:
        words, chat.data.words = chat.data.words, ""
        return await _UNITS.look_for(chat, words) if words else Next(SEARCH)
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    if earlier is not None:
        return Next(REPEAT if earlier.complete else RESUME)
    until = await chat.run(voice_counts_until, chat.contact.person_id, chat.data.unit_id)
    if until is not None:
        doors = (result_door(chat, chat.data.unit_id), menu_door(chat))
        return Done(Message(chat.t("rating-voice-counts", at=until), doors, replaces=True))
    if chat.shows.forms and not chat.data.one_by_one:
        return Next(FORM)
    return await to_service(chat)


async def to_service(chat: Chat[Rating]) -> Transition:
    if chat.data.service_id is None:
        services = await chat.run(services_at, chat.data.unit_id, counter_of_visit(chat.data.visit))
        if len(services) > 1:
            return Next(SERVICE)
        if services:
            chat.data.service_id, chat.data.service_name = services[0].id, services[0].name
    return Next(chat.data.next_element or "ubah")


async def _may_rate(chat: Chat[Rating]) -> bool:
    return await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY)


def remember_unit(chat: Chat[Rating], unit: UnitRow) -> None:
    chat.data.unit_id, chat.data.unit_name = unit.id, unit.short_name


# Consent


async def ask_consent(chat: Chat[Rating]) -> Message:
    return consent_question(chat, chat.t("consent-survey"))


async def take_consent(chat: Chat[Rating], answer: Answer) -> Transition:
    return await keep_consent(chat, answer, Purpose.SURVEY, "consent-refused") or await go_on(chat)


# Unit


async def _left_half_way(chat: Chat[Any]) -> tuple[Choice, ...]:
    unfinished = await chat.run(unfinished_rating, chat.contact.person_id)
    if unfinished is None:
        return ()
    label = chat.t("rating-go-on-with", unit=unfinished.unit_name, done=unfinished.answered)
    return (Choice(str(unfinished.unit_id), label, opens=to.RESUME_RATING),)


async def _chosen(chat: Chat[Rating], unit: UnitRow, service_id: int | None) -> Transition:
    remember_unit(chat, unit)
    await remember_service(chat, service_id)
    return await go_on(chat)


async def remember_service(chat: Chat[Rating], service_id: int | None) -> bool:
    """Whether the unit has this service."""
    services = await chat.run(services_at, chat.data.unit_id, None)
    names = {service.id: service.name for service in services}
    if service_id is None or service_id not in names:
        return False
    chat.data.service_id, chat.data.service_name = service_id, names[service_id]
    return True


_UNITS: Final = UnitSteps("rating-which-unit", _chosen, with_services=True, first=_left_half_way)


# What was said of the unit before


async def ask_resume(chat: Chat[Rating]) -> Message:
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    done = len(earlier.response.answers) if earlier else 0
    return Message(
        chat.t("rating-resume", unit=chat.data.unit_name, done=done),
        (Choice("lanjut", chat.t("rating-resume-yes")), Choice("baru", chat.t("rating-resume-no"))),
        replaces=True,
    )


async def take_resume(chat: Chat[Rating], answer: Answer) -> Transition:
    if answer.choice == "baru":
        return await to_service(chat)
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    if earlier is None or earlier.complete:
        return await go_on(chat)
    return await take_up(chat, earlier.response)


async def ask_repeat(chat: Chat[Rating]) -> Message:
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    given = earlier.response.submitted_at if earlier else None
    return Message(
        chat.t(
            "rating-repeat",
            unit=chat.data.unit_name,
            at=given or chat.tx.now,
            days=chat.tx.settings.survey_period_days,
        ),
        (Choice("ubah", chat.t("rating-repeat-change")), menu_door(chat)),
        replaces=True,
    )


async def take_repeat(chat: Chat[Rating], answer: Answer) -> Transition:
    earlier = await chat.run(earlier_rating, chat.contact.person_id, chat.data.unit_id)
    if earlier is None or not earlier.complete:
        return await go_on(chat)  # the period has ended meanwhile
    return await take_up(chat, earlier.response)


async def take_up(chat: Chat[Rating], row: KeptRating) -> Transition:
    data = chat.data
    data.response_id, data.answers = row.id, dict(row.answers)
    if not data.receipt:
        data.visit = row.visit
    data.counts = row.submitted_at is not None
    data.service_id, data.service_name = None, ""
    await remember_service(chat, row.service_id)
    return Next("ubah") if data.counts else Next(data.next_element or "sarana")


# Service


async def ask_service(chat: Chat[Rating]) -> Message:
    services = await chat.run(services_at, chat.data.unit_id, counter_of_visit(chat.data.visit))
    return Message(
        chat.t("rating-which-service", unit=chat.data.unit_name),
        tuple(Choice(str(one.id), one.name, short=one.short_name, also=one.keywords) for one in services),
        below=(Choice(_BACK, chat.t("back")), Choice("lain", chat.t("rating-other-service"))),
        replaces=True,
    )


async def take_service(chat: Chat[Rating], answer: Answer) -> Transition:
    if answer.choice is None:
        return await _service_by_words(chat, answer.text)
    if answer.choice == _BACK:
        chat.data.unit_id, chat.data.visit = 0, None
        return Next(SEARCH)
    chat.data.service_id, chat.data.service_name = None, ""
    if answer.choice != "lain" and not await remember_service(chat, row_id(answer.choice)):
        return Again(chat.t("unit-gone"))
    chat.data.chose_service = True
    return Next(chat.data.next_element or "ubah")


async def _service_by_words(chat: Chat[Rating], words: str) -> Transition:
    found = await chat.run(find_services, words, chat.data.unit_id)
    if not found:
        return Again(chat.t("service-not-found", words=words[:100]))
    best = [one for one in found if folded(one.name) == folded(words)] or found
    if len(best) > 1:
        return Again(chat.t("service-many-found", names=", ".join(one.name for one in best[:4])))
    await remember_service(chat, best[0].id)
    chat.data.chose_service = True
    return Next(chat.data.next_element or "ubah")


ENTRY_STEPS: Final = (
    Step(CONSENT, ask_consent, take_consent, keys=frozenset({"setuju", "tidak"})),
    *_UNITS.steps,
    Step(RESUME, ask_resume, take_resume, keys=frozenset({"lanjut", "baru"})),
    Step(REPEAT, ask_repeat, take_repeat, keys=frozenset({"ubah"})),
    Step(SERVICE, ask_service, take_service, CHOICE_OR_TEXT, places=True),
)
