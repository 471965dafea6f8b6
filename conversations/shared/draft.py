"""Words that were written at a case or in reply to a message of the bot, and go to somebody else only once that is confirmed."""

from dataclasses import replace
from typing import Any, Final

from conversations.shared.handed import Handed
from conversations.shared.writing import SEND, MessageDraft, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Back, Begin, Hear, Transition
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.cases.words import beginning, quoted

_BACK: Final = "kembali"
_REPORT: Final = "lapor"
_ELSE: Final = "lain"
_DROP: Final = "batal"
_MOST_SHOWN = 900


class ReplyDraft(MessageDraft):
    """A letter whose words wait for a yes too."""

    draft: str = ""

    def clear(self) -> None:
        self.draft, self.files = "", []


def begin_draft(chat: Chat[Any], draft: ReplyDraft, answer: Answer, then: Transition) -> Transition:
    """A fresh draft of what was written or sent, which `then` asks about; a file that cannot be is told."""
    draft.clear()
    draft.draft = answer.text
    if refused := take_file(chat, draft, answer):
        return Again(refused)
    return then


def ask_sure(chat: Chat[Any], draft: ReplyDraft, question: str, *instead: Choice) -> Message:
    """Whether this is to go, or what to do with it `instead`; it may be something else altogether."""
    lines = [question]
    if draft.draft:
        lines.append(quoted(beginning(draft.draft, _MOST_SHOWN)))
    if draft.files:
        lines.append(chat.t("case-files-ready", n=len(draft.files)))
    send = Choice(SEND, chat.t("case-send-files"), means="yes")
    other = Choice(_ELSE, chat.t("open-something-else"), means="else")
    back = Choice(_BACK, chat.t("back"), means="back no")
    return Message("\n\n".join(lines), (send, *instead, other), below=(back,))


def ask_is_answer(chat: Chat[Any], draft: ReplyDraft, question: str) -> Message:
    """Whether free words are an answer to somebody, or something else."""
    choices = (
        Choice(SEND, chat.t("case-answer-send"), means="yes"),
        Choice(_REPORT, chat.t("open-new-report")),
        Choice(_ELSE, chat.t("open-something-else"), means="no"),
    )
    below = (Choice(_DROP, chat.t("case-answer-drop")),)
    return replace(ask_sure(chat, draft, question), choices=choices, below=below)


def is_no_answer(chat: Chat[Any], draft: ReplyDraft, answer: Answer, go_on: Transition) -> Transition | None:
    """What follows of `ask_is_answer` where nothing is to go (yet); None where the draft is to go as it is."""
    match answer.choice:
        case choice if choice == _REPORT:
            words = Handed(words=draft.draft, kind=CaseKind.COMPLAINT.value, files=draft.files)
            return Begin("lapor", words.as_argument())
        case choice if choice == _ELSE:
            return Hear(_drafted(draft)) if draft.draft or draft.files else Back()
        case choice if choice == _DROP:
            chat.say(chat.t("case-answer-dropped"))
            return go_on
        case choice if choice == SEND and (draft.draft or draft.files):
            return None
    # a bare "ya" to what somebody asked is itself what is to go
    if refused := take_file(chat, draft, answer):
        return Again(refused)
    draft.draft = "\n".join(filter(None, (draft.draft, answer.text)))
    return Again()


def _drafted(draft: ReplyDraft) -> Answer:
    """What was collected, as if it had just arrived."""
    files = tuple(Received(one.ref, one.name, "", one.size) for one in draft.files)
    if not files:
        return Answer(Kind.TEXT, text=draft.draft)
    kind = Kind(draft.files[0].kind)
    return Answer(kind, text=draft.draft, file=files[0], files=files)


def not_yet(chat: Chat[Any], draft: ReplyDraft, answer: Answer, back: Transition) -> Transition | None:
    """Keep what was written or sent, follow `back`, or give it to whoever listens; None where the draft is to go as it is."""
    if answer.choice == _BACK:
        draft.clear()
        return back
    if answer.choice == _ELSE:
        return Hear(_drafted(draft)) if draft.draft or draft.files else back
    if refused := take_file(chat, draft, answer):
        return Again(refused)
    if answer.choice != SEND:
        draft.draft = answer.text or draft.draft
        return Again()
    return None if draft.draft or draft.files else Again(chat.t("case-words-needed"))
