"""A head of unit sees how the own unit stands with its JP."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import Role
from feedbackbot.usecases.incentives.standing import Team, unit_goal
from feedbackbot.usecases.training.credits import Member, team_of, team_units

_HEADS: Final = frozenset({Role.HEAD.value})
_PAGE: Final = 25


async def show(chat: Chat[Any], argument: str) -> Transition:
    """`<unit>[.<page>]`; without it the only unit, or a choice of units."""
    units = await chat.run(team_units, chat.contact.person_id)
    number, _, page = argument.partition(".")
    chosen = next((one for one in units if one[0] == row_id(number)), units[0] if len(units) == 1 else None)
    if chosen is None:
        choices = tuple(Choice(str(unit_id), name, opens=to.TEAM) for unit_id, name in units)
        return Stay(
            Message(chat.t("jp-team-which" if units else "jp-team-none"), choices, below=(menu_door(chat),))
        )
    members = await chat.run(team_of, chat.contact.person_id, chosen[0])
    goal = await chat.run(unit_goal, chosen[0])
    return Stay(_page(chat, chosen, members, row_id(page) or 0, goal))


def _page(chat: Chat[Any], unit: tuple[int, str], members: list[Member], page: int, goal: Team) -> Message:
    shown = members[page * _PAGE : (page + 1) * _PAGE]
    reached = sum(one.share == 1.0 for one in members)
    aimed = sum(one.share is not None for one in members)
    lines = [
        chat.t("jp-team-title", unit=unit[1], people=len(members)),
        chat.t("jp-team-reached", reached=reached, aimed=aimed),
        chat.t("team-goal", learners=goal.learners, staff=goal.staff, percent=goal.goal_percent),
        "",
        *(_line(chat, one) for one in shown),
    ]
    turns = []
    if page:
        turns.append(Choice(f"{unit[0]}.{page - 1}", chat.t("page-before"), opens=to.TEAM))
    if (page + 1) * _PAGE < len(members):
        turns.append(Choice(f"{unit[0]}.{page + 1}", chat.t("page-after"), opens=to.TEAM))
    return Message("\n".join(lines), tuple(turns), below=(menu_door(chat),), columns=2, replaces=True)


def _line(chat: Chat[Any], one: Member) -> str:
    """Who has no target has no mark either."""
    mark = "▫️" if one.share is None else "✅" if one.share == 1.0 else "⬜"
    linked = "" if one.employee.person_id else chat.t("jp-team-not-linked")
    return chat.t("jp-team-member", mark=mark, name=one.employee.full_name, jp=one.jp, linked=linked)


CONVERSATION: Final = Conversation(
    "tim",
    show,
    data=Nothing,
    commands=(Command("tim", roles=_HEADS, aliases=("team",), keeps_conversation=True),),
    entries=(Entry(to.TEAM, show, _HEADS),),
)
