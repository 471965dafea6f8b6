"""Words and files that somebody writes to somebody else: collected until they are sent."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel, Field

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Answer
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.cases.read_cases import KeptFile
from feedbackbot.usecases.cases.send_case import MOST_FILES

SEND: Final = "kirim"
FILES: Final = frozenset({Kind.PHOTO.value, Kind.DOCUMENT.value, Kind.VOICE.value})
WORDS_AND_FILES: Final = TEXT | FILES | {"choice"}
VOICE: Final = "voice"
_SPOKEN: Final = ("audio/ogg", "audio/opus")
_MEGABYTE = 1_000_000


class FileNote(BaseModel):
    """A file that lies with the chat service."""

    kind: str = "photo"
    channel: str = ""
    ref: str = ""
    name: str = ""
    size: int = 0


class MessageDraft(BaseModel):
    """What was collected so far."""

    files: list[FileNote] = Field(default_factory=list)

    @property
    def spoken(self) -> bool:
        """Whether something was said into the phone."""
        return any(one.kind == VOICE for one in self.files)

    def kept(self) -> list[KeptFile]:
        return [KeptFile(one.kind, one.channel, one.ref, one.name, one.size) for one in self.files]


def take_file(chat: Chat[Any], letter: MessageDraft, answer: Answer) -> str | None:
    """Put the files of an answer (an album has several) to the others; a text of the catalogue that says which could not be, None where
    all could (or there is none)."""
    most = chat.tx.settings.case_file_megabytes
    refused = None
    for file in answer.files or ((answer.file,) if answer.file else ()):
        if file.size > most * _MEGABYTE:
            refused = chat.t("case-file-too-large", most=most)
        elif len(letter.files) >= MOST_FILES:
            refused = chat.t("case-files-enough", most=MOST_FILES)
        else:
            letter.files.append(
                FileNote(
                    kind=_kind_of(answer.kind, file),
                    channel=chat.contact.channel,
                    ref=file.ref,
                    name=file.name,
                    size=file.size,
                )
            )
    return refused


def _kind_of(kind: Kind, file: Received) -> str:
    """Music is a document: only what was spoken into the phone goes on as a voice."""
    if kind is Kind.VOICE:
        return VOICE if file.mime.startswith(_SPOKEN) else "document"
    return "photo" if kind is Kind.PHOTO else "document"


def files_told(chat: Chat[Any], files: Sequence[FileNote]) -> str:
    """ "2 foto, 1 pesan suara"; "" for none."""
    counts = {kind: sum(one.kind == kind for one in files) for kind in ("photo", VOICE, "document")}
    return ", ".join(chat.t(f"files-{kind}", n=n) for kind, n in counts.items() if n)


def ask_words(chat: Chat[Any], letter: MessageDraft, question: str, back: Choice) -> Message:
    """The question, with what is ready to be sent."""
    ready = f"\n\n{chat.t('case-files-ready', n=len(letter.files))}" if letter.files else ""
    choices = (Choice(SEND, chat.t("case-send-files")),) if letter.files else ()
    return Message(question + ready, choices, below=(back,))


def say_files(chat: Chat[Any], number: str, files: Sequence[KeptFile]) -> None:
    """Show them; what came in another chat service is carried over when the message is sent."""
    for place, file in enumerate(files, 1):
        caption = chat.t("case-file", number=number, place=place, of=len(files))
        chat.say(file_message(file.kind, file.ref, file.name, caption))


def file_message(kind: str, ref: str, name: str, caption: str) -> Message:
    """One file under a caption, by the id that the reader's chat service has for it."""
    attachment = Attachment(RECEIVED, {"ref": ref}, name=name or kind)
    if kind == "photo":
        return Message(caption, picture=attachment)
    if kind == VOICE:
        return Message(caption, voice=replace(attachment, name=name or "suara.ogg"))
    return Message(caption, document=attachment)
