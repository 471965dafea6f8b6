"""The board: one's own surroundings among those who want to be seen, and the units as teams."""

from collections.abc import Sequence
from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.usecases.incentives.standing import (
    BoardLine,
    Team,
    choose_board,
    my_board,
    my_team,
    on_board,
    refresh,
)

_ROLES: Final = frozenset({EMPLOYEE})
_JOIN, _LEAVE = "ikut", "keluar"


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    """`argument`: nothing, or joining or leaving the board."""
    person = chat.contact.person_id
    if argument in (_JOIN, _LEAVE):
        await chat.run(choose_board, person, on=argument == _JOIN)
    await chat.run(refresh, person)
    seen = await chat.run(on_board, person)
    lines = [chat.t("board-title"), *await _own(chat, seen=seen)]
    team = await chat.run(my_team, person)
    if team is not None:
        lines += ["", *team_lines(chat, team)]
    switch = Choice(_LEAVE, chat.t("board-leave"), opens=to.BOARD)
    if not seen:
        switch = Choice(_JOIN, chat.t("board-join"), opens=to.BOARD)
    return Stay(Message("\n".join(lines), (switch, menu_door(chat)), replaces=bool(argument)))


async def _own(chat: Chat[Nothing], *, seen: bool) -> list[str]:
    if not seen:
        return [chat.t("board-not-in")]
    rows = await chat.run(my_board, chat.contact.person_id)
    return board_lines(chat, rows) if rows else [chat.t("board-no-points-yet")]


def board_lines(chat: Chat[Nothing], rows: Sequence[BoardLine]) -> list[str]:
    """Best first; the reader stands out, and who is in the lower half has no number."""
    return [
        chat.t(
            "board-line-you" if row.is_reader else "board-line",
            place="–" if row.place is None else f"{row.place}.",
            name=row.name,
            points=row.points,
        )
        for row in rows
    ]


def team_lines(chat: Chat[Nothing], team: Team) -> list[str]:
    """The own unit: its goal of the season, its surroundings, the leading few."""
    lines = [
        chat.t("team-title", unit=team.unit),
        chat.t("team-goal", learners=team.learners, staff=team.staff, percent=team.goal_percent),
    ]
    if team.small:
        return [chat.t("team-title", unit=team.unit), chat.t("team-too-small")]
    if team.reached:
        lines.append(chat.t("team-goal-reached"))
    if not team.leaders:
        return [*lines, chat.t("team-no-points-yet")]
    lines += board_lines(chat, team.lines)
    names = ", ".join(row.name for row in team.leaders)
    return [*lines, chat.t("team-leaders", names=names)]


CONVERSATION: Final = Conversation(
    "peringkat",
    show,
    commands=(Command("peringkat", roles=_ROLES, aliases=("board",), keeps_conversation=True),),
    entries=(Entry(to.BOARD, show, _ROLES),),
)
