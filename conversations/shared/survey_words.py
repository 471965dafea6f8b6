"""What is said of surveys beside the SKM: doors to answer them, and their figures for heads and admins."""

from typing import Any

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.survey.instrument import Instrument, Words
from feedbackbot.domain.survey.period import SurveyPeriod
from feedbackbot.usecases.survey.instruments import instruments_of, survey_result


async def other_surveys(chat: Chat[Any], unit_id: int) -> tuple[Choice, ...]:
    """One door each, for whoever has just rated the unit."""
    found = await chat.run(instruments_of, unit_id)
    return tuple(
        Choice(f"{unit_id}.{one.id}", _in_words(chat, one.name), short=one.id.upper(), opens=to.ANSWER_SURVEY)
        for one in found
    )


async def survey_lines(chat: Chat[Any], unit_id: int, period: SurveyPeriod) -> list[str]:
    """Of each survey that the unit asks: its index and elements, never on fewer people than its file says."""
    return [await _of_one(chat, unit_id, one, period) for one in await chat.run(instruments_of, unit_id)]


async def _of_one(chat: Chat[Any], unit_id: int, one: Instrument, period: SurveyPeriod) -> str:
    found = await chat.run(survey_result, unit_id, one, period)
    name = f"*{escape(_in_words(chat, one.name))}*"
    if found.index is None:
        return f"{name}\n{chat.t('survey-too-few', n=found.n, least=one.least)}"
    band = found.index.band
    head = chat.t(
        "report-survey",
        index=one.index_name,
        value=found.index.of_hundred,
        letter=band.letter,
        grade=_in_words(chat, band.word),
        n=found.n,
    )
    elements = [
        chat.t(
            "report-survey-element", name=_in_words(chat, element.name), mean=found.index.mean(element.key)
        )
        for element in one.elements
    ]
    return "\n".join([name, head, *elements])


def _in_words(chat: Chat[Any], text: Words) -> str:
    return text.get(chat.contact.language) or text["id"]
