"""A worked example in one file: a conversation with a notice and a file of its own. Its two texts are in `weather_texts`."""

from dataclasses import dataclass
from typing import ClassVar

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Nothing,
    Step,
    Transition,
)
from feedbackbot.dialogue.file_sources import FileSource
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, ToReader
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.notices import Notice
from feedbackbot.storage.transaction import Transaction

SKY = FileSource("sky")
TEXTS = {
    "id": "weather-which = Cuaca hari apa?\nweather-storm = Badai pukul { $hour }\ncommand-cuaca = cuaca\n",
    "en": "weather-which = Which day's weather?\nweather-storm = Storm at { $hour }\ncommand-cuaca = weather\n",
}


@dataclass(frozen=True, slots=True)
class StormComes(Notice):
    """A storm is expected at `hour`."""

    name: ClassVar[str] = "storm-comes"
    kind: ClassVar[Kind] = Kind.CASE_UPDATE
    hour: int


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    return Next("hari")


async def ask_day(chat: Chat[Nothing]) -> Message:
    return Message(chat.t("weather-which"), (Choice("ini", "Hari ini"), Choice("besok", "Besok")))


async def take_day(chat: Chat[Nothing], answer: Answer) -> Transition:
    file = Attachment(SKY, {"day": answer.choice or ""}, name="langit.txt")
    return Done(Message(f"Cuaca {answer.choice}", document=file))


def storm(tx: Transaction, t: ToReader, notice: StormComes) -> Message:
    return Message(t("weather-storm", hour=notice.hour))


CONVERSATION = Conversation(
    "cuaca",
    start,
    (Step("hari", ask_day, take_day),),
    commands=(Command("cuaca"),),
    notices=(Say(StormComes, storm),),
)
