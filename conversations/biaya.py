"""What messages cost, what waits, and how the approved texts stand: for admins."""

from typing import Any, Final

from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.i18n import Markup
from feedbackbot.usecases.broadcast.message_costs import message_costs, template_states


async def show_costs(chat: Chat[Nothing], argument: str) -> Transition:
    costs = await chat.run(message_costs)
    lines = [chat.t("cost-title", since=costs.since, n=costs.messages, rupiah=costs.rupiah)]
    lines += [
        chat.t("cost-category", category=_name(chat, category), n=count)
        for category, count in costs.paid.items()
    ]
    if costs.ceiling:
        lines.append(chat.t("cost-ceiling", ceiling=costs.ceiling))
    lines += [
        chat.t("cost-waiting", n=count, why=chat.t(f"waits-{reason}"))
        for reason, count in costs.waiting.items()
        if chat.catalogue.has(f"waits-{reason}")
    ]
    lines += await _templates(chat)
    return Stay(Message("\n".join(lines), (menu_door(chat),)))


def _name(chat: Chat[Any], category: str) -> Markup:
    key = f"cost-of-{category}"
    return Markup(chat.t(key) if chat.catalogue.has(key) else escape(category))


async def _templates(chat: Chat[Any]) -> list[str]:
    lines = [
        chat.t(
            "templates-line",
            name=one.name,
            language=one.language,
            status=one.status or "?",
            category=one.category,
        )
        for one in await chat.run(template_states)
    ]
    return ["", chat.t("templates-title"), *lines] if lines else []


CONVERSATION: Final = Conversation(
    "biaya",
    show_costs,
    commands=(Command("biaya", roles=ADMINS, aliases=("templat",), keeps_conversation=True),),
)
