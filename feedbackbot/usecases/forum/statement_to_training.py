"""A statement that citizens agree on becomes the subject of trainings: it opens an improvement case on an element of the survey."""

from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.improvement.notices import ImprovementOpened
from feedbackbot.domain.improvement.opening import OpeningReason
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.statements import Statement, shown_statements
from feedbackbot.storage.forum.topics import Topic
from feedbackbot.storage.improvement.improvements import open_case
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.survey.daily_totals import totals_by_unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.open_topic import steered_topic
from feedbackbot.usecases.forum.read_topic import topic_view
from feedbackbot.usecases.improvement.open_cases import measure_of
from feedbackbot.usecases.reports.read_reports import today


def agreed_statements(tx: Transaction, person_id: int, topic_id: int) -> list[Statement]:
    """Those on which all groups agree. Raises FeedbackbotError for a topic that is not this person's."""
    topic = steered_topic(tx, person_id, topic_id)
    result = topic_view(tx, topic.id).result
    agreed = {one.statement for one in result.consensus if one.side == "agree"} if result else set()
    return [one for one in shown_statements(tx, topic_id) if one.id in agreed]


def open_from_statement(
    tx: Transaction, person_id: int, topic_id: int, statement_id: int, element: str
) -> int:
    """The improvement case. Raises FeedbackbotError where one of this element is under way, or too few have rated to measure a change."""
    topic = steered_topic(tx, person_id, topic_id)
    found = next((one for one in agreed_statements(tx, person_id, topic_id) if one.id == statement_id), None)
    if topic.unit_id is None or found is None or element not in ELEMENT_KEYS:
        raise FeedbackbotError("forum-statement-gone")
    made = _open(tx, topic, topic.unit_id, element)
    after = {"statement": statement_id, "element": element}
    record(tx, person_id, "forum-improvement", f"improvement:{made}", after=after)
    return made


def _open(tx: Transaction, topic: Topic, unit_id: int, element: str) -> int:
    last, days = today(tx), tx.settings.loop_window_days
    window = totals_by_unit(
        tx, last - timedelta(days=days - 1), last, with_flagged=tx.settings.survey_count_flagged
    )
    measure = measure_of(window.get(unit_id), element)
    if measure is None:
        raise FeedbackbotError("forum-too-few-ratings")
    values = {"unit_id": unit_id, "element": element, "reason": OpeningReason.FORUM.value}
    made = open_case(tx, {**values, "mean": measure.mean, "n": window[unit_id].n})
    if made is None:
        raise FeedbackbotError("forum-case-under-way")
    for head in holders(tx, Role.HEAD, unit_id):
        tell(tx, head, ImprovementOpened(made), once_key=f"loop:{made}:{head}")
    return made
