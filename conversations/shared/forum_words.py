"""A topic of the forum in words: the question, where it stands, what was agreed on, what parts people, what the city answers."""

from collections.abc import Iterable, Iterator

from conversations import entry_points as to
from conversations.shared.doors import row_id
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.domain.forum.result import GROUP_NAMES, Certainty, Chosen, ForumResult, StatementResult
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.usecases.forum.moderate import Statement
from feedbackbot.usecases.forum.read_topic import Stage, Topic, TopicView

_AGREED, _PARTING = 4, 3


def topic_about(t: Translate, topic: Topic) -> str:
    return topic.unit or t("forum-whole-city")


def question_of(topic: Topic) -> str:
    return f"*{escape(topic.question)}*"


def topic_choice(place: int, topic: Topic, mark: str = "") -> Choice:
    label = f"{mark}{place}. {beginning(topic.question, 50)}"
    return Choice(f"t{topic.id}", label, short=f"{place}. {beginning(topic.question, 18)}")


def statement_choices(found: Iterable[Statement]) -> tuple[Choice, ...]:
    """To choose one of; `chosen_statement` reads which."""
    return tuple(
        Choice(f"p{one.id}", beginning(one.words, 60), short=f"{place}. {beginning(one.words, 18)}")
        for place, one in enumerate(found, 1)
    )


def chosen_statement(choice: str | None) -> int | None:
    """Its id."""
    return row_id((choice or "").removeprefix("p"))


def vote_door(t: Translate, topic_id: int) -> Choice:
    return Choice(str(topic_id), t("forum-to-vote"), opens=to.FORUM)


def topic_result_door(t: Translate, topic_id: int) -> Choice:
    return Choice(f"{topic_id}.hasil", t("forum-to-result"), opens=to.FORUM)


def write_door(t: Translate, topic_id: int) -> Choice:
    return Choice(f"{topic_id}.tulis", t("forum-to-write"), opens=to.FORUM)


def own_door(t: Translate, topic_id: int) -> Choice:
    return Choice(f"{topic_id}.milik", t("forum-to-own"), opens=to.FORUM)


def stage_line(t: Translate, view: TopicView) -> str:
    course = view.topic.course
    ends = course.closed_at or course.closes_at
    return t(f"forum-stage-{view.stage}", opens=course.opens_at, until=ends, due=course.due_on or ends)


def answer_lines(t: Translate, topic: Topic, stage: Stage) -> list[str]:
    """The official answer, and what became of it."""
    if not topic.answer or topic.course.due_on is None:
        return []
    lines = [t("forum-answer", unit=topic.answer_unit, due=topic.course.due_on) + "\n" + quoted(topic.answer)]
    if stage is Stage.KEPT:
        lines.append(t("forum-answer-kept", at=topic.course.kept_at or topic.course.due_on))
        lines.append(quoted(topic.kept_words))
    if stage is Stage.REOPENED:
        lines.append(t("forum-answer-passed"))
    return lines


def topic_text(t: Translate, view: TopicView, address: str = "") -> str:
    """All of it, short enough for a chat."""
    head = t("forum-about", unit=topic_about(t, view.topic))
    lines = [
        f"{head}\n{question_of(view.topic)}",
        f"{stage_line(t, view)} {t('forum-voters', n=view.voters)}",
    ]
    if view.result is None:
        lines.append(t("forum-too-few", least=view.least) if view.voters < view.least else t("forum-soon"))
    else:
        lines += list(_result_parts(t, view, view.result))
    lines += answer_lines(t, view.topic, view.stage)
    if address:
        lines.append(t("forum-page", address=address))
    return "\n\n".join(lines)


def _result_parts(t: Translate, view: TopicView, result: ForumResult) -> Iterator[str]:
    known = result.by_statement()
    agreed = [one for one in result.consensus if one.statement in view.words][:_AGREED]
    if agreed:
        lines = [_agreed_line(t, view, known[one.statement], one) for one in agreed]
        yield "\n".join([t("forum-agreed"), *lines])
    if result.certainty is Certainty.NONE:
        yield t("forum-no-groups")
    else:
        yield t(f"forum-groups-{result.certainty}", n=len(result.groups), sizes=_sizes(result))
        parting = [number for number in result.dividing if number in view.words][:_PARTING]
        if parting:
            lines = [_parting_line(t, view, known[number]) for number in parting]
            yield "\n".join([t("forum-parting"), *lines])
    if view.doubtful:
        yield t("forum-doubtful", n=view.doubtful)


def _sizes(result: ForumResult) -> str:
    return ", ".join(f"{name} {group.size}" for name, group in zip(GROUP_NAMES, result.groups, strict=False))


def _agreed_line(t: Translate, view: TopicView, one: StatementResult, chosen: Chosen) -> str:
    counts = one.all - one.doubtful
    span = counts.range_of(chosen.side)
    low, high = (span.low, span.high) if span else (0.0, 1.0)
    share = whole_percent(counts.share(chosen.side))
    line = t(f"forum-share-{chosen.side}", share=share, low=whole_percent(low), high=whole_percent(high))
    return f"• {escape(view.words[one.statement])}: {line}"


def _parting_line(t: Translate, view: TopicView, one: StatementResult) -> str:
    shares = ", ".join(
        f"{name} {whole_percent(counts.share('agree'))} %"
        for name, counts in zip(GROUP_NAMES, one.groups, strict=False)
    )
    return f"• {escape(view.words[one.statement])}: {t('forum-share-groups', shares=shares)}"
