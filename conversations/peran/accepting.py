"""Somebody uses a code."""

from typing import Any

from conversations import entry_points as to
from conversations.shared.doors import link_argument, menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.i18n import Markup
from feedbackbot.usecases.home.todays_tasks import change_home
from feedbackbot.usecases.people.grant_roles import accept, offered_role


async def enter_code(chat: Chat[Any], argument: str) -> Transition:
    """`/admin CODE`, or the button under the question that a link leads to. A wrong one gets
    the answer of an unknown command: nobody learns that it exists."""
    role = await chat.run(accept, chat.contact.person_id, argument) if argument else None
    if role is None:
        return Again(chat.t("notice-unknown-command"))
    key = role.value.replace("_", "-")
    await chat.run(change_home, chat.contact.person_id, role.value)
    text = chat.t("role-accepted", role=chat.t(f"role-{key}"), may=Markup(chat.t(f"role-may-{key}")))
    return Stay(Message(text, (Choice("menu", chat.t("role-to-home"), opens=to.MENU),)))


async def ask_before_accepting(chat: Chat[Any], argument: str) -> Transition:
    """The deep link with the code: only a right one is asked about."""
    code = link_argument(argument)
    role = await chat.run(offered_role, code) if code else None
    if role is None:
        return Again(chat.t("notice-unknown-command"))
    key = role.value.replace("_", "-")
    name = chat.t(f"role-{key}")
    sure = Choice(code, chat.t("role-accept-sure"), opens=to.ROLE_CODE, tone=Tone.CONFIRM)
    return Stay(
        Message(
            chat.t("role-accept-question", role=name, may=Markup(chat.t(f"role-may-{key}"))),
            (sure, menu_door(chat)),
        )
    )
