"""The loop as heads and the mayor see it: opened, trained, changed."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.file_sources import CHART
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.improvement.notices import ImprovementMeasured, ImprovementOpened
from feedbackbot.reports.drawing.chart_json import chart_to_json
from feedbackbot.reports.improvement.effect_chart import effect_chart, effect_lines
from feedbackbot.usecases.improvement.train_staff import (
    CaseView,
    Improvement,
    improvement_by_id,
    invite_staff,
    loop_view,
    loops_to_see,
)
from feedbackbot.usecases.reports.read_reports import READERS
from feedbackbot.usecases.units.find_unit import unit_by_id


async def show_all(chat: Chat[Nothing], argument: str) -> Transition:
    """All loops that the person may see."""
    found = await chat.run(loops_to_see, chat.contact.person_id)
    if not found:
        return Stay(Message(chat.t("loop-none"), (menu_door(chat),)))
    lines, choices = [chat.t("loop-title")], []
    for case, unit in found:
        element = chat.t(f"element-{case.element}")
        state = case.verdict or _stage(case)
        lines.append(
            chat.t("loop-line", unit=unit.short_name, element=element, state=chat.t(f"loop-state-{state}"))
        )
        choices.append(Choice(str(case.id), f"{unit.short_name}: {element}", opens=to.IMPROVEMENT))
    return Stay(Message("\n".join(lines), (*choices[:7], menu_door(chat))))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<case id>`, or `<case id>.<training id>` to invite the staff."""
    case_part, _, training_part = argument.partition(".")
    case_id = row_id(case_part)
    if case_id is None:
        return await show_all(chat, argument)
    training_id = row_id(training_part)
    if training_id is not None:
        invited = await chat.run(invite_staff, chat.contact.person_id, case_id, training_id)
        chat.say(chat.t("loop-invited", n=invited))
    return Stay(await _case(chat, await chat.run(loop_view, chat.contact.person_id, case_id)))


async def _case(chat: Chat[Any], view: CaseView) -> Message:
    case = view.case
    lines = [
        chat.t("loop-case", unit=view.unit.name, element=chat.t(f"element-{case.element}")),
        chat.t(f"loop-reason-{case.reason}", mean=round(case.mean, 2), n=case.n),
    ]
    if case.measure is not None:
        lines.append(
            chat.t(
                "loop-training",
                title=case.measure,
                invited=view.invited,
                seated=view.seated,
                completed=view.completed,
            )
        )
    if case.verdict is not None:
        lines += [chat.t(f"loop-verdict-{case.verdict}"), *effect_lines(chat.t, case)]
    choices: list[Choice] = []
    if case.closed_at is None and case.training_id is None:
        lines.append(chat.t("loop-staff", n=view.staff))
        lines += [] if view.trainings else [chat.t("loop-no-training")]
        choices += [
            Choice(f"{case.id}.{one.id}", chat.t("loop-invite", title=one.title[:30]), opens=to.IMPROVEMENT)
            for one in view.trainings
        ]
    if case.closed_at is None:
        choices.append(Choice(str(case.id), chat.t("forum-ask-citizens"), opens=to.NEW_FORUM))
    comments = Choice(f"{view.unit.id}..words", chat.t("report-to-comments"), opens=to.REPORTS)
    every = Choice("semua", chat.t("loop-all"), opens=to.IMPROVEMENT)
    chart = effect_chart(chat.t, case, view.unit.name)
    picture = (
        Attachment(CHART, {"chart": chart_to_json(chart)}, name=f"perbaikan-{case.id}.png") if chart else None
    )
    return Message("\n\n".join(lines), (*choices, comments, every, menu_door(chat)), picture=picture)


def _stage(case: Improvement) -> str:
    if case.started_on is not None:
        return "trained"
    return "invited" if case.training_id is not None else "opened"


def say_opened(tx: Transaction, t: Translate, notice: ImprovementOpened) -> Message | None:
    case = improvement_by_id(tx, notice.improvement)
    unit = unit_by_id(tx, case.unit_id) if case else None
    if case is None or unit is None:
        return None
    element = t(f"element-{case.element}")
    text = t("loop-opened", unit=unit.short_name, element=element, mean=round(case.mean, 2), n=case.n)
    return Message(text, (_see(t, case),))


def say_measured(tx: Transaction, t: Translate, notice: ImprovementMeasured) -> Message | None:
    case = improvement_by_id(tx, notice.improvement)
    if case is None or case.verdict is None:
        return None
    verdict = t(f"loop-verdict-{case.verdict}")
    return Message(
        t("loop-measured", element=t(f"element-{case.element}"), verdict=verdict), (_see(t, case),)
    )


def _see(t: Translate, case: Improvement) -> Choice:
    return Choice(str(case.id), t("loop-see"), opens=to.IMPROVEMENT)


CONVERSATION: Final = Conversation(
    "perbaikan",
    show_all,
    commands=(Command("perbaikan", roles=READERS, aliases=("improvements",), keeps_conversation=True),),
    entries=(Entry(to.IMPROVEMENT, enter, READERS),),
    notices=(Say(ImprovementOpened, say_opened), Say(ImprovementMeasured, say_measured)),
)
