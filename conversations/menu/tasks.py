"""What waits for somebody, in words, and where it is done."""

from collections.abc import Callable, Sequence
from typing import Final

from conversations import entry_points as to
from feedbackbot.dialogue.entry_point import COMMAND, EntryPoint
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.home.homes import Task
from feedbackbot.usecases.cases.read_cases import Pile
from feedbackbot.usecases.home.todays_tasks import Waiting

_Door = tuple[EntryPoint, str]
_LIST: Final = "daftar"


def _always(point: EntryPoint, argument: str) -> Callable[[Waiting], _Door]:
    return lambda waiting: (point, argument)


def _first(point: EntryPoint, act: str = "") -> Callable[[Waiting], _Door]:
    return lambda waiting: (point, f"{waiting.ids[0]}{act}")


def _the_one(point: EntryPoint, act: str = "", several: _Door | None = None) -> Callable[[Waiting], _Door]:
    """It itself where it is the only one, else the list of them."""
    instead = several or (point, _LIST)
    return lambda waiting: (point, f"{waiting.ids[0]}{act}") if len(waiting.ids) == 1 else instead


_DOORS: Final[dict[Task, Callable[[Waiting], _Door]]] = {
    Task.CASES_OVERDUE: _always(to.DESK, Pile.OVERDUE.value),
    Task.CASES_TODAY: _always(to.DESK, Pile.TODAY.value),
    Task.CASES_NEW: _always(to.DESK, Pile.NEW.value),
    Task.LOW_SCORES: _the_one(to.LOW_SCORE),
    Task.TIPS: _the_one(to.TIPS),
    Task.STATEMENTS: _always(to.STEER_FORUM, "periksa"),
    Task.CONSENTS: _always(to.HEADS_CONSENT, _LIST),
    Task.APPROVALS: _the_one(to.MANAGE_BROADCAST, ".lihat"),
    Task.BROADCASTS_OVERDUE: _the_one(to.MANAGE_BROADCAST, ".lihat"),
    Task.IMPORTS: _first(to.IMPORT, ".lihat"),
    Task.CLAIMS: _always(to.REWARDS, _LIST),
    Task.EXTERNALS: _always(to.EXTERNAL, _LIST),
    Task.SESSIONS: _the_one(to.ATTENDANCE_CODE, ".daftar", (COMMAND, "hadir")),
    Task.INVITATIONS: _the_one(to.TRAINING, several=(COMMAND, "pelatihan")),
    Task.COURSES: _the_one(to.LEARN, several=(COMMAND, "belajar")),
    Task.DRAFTS: lambda waiting: (to.WRITE_BROADCAST, f"lanjut.{waiting.ids[0]}"),
    Task.QUESTIONS: _the_one(to.TICKET),
    Task.RATING: _first(to.RESUME_RATING),
}


def task_lines(t: Translate, waiting: Sequence[Waiting]) -> list[str]:
    return [t(f"task-{one.task}", n=one.count, name=one.name) for one in waiting]


def task_choices(t: Translate, waiting: Sequence[Waiting]) -> tuple[Choice, ...]:
    found = []
    for one in waiting:
        point, argument = _DOORS[one.task](one)
        found.append(Choice(argument, t(f"task-do-{one.task}", n=one.count, name=one.name), opens=point))
    return tuple(found)
