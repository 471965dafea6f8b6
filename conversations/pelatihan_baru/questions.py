"""The questions about a new training, one fact each."""

from typing import Final

from conversations.pelatihan_baru.memory import SessionMemory, TrainingMemory
from feedbackbot.clock import city_zone
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.deadline import read_deadline
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.training.catalogue import Mode, Skill, TrainingKind
from feedbackbot.domain.training.read_trainings import LONGEST_TITLE, LONGEST_WORDS, MOST_JP, MOST_SEATS
from feedbackbot.domain.training.typed_session import typed_sessions
from feedbackbot.usecases.training.jp_table import forms_in_force, proposed_jp

REVIEW: Final = "periksa"
_SKIP: Final = "lewati"
_MOST_SESSIONS: Final = 20
_FORMS: Final = ("B3", "B4", "B5", "B6", "B1", "B2", "C1", "C3")


async def start(chat: Chat[TrainingMemory], argument: str) -> Transition:
    return Next("judul")


def _forward(chat: Chat[TrainingMemory], step: str) -> Transition:
    return Next(REVIEW if chat.data.reviewed else step)


async def ask_title(chat: Chat[TrainingMemory]) -> Message:
    return Message(chat.t("new-training-title"))


async def take_title(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    title = " ".join(answer.text.split())
    if len(title) > LONGEST_TITLE:
        return Again(chat.t("words-too-long", limit=LONGEST_TITLE))
    chat.data.title = title
    return _forward(chat, "jenis")


async def ask_kind(chat: Chat[TrainingMemory]) -> Message:
    choices = tuple(Choice(one.value, chat.t(f"training-kind-{one.value}")) for one in TrainingKind)
    return Message(chat.t("new-training-kind"), choices, replaces=True)


async def take_kind(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.kind = answer.choice or ""
    return _forward(chat, "keterampilan")


async def ask_skill(chat: Chat[TrainingMemory]) -> Message:
    choices = tuple(Choice(one.value, chat.t(f"training-skill-{one.value}")) for one in Skill)
    return Message(chat.t("new-training-skill"), choices, replaces=True)


async def take_skill(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.skill = answer.choice or ""
    return _forward(chat, "cara")


async def ask_mode(chat: Chat[TrainingMemory]) -> Message:
    modes = (Mode.CLASSROOM, Mode.ONLINE, Mode.BLENDED)
    choices = tuple(Choice(one.value, chat.t(f"training-mode-{one.value}")) for one in modes)
    return Message(chat.t("new-training-mode"), choices, replaces=True)


async def take_mode(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.mode = answer.choice or ""
    return _forward(chat, "bentuk")


async def ask_form(chat: Chat[TrainingMemory]) -> Message:
    forms = await chat.run(forms_in_force)
    order = sorted(forms, key=lambda code: (_FORMS.index(code) if code in _FORMS else len(_FORMS), code))
    choices = tuple(Choice(code, f"{code} {forms[code].name}"[:60], short=code) for code in order)
    return Message(chat.t("new-training-form"), choices, replaces=True)


async def take_form(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.form = answer.choice or ""
    return _forward(chat, "lembaga")


async def ask_institution(chat: Chat[TrainingMemory]) -> Message:
    return Message(chat.t("new-training-institution"), below=(Choice(_SKIP, chat.t("skip")),))


async def take_institution(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    words = "" if answer.choice else " ".join(answer.text.split())
    if len(words) > LONGEST_WORDS:
        return Again(chat.t("words-too-long", limit=LONGEST_WORDS))
    chat.data.institution = words
    return _forward(chat, "unsur")


async def ask_element(chat: Chat[TrainingMemory]) -> Message:
    choices = tuple(Choice(key, chat.t(f"element-{key}")) for key in ELEMENT_KEYS)
    skip = (Choice(_SKIP, chat.t("new-training-no-element")),)
    return Message(chat.t("new-training-element"), choices, below=skip, replaces=True)


async def take_element(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.element = "" if answer.choice == _SKIP else answer.choice or ""
    return _forward(chat, "sesi")


async def ask_sessions(chat: Chat[TrainingMemory]) -> Message:
    return Message(chat.t("new-training-sessions"))


async def take_sessions(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    drafts = typed_sessions(answer.text, chat.tx.now)
    if len(drafts) > _MOST_SESSIONS:
        return Again(chat.t("new-training-too-many-sessions", most=_MOST_SESSIONS))
    data = chat.data
    data.sessions = [
        SessionMemory(starts_at=one.starts_at, ends_at=one.ends_at, place=one.place, link=one.link)
        for one in drafts
    ]
    if data.register_until is not None and data.register_until >= drafts[0].starts_at:
        data.register_until = None
    if not data.reviewed:
        proposed = await chat.run(proposed_jp, data.form, drafts)
        data.jp = proposed or 0
    return _forward(chat, "kursi")


async def ask_seats(chat: Chat[TrainingMemory]) -> Message:
    choices = tuple(Choice(str(seats), str(seats)) for seats in (20, 30, 40))
    unlimited = (Choice("0", chat.t("new-training-no-limit")),)
    return Message(chat.t("new-training-seats"), choices, below=unlimited, columns=3, replaces=True)


async def take_seats(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    try:
        chat.data.seats = whole_number(answer.choice or answer.text, 0, MOST_SEATS)
    except WrongValue:
        return Again(chat.t("new-training-seats-wrong", most=MOST_SEATS))
    return _forward(chat, "batas")


async def ask_deadline(chat: Chat[TrainingMemory]) -> Message:
    return Message(chat.t("new-training-deadline"), below=(Choice(_SKIP, chat.t("new-training-to-start")),))


async def take_deadline(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    if answer.choice:
        chat.data.register_until = None
        return _forward(chat, "jp")
    until = read_deadline(answer.text, chat.tx.now)
    first = min(one.starts_at for one in chat.data.sessions)
    if until <= chat.tx.now:
        return Again(chat.t("training-in-past"))
    if until.astimezone(city_zone()).date() > first.astimezone(city_zone()).date():
        return Again(chat.t("training-deadline-late"))
    chat.data.register_until = min(until, first)
    return _forward(chat, "jp")


async def ask_jp(chat: Chat[TrainingMemory]) -> Message:
    data = chat.data
    proposed = await chat.run(proposed_jp, data.form, data.session_drafts())
    if proposed is None:
        return Message(chat.t("new-training-jp"))
    choice = Choice(str(proposed), chat.t("new-training-jp-proposed", jp=proposed))
    return Message(chat.t("new-training-jp"), (choice,), replaces=True)


async def take_jp(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.jp = whole_number(answer.choice or answer.text, 1, MOST_JP)
    return _forward(chat, "izin")


async def ask_consent(chat: Chat[TrainingMemory]) -> Message:
    choices = (Choice("tidak", chat.t("new-training-free")), Choice("ya", chat.t("new-training-consent-yes")))
    return Message(chat.t("new-training-consent"), choices, replaces=True)


async def take_consent(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    chat.data.needs_consent = answer.choice == "ya"
    return Next(REVIEW)


QUESTION_STEPS: Final = (
    Step("judul", ask_title, take_title, TEXT),
    Step("jenis", ask_kind, take_kind),
    Step("keterampilan", ask_skill, take_skill),
    Step("cara", ask_mode, take_mode),
    Step("bentuk", ask_form, take_form),
    Step("lembaga", ask_institution, take_institution, CHOICE_OR_TEXT),
    Step("unsur", ask_element, take_element),
    Step("sesi", ask_sessions, take_sessions, TEXT),
    Step("kursi", ask_seats, take_seats, CHOICE_OR_TEXT, asks_number=True),
    Step("batas", ask_deadline, take_deadline, CHOICE_OR_TEXT),
    Step("jp", ask_jp, take_jp, CHOICE_OR_TEXT, asks_number=True),
    Step("izin", ask_consent, take_consent),
)
