"""Words that tell of bribery: before anything goes to the office that it may be about, whether it is for the inspectorate alone."""

from typing import Final

from conversations.lapor.draft import CaseDraft
from conversations.lapor.entering import SECRET, go_on
from conversations.shared.handed import Handed
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Begin, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted

_SECRET, _PLAIN = "inspektorat", "biasa"
_MOST_SHOWN: Final = 300


async def ask_secret(chat: Chat[CaseDraft]) -> Message:
    text = f"{chat.t('case-bribery-ask')}\n\n{quoted(beginning(chat.data.what, _MOST_SHOWN))}"
    choices = (
        Choice(_SECRET, chat.t("case-bribery-secret"), means="yes"),
        Choice(_PLAIN, chat.t("case-bribery-plain"), means="no"),
    )
    return Message(text, choices, replaces=True)


async def take_secret(chat: Chat[CaseDraft], answer: Answer) -> Transition:
    data = chat.data
    data.integrity_asked = True
    if answer.choice == _PLAIN:
        return await go_on(chat)
    told = Handed(
        words=data.what,
        unit_id=data.unit_id or next(iter(data.suggested), 0),
        files=data.files,
        latitude=data.latitude,
        longitude=data.longitude,
    )
    return Begin("wbs", told.as_argument())


INTEGRITY_STEPS: Final = (Step(SECRET, ask_secret, take_secret, keys=frozenset({_SECRET, _PLAIN})),)
