"""What everybody finds at home: rate, report, results, and how the own reports stand."""

from typing import Any, Final

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.message import Choice
from feedbackbot.usecases.cases.read_cases import cases_of_person
from feedbackbot.usecases.forum.take_part import topics_for

# what it opens, the argument, the catalogue key of the label
ENTRIES: Final[tuple[tuple[EntryPoint, str, str], ...]] = (
    (to.RATE, "baru", "menu-rate"),
    (to.REPORT_CASE, "baru", "menu-report"),
    (to.RESULT, "cari", "menu-results"),
    (to.LANGUAGE, "pilih", "menu-language"),
    (to.PRIVACY, "baca", "menu-privacy"),
)
_MOST_OWN: Final = 3


async def citizen_choices(chat: Chat[Any]) -> tuple[Choice, ...]:
    choices = [Choice(argument, chat.t(label), opens=point) for point, argument, label in ENTRIES]
    open_topics, _ = await chat.run(topics_for, chat.contact.person_id)
    if open_topics:
        choices.insert(3, Choice("daftar", chat.t("menu-forum"), opens=to.FORUM))
    if await chat.run(cases_of_person, chat.contact.person_id, 1):
        choices.insert(2, Choice("daftar", chat.t("case-mine"), opens=to.TICKET))
    return tuple(choices)


async def own_cases(chat: Chat[Any]) -> list[str]:
    """How the newest open ones stand, a line each."""
    rows = await chat.run(cases_of_person, chat.contact.person_id)
    going_on = [row for row in rows if row.case.state.is_open][:_MOST_OWN]
    lines = [
        chat.t("home-own-case", number=row.number, state=chat.t(f"case-state-{row.case.state}"))
        for row in going_on
    ]
    return ["", chat.t("home-own-cases"), *lines] if lines else []
