"""An admin sends a file: the registry, trainings, a course or its pictures, answers to ordinary questions. It is read after the turn."""

from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, Field

from conversations import entry_points as to
from conversations.impor.notices import IMPORT_NOTICES, second_question
from conversations.shared.doors import menu_door, row_id
from conversations.shared.handed import handed_in
from conversations.shared.writing import FileNote
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.file_sources import FACTS_WORKBOOK
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.imports.carry_out_import import (
    ImportKind,
    SentFile,
    decide,
    must_ask_twice,
    receive,
    receive_course_file,
    show_again,
)
from feedbackbot.usecases.training.import_course import courses_to_manage

_KINDS: Final = {
    "pegawai": ImportKind.STAFF,
    "pelatihan": ImportKind.TRAININGS,
    "kursus": ImportKind.COURSE,
    "info": ImportKind.FACTS,
}
_PICTURES: Final = "gambar"
_ACTS: Final = frozenset({"ya", "banyak", "pasti", "sebagian", "batal"})
_FILES: Final = frozenset({Kind.DOCUMENT.value, Kind.PHOTO.value})


class Import(BaseModel):
    """`kind` is a key of `_KINDS` or "gambar"; `training_id` of the course that pictures are for. `files` were sent before anything was
    asked."""

    kind: str = ""
    training_id: int = 0
    files: list[FileNote] = Field(default_factory=list)


async def start(chat: Chat[Import], argument: str) -> Transition:
    """`argument`: nothing, or files that were sent out of the blue."""
    if (handed := handed_in(argument)) is not None:
        chat.data.files = handed.files
    return Next("jenis")


async def ask_kind(chat: Chat[Import]) -> Message:
    keys = (*_KINDS, _PICTURES)
    return Message(
        chat.t("import-which"),
        tuple(Choice(key, chat.t(f"import-kind-{key}")) for key in keys),
        replaces=True,
    )


async def take_kind(chat: Chat[Import], answer: Answer) -> Transition:
    if answer.choice is None:  # a chat service that knows no albums of documents brings them one by one
        files = answer.files or ((answer.file,) if answer.file else ())
        chat.data.files += [
            FileNote(kind="document", channel=chat.contact.channel, ref=one.ref, name=one.name, size=one.size)
            for one in files
        ]
        return Again(chat.t("import-file-added", n=len(chat.data.files)))
    chat.data.kind = answer.choice
    if chat.data.kind in _KINDS:
        sent = [SentFile(one.ref, one.name, one.size) for one in chat.data.files]
        return await _received(chat, sent) if sent else Next("berkas")
    if not await chat.run(courses_to_manage):
        return Again(chat.t("import-no-course"))
    return Next("kursus")


async def ask_course(chat: Chat[Import]) -> Message:
    found = await chat.run(courses_to_manage)
    return Message(
        chat.t("import-which-course"), tuple(Choice(str(one.id), one.title) for one in found), replaces=True
    )


async def take_course(chat: Chat[Import], answer: Answer) -> Transition:
    chat.data.training_id = row_id(answer.choice or "") or 0
    return Next("berkas")


async def ask_file(chat: Chat[Import]) -> Message:
    text = chat.t(f"import-send-{chat.data.kind or 'pegawai'}")
    if _KINDS.get(chat.data.kind) is not ImportKind.FACTS:
        return Message(text)
    sheet = Attachment(FACTS_WORKBOOK, {"language": chat.contact.language}, name=chat.t("fact-sheet-file"))
    return Message(text, document=sheet)


async def take_file(chat: Chat[Import], answer: Answer) -> Transition:
    """All that was sent at once."""
    files = answer.files or ((answer.file,) if answer.file else ())
    if not files:
        return Again()
    if chat.data.kind == _PICTURES:
        return await _pictures(chat, files, answer.text.strip() if len(files) == 1 else "")
    if answer.kind is Kind.PHOTO:
        return Again(chat.t("import-not-a-photo"))
    return await _received(chat, [SentFile(one.ref, one.name, one.size) for one in files])


async def _pictures(chat: Chat[Import], files: Sequence[Received], called: str) -> Transition:
    """`called`: what a single picture is named in its words; "" by the file's own name."""
    contact = chat.contact
    missing: Sequence[str] = ()
    for file in files:
        name = called or file.name
        missing = await chat.run(
            receive_course_file, contact.person_id, chat.data.training_id, name, contact.channel, file.ref
        )
    if missing:
        return Again(chat.t("course-missing", names=", ".join(missing)))
    return Done(Message(chat.t("course-complete"), (menu_door(chat),)))


async def _received(chat: Chat[Import], files: Sequence[SentFile]) -> Transition:
    kind, contact = _KINDS[chat.data.kind], chat.contact
    former = await chat.run(receive, contact.person_id, kind, contact.channel, files)
    if former:
        chat.say(chat.t("import-former-void", names=", ".join(former)))
    text = chat.t("import-received", name=files[0].name or "–")
    if len(files) > 1:
        names = ", ".join(file.name or "–" for file in files)
        together = "together" if kind is ImportKind.STAFF else "each"
        text = chat.t(f"import-received-{together}", n=len(files), names=names)
    return Done(Message(text, (menu_door(chat),)))


async def enter_decision(chat: Chat[Import], argument: str) -> Transition:
    """`<import>.<act>` from under a dry run; `<import>.lihat` shows it again."""
    number, _, act = argument.partition(".")
    import_id = row_id(number)
    if act == "lihat" and import_id is not None:
        await chat.run(show_again, chat.contact.person_id, import_id)
        return Stay(notice=chat.t("import-comes-again"))
    if import_id is None or act not in _ACTS:
        return Again(chat.t("notice-button-of-no-use"))
    if act in ("ya", "banyak"):
        asked = await chat.run(must_ask_twice, chat.contact.person_id, import_id)
        if asked is not None:
            return Stay(second_question(chat.t, asked))
    await chat.run(decide, chat.contact.person_id, import_id, act)
    key = "import-cancelled" if act == "batal" else "import-under-way"
    return Stay(Message(chat.t(key), (menu_door(chat),)))


CONVERSATION: Final = Conversation(
    "impor",
    start,
    (
        Step(
            "jenis", ask_kind, take_kind, CHOICE | {Kind.DOCUMENT.value}, keys=frozenset({*_KINDS, _PICTURES})
        ),
        Step("kursus", ask_course, take_course),
        Step("berkas", ask_file, take_file, _FILES),
    ),
    data=Import,
    commands=(Command("impor", roles=ADMINS, aliases=("import",)),),
    entries=(Entry(to.IMPORT, enter_decision, ADMINS),),
    notices=IMPORT_NOTICES,
)
