"""Everything held about a person, in words and as a file."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Command, Conversation, Entry, Nothing, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning
from feedbackbot.usecases.privacy.data_export import Held, held_about, held_data_file

_MOST_CASES = 10


async def tell(chat: Chat[Nothing], argument: str) -> Transition:
    """Beside what is under way: the words, the file, then the present question again."""
    held = await chat.run(held_about, chat.contact.person_id)
    doors = (Choice("tanya", chat.t("erase-button"), opens=to.ERASE), menu_door(chat))
    chat.say(Message("\n".join(_words(chat, held)), doors))
    chat.say(Message(chat.t("held-file"), document=held_data_file(chat.contact.person_id, chat.tx.now)))
    return Again()


def _words(chat: Chat[Nothing], held: Held) -> list[str]:
    lines = [chat.t("held-title"), ""]
    lines += [chat.t("held-address", channel=channel, address=address) for channel, address in held.addresses]
    lines.append(chat.t("held-language", language=chat.catalogue.text(held.language, "language-name")))
    lines += [
        chat.t(
            "held-consent",
            purpose=chat.t(f"purpose-{one.purpose}"),
            version=one.version,
            given="yes" if one.given else "no",
            at=one.at,
        )
        for one in held.consents[-_MOST_CASES:]
    ]
    lines.append(chat.t("held-ratings", n=held.ratings))
    if held.profile:
        lines.append(chat.t("held-profile", profile=", ".join(chat.t(key) for key in held.profile)))
    lines.append(chat.t("held-cases", n=len(held.cases)))
    lines += [
        chat.t(
            "held-case", number=row.number, kind=chat.t(f"case-kind-{row.case.kind}"), at=row.case.received_at
        )
        for row in held.cases[:_MOST_CASES]
    ]
    lines.append(chat.t("held-forum", votes=held.votes, n=len(held.statements)))
    lines += [
        chat.t("held-statement", words=beginning(words, 100)) for words in held.statements[-_MOST_CASES:]
    ]
    lines.append(chat.t("held-others", n=sum(held.others.values())))
    return lines


CONVERSATION: Final = Conversation(
    "dataku",
    tell,
    commands=(Command("dataku", aliases=("mydata",), keeps_conversation=True),),
    entries=(Entry(to.HELD_DATA, tell),),
)
