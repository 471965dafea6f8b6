"""The ways into a case: consent, kind, unit, service; and what is asked next."""

from typing import Final

from conversations import entry_points as to
from conversations.lapor.draft import CaseDraft
from conversations.shared.consent import consent_question, keep_consent
from conversations.shared.doors import menu_door, row_id
from conversations.shared.handed import Handed, handed_in
from conversations.shared.unit_choice import SEARCH, UnitSteps
from conversations.shared.writing import files_told
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.bribery import tells_of_bribery
from feedbackbot.domain.cases.completeness import Missing
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.cases.ticket_number import read_ticket_number
from feedbackbot.domain.cases.words import beginning
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.usecases.cases.read_cases import case_by_number, cases_of_person
from feedbackbot.usecases.cases.tips import can_be_told
from feedbackbot.usecases.people.consents import has_consent
from feedbackbot.usecases.units.find_unit import UnitRow, find_services, services_at, unit_by_code, unit_by_id

CONSENT, KIND, SERVICE, WHAT, WHEN, FILES, CHECK = (
    "izin", "jenis", "layanan", "apa", "kapan", "berkas", "periksa",
)  # fmt: skip
TARGET, SECRET = "tujuan", "rahasia"
_OTHER, _DESK = "lain", "kota"
_MOST_SUGGESTED: Final = 2
_MOST_SHOWN: Final = 120


async def start(chat: Chat[CaseDraft], argument: str) -> Transition:
    """`argument`: nothing, the number of a case that was sent, or what another conversation hands over."""
    if (handed := handed_in(argument)) is not None:
        return await _take_over(chat, handed)
    number = read_ticket_number(argument) if argument else None
    row = await chat.run(case_by_number, number) if number else None
    if row is not None and row.person_id == chat.contact.person_id:
        see = Choice(str(row.id), chat.t("case-see"), opens=to.TICKET)
        return Done(Message(chat.t("case-found", number=row.number), (see, menu_door(chat))))
    if argument:
        chat.say(chat.t("case-not-found", words=argument[:40]))
    return await go_on(chat)


async def _take_over(chat: Chat[CaseDraft], handed: Handed) -> Transition:
    """What was said before the case was begun is kept, all of it; only the office may still be in doubt."""
    data = chat.data
    data.kind = CaseKind(handed.kind) if handed.kind else None
    data.what, data.files, data.files_done = handed.words, handed.files, bool(handed.files)
    data.latitude, data.longitude = handed.latitude, handed.longitude
    data.suggested, data.handed = handed.suggested, True
    unit = await chat.run(unit_by_id, handed.unit_id)
    if unit is not None:
        return await _chosen(chat, unit, handed.service_id)
    return await go_on(chat)


async def enter(chat: Chat[CaseDraft], argument: str) -> Transition:
    """From a button: `<unit>.<element>` after a low answer, or anything else to begin at the beginning."""
    unit_part, _, element = argument.partition(".")
    unit = await chat.run(unit_by_id, row_id(unit_part) or 0)
    if unit is not None:
        _remember(chat, unit)
        chat.data.element = element if element in ELEMENT_KEYS else None
        chat.data.kind = CaseKind.COMPLAINT if chat.data.element else None
    return await go_on(chat)


async def go_on(chat: Chat[CaseDraft]) -> Transition:
    """The one thing that is missing."""
    data = chat.data
    if not data.integrity_asked and tells_of_bribery(data.what) and await chat.run(can_be_told):
        return Next(SECRET)
    if not await chat.run(has_consent, chat.contact.person_id, Purpose.CASES):
        return Next(CONSENT)
    if data.kind is None:
        return Next(KIND)
    if not data.unit_id:
        return Next(TARGET if data.handed else SEARCH)
    if not data.service_done and not data.handed and len(await chat.run(services_at, data.unit_id, None)) > 1:
        return Next(SERVICE)
    if data.missing in (Missing.WHAT, Missing.MORE_WORDS):
        return Next(WHAT)
    if data.missing is Missing.WHEN:
        return Next(WHEN)
    return Next(CHECK if data.files_done else FILES)


def _remember(chat: Chat[CaseDraft], unit: UnitRow) -> None:
    data = chat.data
    if unit.id != data.unit_id:
        data.service_id, data.service_name, data.service_done = None, "", False
    data.unit_id, data.unit_name = unit.id, unit.short_name


# Consent


async def ask_consent(chat: Chat[CaseDraft]) -> Message:
    text = chat.t("consent-cases", days=chat.tx.settings.cases_kept_days)
    if chat.data.handed and chat.data.what:  # whoever has told everything must see that it is not lost
        text = f"{chat.t('case-words-ready', words=beginning(chat.data.what, _MOST_SHOWN))}\n\n{text}"
    return consent_question(chat, text)


async def take_consent(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    return await keep_consent(chat, answer, Purpose.CASES, "case-consent-refused") or await go_on(chat)


# Kind


async def ask_kind(chat: Chat[CaseDraft]) -> Message:
    kinds = tuple(Choice(kind.value, chat.t(f"case-kind-long-{kind}")) for kind in CaseKind)
    mine = await chat.run(cases_of_person, chat.contact.person_id, 1)
    list_door = (Choice("daftar", chat.t("case-mine"), opens=to.TICKET),) if mine else ()
    told = await chat.run(can_be_told)
    secret = (Choice("baru", chat.t("tip-door"), opens=to.TIP),) if told else ()
    return Message(f"{_ready(chat)}{chat.t('case-which-kind')}", (*kinds, *secret, *list_door), replaces=True)


def _ready(chat: Chat[CaseDraft]) -> str:
    """What was sent before anything was asked is seen not to be lost."""
    data = chat.data
    pin = [chat.t("case-on-the-map")] if data.latitude is not None else []
    sent = ", ".join((*filter(None, [files_told(chat, data.files)]), *pin))
    return f"{chat.t('case-sent-ready', what=sent)}\n\n" if sent and data.handed else ""


async def take_kind(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    chat.data.kind = CaseKind(answer.choice or "")
    return await go_on(chat)


# Unit and service


async def ask_target(chat: Chat[CaseDraft]) -> Message:
    """The likely offices and the city's desk, before all the others."""
    units = [await chat.run(unit_by_id, one) for one in chat.data.suggested[:_MOST_SUGGESTED]]
    likely = tuple(Choice(str(unit.id), unit.short_name) for unit in units if unit is not None)
    desk = (Choice(_DESK, chat.t("case-to-city-desk")),) if len(likely) < _MOST_SUGGESTED else ()
    return Message(
        chat.t("case-which-target"),
        (*likely, *desk, Choice(_OTHER, chat.t("case-other-office"))),
        replaces=True,
    )


async def take_target(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    """Words that name an office are looked for as everywhere."""
    if answer.choice is None:
        return await _UNITS.search(chat, answer.text)
    if answer.choice == _OTHER:
        return Next(SEARCH)
    code = chat.tx.settings.city_desk_unit
    desk = answer.choice == _DESK
    unit = (
        await chat.run(unit_by_code, code) if desk else await chat.run(unit_by_id, row_id(answer.choice) or 0)
    )
    return await _chosen(chat, unit, None) if unit is not None else Next(SEARCH)


async def _chosen(chat: Chat[CaseDraft], unit: UnitRow, service_id: int | None) -> Transition:
    _remember(chat, unit)
    await _remember_service(chat, service_id)
    return await go_on(chat)


async def _remember_service(chat: Chat[CaseDraft], service_id: int | None) -> bool:
    names = {one.id: one.name for one in await chat.run(services_at, chat.data.unit_id, None)}
    if service_id is None or service_id not in names:
        return False
    chat.data.service_id, chat.data.service_name, chat.data.service_done = service_id, names[service_id], True
    return True


async def ask_service(chat: Chat[CaseDraft]) -> Message:
    services = await chat.run(services_at, chat.data.unit_id, None)
    return Message(
        chat.t("case-which-service", unit=chat.data.unit_name),
        tuple(Choice(str(one.id), one.name, short=one.short_name, also=one.keywords) for one in services),
        below=(Choice(_OTHER, chat.t("rating-other-service")),),
        replaces=True,
    )


async def take_service(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    chosen = row_id(answer.choice or "")
    if answer.choice is None:
        found = await chat.run(find_services, answer.text, chat.data.unit_id)
        if len(found) != 1:
            return Again(chat.t("service-not-found", words=answer.text[:100]))
        chosen = found[0].id
    if answer.choice == _OTHER:
        chat.data.service_id, chat.data.service_name, chat.data.service_done = None, "", True
    elif not await _remember_service(chat, chosen):
        return Again(chat.t("unit-gone"))
    return await go_on(chat)


_UNITS: Final = UnitSteps("case-which-unit", _chosen, with_services=True)

ENTRY_STEPS: Final = (
    Step(CONSENT, ask_consent, take_consent, keys=frozenset({"setuju", "tidak"})),
    Step(TARGET, ask_target, take_target, CHOICE_OR_TEXT),
    Step(KIND, ask_kind, take_kind, keys=frozenset(kind.value for kind in CaseKind)),
    *_UNITS.steps,
    Step(SERVICE, ask_service, take_service, CHOICE_OR_TEXT, places=True),
)
