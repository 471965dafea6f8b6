"""Badges: those earned, and what the others are for."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.incentives.badges import Badge
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.usecases.incentives.standing import badges_in_reach, my_badges, refresh

_ROLES: Final = frozenset({EMPLOYEE})


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    await chat.run(refresh, chat.contact.person_id)
    held = await chat.run(my_badges, chat.contact.person_id)
    lines = [chat.t("badges-title", count=len(held))]
    for one, at in held.items():
        lines.append(chat.t("badges-held", badge=chat.t(f"badge-{one.value}"), at=at))
    open_ones = await chat.run(badges_in_reach, chat.contact.person_id)
    if open_ones:
        lines += ["", chat.t("badges-open")]
        lines += [_what_for(chat, one) for one in open_ones]
    return Stay(
        Message("\n".join(lines), (Choice("lihat", chat.t("points-see"), opens=to.POINTS), menu_door(chat)))
    )


def _what_for(chat: Chat[Nothing], one: Badge) -> str:
    return chat.t("badges-how", badge=chat.t(f"badge-{one.value}"), how=chat.t(f"badge-{one.value}-how"))


CONVERSATION: Final = Conversation(
    "lencana",
    show,
    commands=(Command("lencana", roles=_ROLES, aliases=("badges",), keeps_conversation=True),),
    entries=(Entry(to.BADGES, show, _ROLES),),
)
