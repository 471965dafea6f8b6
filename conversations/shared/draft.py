"""Words that were written in reply to a message of the bot, and go to somebody else only once that is confirmed."""

from typing import Any, Final

from conversations.shared.writing import SEND, MessageDraft, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted

_BACK: Final = "kembali"
_MOST_SHOWN = 900


class ReplyDraft(MessageDraft):
    """A letter whose words wait for a yes too."""

    draft: str = ""

    def clear(self) -> None:
        self.draft, self.files = "", []


def ask_sure(chat: Chat[Any], draft: ReplyDraft, question: str) -> Message:
    """Whether this is to go."""
    lines = [question]
    if draft.draft:
        lines.append(quoted(beginning(draft.draft, _MOST_SHOWN)))
    if draft.files:
        lines.append(chat.t("case-files-ready", n=len(draft.files)))
    send, back = Choice(SEND, chat.t("case-send-files"), means="yes"), Choice(_BACK, chat.t("back"))
    return Message("\n\n".join(lines), (send,), below=(back,))


def not_yet(chat: Chat[Any], draft: ReplyDraft, answer: Answer, back: Transition) -> Transition | None:
    """Keep what was written or sent, or follow `back`; None where the draft is to go as it is."""
    if answer.choice == _BACK:
        draft.clear()
        return back
    if refused := take_file(chat, draft, answer):
        return Again(refused)
    if answer.choice != SEND:
        draft.draft = answer.text or draft.draft
        return Again()
    return None if draft.draft or draft.files else Again(chat.t("case-words-needed"))
