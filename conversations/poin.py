"""What an employee has earned, and for what."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.usecases.incentives.standing import MyPoints, my_points, refresh

_ROLES: Final = frozenset({EMPLOYEE})


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    """What happened a minute ago is booked first."""
    new_badges = await chat.run(refresh, chat.contact.person_id)
    mine = await chat.run(my_points, chat.contact.person_id)
    lines = _lines(chat, mine)
    lines += [chat.t("points-new-badge", badge=chat.t(f"badge-{one.value}")) for one in new_badges]
    ways = (
        Choice("lihat", chat.t("points-to-board"), opens=to.BOARD),
        Choice("lihat", chat.t("points-to-badges"), opens=to.BADGES),
        Choice("lihat", chat.t("reward-see"), opens=to.REWARDS),
        menu_door(chat),
    )
    return Stay(Message("\n".join(lines), ways, columns=2))


def _lines(chat: Chat[Nothing], mine: MyPoints) -> list[str]:
    lines = [
        chat.t(
            "points-title", points=mine.season_points, quarter=mine.season.quarter, year=str(mine.season.year)
        ),
        chat.t("points-season-end", at=mine.ends_at),
        chat.t("points-total", points=mine.total),
        chat.t("points-streak", months=mine.streak.months, freezes=mine.streak.freezes),
    ]
    if mine.entries:
        lines += ["", chat.t("points-latest")]
        lines += [
            chat.t("points-entry", at=one.at, points=one.points, cause=chat.t(cause_text(one.cause_key)))
            for one in mine.entries
        ]
    else:
        lines += ["", chat.t("points-none-yet")]
    return lines


def cause_text(cause_key: str) -> str:
    """The catalogue key of what an entry is for."""
    return f"points-cause-{cause_key.partition(':')[0]}"


CONVERSATION: Final = Conversation(
    "poin",
    show,
    commands=(Command("poin", roles=_ROLES, aliases=("points",), keeps_conversation=True),),
    entries=(Entry(to.POINTS, show, _ROLES),),
)
