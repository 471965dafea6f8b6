"""The result of a unit, for everybody."""

import json
from hashlib import sha256
from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, rate_door, row_id
from conversations.shared.ranges import range_line
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Command, Conversation, Done, Entry, Next, Transition
from feedbackbot.dialogue.file_sources import UNIT_CHART
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.survey.index import Index
from feedbackbot.usecases.cases.follow_ups import follow_ups_of
from feedbackbot.usecases.survey.show_result import Result, chart_args, present_result
from feedbackbot.usecases.units.find_unit import UnitRow, unit_by_id


async def start(chat: Chat[UnitChoice], argument: str) -> Transition:
    """`argument`: nothing, `#` and a unit's id, or words to look for."""
    unit = await chat.run(unit_by_id, row_id(argument[1:]) or 0) if argument.startswith("#") else None
    if unit is not None:
        return Done(await _shown(chat, unit))
    return await _UNITS.look_for(chat, argument) if argument.strip("#0123456789") else Next(SEARCH)


async def enter(chat: Chat[UnitChoice], argument: str) -> Transition:
    """With a unit's id its result is shown beside what is under way; else one is chosen."""
    unit = await chat.run(unit_by_id, row_id(argument) or 0)
    if unit is None:
        return Next(SEARCH)
    chat.say(await _shown(chat, unit))
    return Again()


async def _chosen(chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
    return Done(await _shown(chat, unit))


async def _shown(chat: Chat[UnitChoice], unit: UnitRow) -> Message:
    result = await chat.run(present_result, unit.id)
    doors = (
        rate_door(chat, unit.id),
        Choice("cari", chat.t("result-another"), opens=to.RESULT),
        menu_door(chat),
    )
    if result.index is None:
        few = chat.t("result-too-few", n=result.n, wanted=result.wanted)
        return Message(f"{chat.t('result-title', unit=unit.name)}\n\n{few}", doors)
    words = "\n\n".join([_words(chat, unit, result, result.index), *await _done_since(chat, unit.id)])
    return Message(words, doors, picture=_chart(chat, unit, result))


async def _done_since(chat: Chat[UnitChoice], unit_id: int) -> list[str]:
    """What the unit did about what it was told."""
    return [
        chat.t("follow-up-with-result", element=chat.t(f"element-{one.element}"), at=one.at, words=one.words)
        for one in await chat.run(follow_ups_of, unit_id)
    ]


def _words(chat: Chat[UnitChoice], unit: UnitRow, result: Result, index: Index) -> str:
    lines = [
        chat.t("result-title", unit=unit.name),
        "",
        chat.t(
            "result-index",
            ikm=index.ikm,
            grade=chat.t(f"grade-{index.grade.value.lower()}"),
            letter=index.grade.value,
        ),
        chat.t("result-n", n=result.n, first=result.first, last=result.last),
    ]
    lines.append(range_line(chat, result.interval, result.n))
    if len(set(index.nrr.values())) > 1:
        lowest = index.nrr_rounded[index.weakest.key]
        lines.append(chat.t("result-weakest", element=chat.t(f"element-{index.weakest.key}"), nrr=lowest))
    return "\n".join(lines)


def _chart(chat: Chat[UnitChoice], unit: UnitRow, result: Result) -> Attachment:
    """Drawn and uploaded once per state of all that is drawn: figures, intervals, weight, order, words."""
    args = chart_args(chat.tx.settings, unit.name, chat.contact.language, result)
    drawn = json.dumps(args, sort_keys=True, default=str)
    key = sha256(f"{chat.contact.language}:{drawn}".encode()).hexdigest()[:32]
    return Attachment(UNIT_CHART, args, name=f"{unit.code}.png", cache_key=f"{UNIT_CHART}:{key}")


_UNITS: Final = UnitSteps("result-which-unit", _chosen, with_services=False)

CONVERSATION: Final = Conversation(
    "hasil",
    start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("hasil", aliases=("results",)),),
    entries=(Entry(to.RESULT, enter, by_link=enter),),
)
