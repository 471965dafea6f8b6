"""What will be sent is shown, can be mended, and is then sent."""

from typing import Final

from conversations import entry_points as to
from conversations.lapor.draft import CaseDraft
from conversations.lapor.entering import CHECK, FILES, KIND, WHAT, WHEN, go_on
from conversations.shared.doors import menu_door
from conversations.shared.unit_choice import SEARCH
from conversations.shared.writing import files_told
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.cases.bribery import tells_of_bribery
from feedbackbot.domain.cases.completeness import says_when
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.cases.words import beginning, quoted, shown_to_others
from feedbackbot.usecases.cases.referrals import referrals
from feedbackbot.usecases.cases.send_case import NewCase, held_back, send_case
from feedbackbot.usecases.units.places import place_near

PLACE, NAME = "tempat", "nama"
_MOST_SHOWN = 1500
_LONGEST_PLACE, _LONGEST_NAME = 200, 60
_SEND: Final = "kirim"
_HIDE: Final = "rahasia"
_MEND: Final = {
    "jenis": KIND,
    "isi": WHAT,
    "kantor": SEARCH,
    "waktu": WHEN,
    "berkas": FILES,
    PLACE: PLACE,
    NAME: NAME,
}
_NONE: Final = "tanpa"


async def ask_check(chat: Chat[CaseDraft]) -> Message:
    data = chat.data
    return Message(
        await _listed(chat),
        (
            Choice(_SEND, chat.t("case-send"), tone=Tone.CONFIRM),
            Choice("jenis", chat.t("case-mend-kind")),
            Choice("isi", chat.t("case-mend-words")),
            Choice("kantor", chat.t("case-mend-unit")),
            Choice("waktu", chat.t("case-mend-when")),
            Choice(PLACE, chat.t("case-mend-place")),
            Choice("berkas", chat.t("case-mend-files")),
            Choice(NAME, chat.t("case-mend-name")),
            Choice(_HIDE, chat.t("case-mend-open" if data.confidential else "case-mend-secret")),
        ),
        columns=2,
        replaces=True,
    )


async def _listed(chat: Chat[CaseDraft]) -> str:
    """Everything, also what was left out: each has its button."""
    data = chat.data
    none, in_words = chat.t("case-line-none"), chat.t("case-when-in-words")
    lines = [
        chat.t("case-check"),
        "",
        chat.t("case-line-kind", kind=chat.t(f"case-kind-{data.kind}")),
        chat.t(
            "case-line-unit",
            unit=f"{data.unit_name}, {data.service_name}" if data.service_name else data.unit_name,
        ),
    ]
    pin = chat.t("case-on-the-map") if data.latitude is not None else ""
    where = await _place_of(chat)
    lines += [
        chat.t("case-line-when", when=data.happened or (in_words if says_when(data.what) else none)),
        chat.t("case-line-place", place=", ".join(filter(None, (where, pin))) or none),
        chat.t("case-line-files", files=files_told(chat, data.files) or none),
    ]
    lines.append(chat.t("case-line-sender", name=data.name) if data.name else chat.t("case-line-anonymous"))
    if data.confidential:
        lines.append(chat.t("case-line-confidential-own"))
    if tells_of_bribery(data.what):
        others = [one.agency for one in await chat.run(referrals) if one.integrity]
        lines.append(chat.t("case-line-bribery", agencies=", ".join(others)))
    lines += ["", quoted(beginning(data.what, _MOST_SHOWN)) if data.what else chat.t("case-spoken-alone")]
    return "\n".join(lines)


async def take_check(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _HIDE:
        data.confidential = not data.confidential
        return Next(CHECK)
    if answer.choice != _SEND:
        if answer.choice == "isi":
            data.what = ""
        return Next(_MEND[answer.choice or ""])
    if data.missing is not None or data.kind is None:
        return await go_on(chat)
    later = await chat.run(
        held_back, chat.contact.person_id, data.what or chat.t("case-spoken", at=chat.tx.now)
    )
    if later is not None:
        return Again(chat.t(later.reason.value, until=later.until, number=later.number or "–"))
    return await _send(chat, data.kind)


async def _send(chat: Chat[CaseDraft], kind: CaseKind) -> Transition:
    data = chat.data
    new = NewCase(
        chat.contact.person_id,
        kind,
        data.unit_id,
        data.service_id,
        data.what or chat.t("case-spoken", at=chat.tx.now),
        data.happened,
        await _place_of(chat),
        data.latitude,
        data.longitude,
        data.name or None,
        data.element,
        data.confidential,
    )
    row = await chat.run(send_case, new, data.kept())
    text = chat.t("case-sent", number=row.number, unit=data.unit_name, due=row.case.stage_due)
    see = Choice(str(row.id), chat.t("case-see"), opens=to.TICKET)
    return Done(Message(text, (see, menu_door(chat)), replaces=True))


async def _place_of(chat: Chat[CaseDraft]) -> str:
    """What was typed, else what lies nearest to the pin."""
    data = chat.data
    near = await chat.run(place_near, data.latitude, data.longitude) if not data.place else None
    return chat.t("case-near", place=f"{near.name}, {near.district}") if near else data.place


async def ask_place(chat: Chat[CaseDraft]) -> Message:
    return Message(chat.t("case-where"), below=(Choice(_NONE, chat.t("case-no-place")),), replaces=True)


async def take_place(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    data = chat.data
    data.place, data.latitude, data.longitude = "", None, None
    if answer.kind is Kind.LOCATION:
        data.latitude, data.longitude = answer.latitude, answer.longitude
    elif answer.choice is None:
        data.place = " ".join(shown_to_others(answer.text).split())[:_LONGEST_PLACE]
    return await go_on(chat)


async def ask_name(chat: Chat[CaseDraft]) -> Message:
    return Message(chat.t("case-whose"), below=(Choice(_NONE, chat.t("case-anonymous")),), replaces=True)


async def take_name(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    typed = "" if answer.choice else " ".join(shown_to_others(answer.text).split())
    chat.data.name = typed[:_LONGEST_NAME]
    return await go_on(chat)


CHECK_STEPS: Final = (
    Step(CHECK, ask_check, take_check, keys=frozenset({_SEND, _HIDE, *_MEND})),
    Step(PLACE, ask_place, take_place, CHOICE_OR_TEXT | {Kind.LOCATION.value}, keys=frozenset({_NONE})),
    Step(NAME, ask_name, take_name, CHOICE_OR_TEXT, keys=frozenset({_NONE})),
)
