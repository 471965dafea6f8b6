"""Files about a topic, made when the message that carries them is sent: the picture of its result, and the poster that calls to it."""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import FORUM_PICTURE, FORUM_POSTER
from feedbackbot.domain.forum.result import GROUP_NAMES, Certainty, Chosen, ForumResult
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.reports.forum.draw_result import draw_result
from feedbackbot.reports.forum.result_picture import AgreedLine, ResultPicture
from feedbackbot.reports.poster.poster import Door, Poster, PosterSize, PosterWords, posters_pdf
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.forum.topics import topic_by_id
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.open_topic import steered_topic
from feedbackbot.usecases.forum.read_topic import TopicView, topic_view
from feedbackbot.usecases.forum.voice import FORUM

_MOST_AGREED: Final = 4
_PDF: Final = "application/pdf"
Texts = Callable[..., str]


def result_picture(view: TopicView, language: str) -> Attachment | None:
    """Of a topic with a result; drawn and uploaded once per state of all that is drawn."""
    if view.result is None:
        return None
    drawn = repr((view.topic.question, view.at, sorted(view.words), language))
    return Attachment(
        FORUM_PICTURE,
        {"topic": view.topic.id, "language": language},
        name=f"forum-{view.topic.id}.png",
        cache_key=f"{FORUM_PICTURE}:{sha256(drawn.encode()).hexdigest()[:32]}",
    )


def topic_poster(tx: Transaction, person_id: int, topic_id: int, language: str, size: str) -> Attachment:
    """Raises FeedbackbotError for a topic that is not this person's, or a poster that would lead nowhere."""
    topic = steered_topic(tx, person_id, topic_id)
    if not (topic_page(tx, topic_id) or tx.links.all(topic_payload(topic_id))):
        raise FeedbackbotError("poster-no-name")
    args: dict[str, str | int | bool | None] = {"topic": topic.id, "language": language, "size": size}
    return Attachment(FORUM_POSTER, args, f"forum-{topic.id}-{size}.pdf")


def forum_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source; drawing and setting are done in the render process, reading before them."""

    async def picture(wanted: Attachment) -> MadeFile:
        view = await runtime.read(lambda tx: topic_view(tx, int(wanted.args["topic"] or 0)))
        t = partial(_plain_text, catalogue, str(wanted.args["language"]))
        return MadeFile(await render.render(draw_result, picture_of(view, t)), wanted.name, "image/png")

    async def poster(wanted: Attachment) -> MadeFile:
        language, number = str(wanted.args["language"]), int(wanted.args["topic"] or 0)
        words, page = await runtime.read(lambda tx: poster_of(tx, catalogue, number, language))
        crest = runtime.settings.city_crest
        size = PosterSize(str(wanted.args["size"]))
        made = await render.render(posters_pdf, words, size, [page], Path(crest) if crest else None)
        return MadeFile(made, wanted.name, _PDF)

    return {FORUM_PICTURE: picture, FORUM_POSTER: poster}


def _plain_text(catalogue: Catalogue, language: str, key: str, /, **values: Value) -> str:
    return plain(catalogue.text(language, key, **values))


def picture_of(view: TopicView, t: Texts) -> ResultPicture:
    """Raises LookupError for a topic without a result."""
    result = view.result
    if result is None:
        raise LookupError(f"topic {view.topic.id} has no result to draw")
    groups = result.groups if result.certainty is not Certainty.NONE else ()
    told = t(f"forum-web-groups-{result.certainty}", n=len(groups)) if groups else t("forum-no-groups")
    names = [
        t("forum-web-group-of", name=name, n=one.size) for name, one in zip(GROUP_NAMES, groups, strict=False)
    ]
    agreed = [one for one in result.consensus if one.statement in view.words][:_MOST_AGREED]
    return ResultPicture(
        view.topic.question,
        f"{t('forum-voters', n=view.voters)} {told}",
        tuple(result.points),
        tuple(names),
        t("forum-web-agreed"),
        tuple(_agreed(view, result, one, t) for one in agreed),
        t("forum-web-picture", n=result.grouped, groups=max(len(groups), 1)),
    )


def _agreed(view: TopicView, result: ForumResult, chosen: Chosen, t: Texts) -> AgreedLine:
    found = result.by_statement()[chosen.statement]
    counts = found.all - found.doubtful
    share, span = counts.share(chosen.side), counts.range_of(chosen.side)
    low, high = (span.low, span.high) if span else (0.0, 1.0)
    shown = {"share": whole_percent(share), "low": whole_percent(low), "high": whole_percent(high)}
    told = t(f"forum-share-{chosen.side}", **shown)
    return AgreedLine(view.words[chosen.statement], share, low, high, told)


def poster_of(
    tx: Transaction, catalogue: Catalogue, topic_id: int, language: str
) -> tuple[PosterWords, Poster]:
    """What it says, and the doors that it shows; the question is the headline. Raises LookupError for a topic that is gone."""
    topic = topic_by_id(tx, topic_id)
    if topic is None:
        raise LookupError("the topic of the poster is gone")
    t = partial(_plain_text, catalogue, language)
    steps = (t("poster-step-1"), t("forum-poster-step-2"), t("forum-poster-step-3"))
    words = PosterWords(language, tx.settings.city_government, topic.question, steps, t("poster-typed"))
    page, chats = topic_page(tx, topic_id), tx.links.all(topic_payload(topic_id))
    doors = [Door(t("poster-door-web"), page)] if page else []
    doors += [Door(channel_name(catalogue, language, name), link) for name, link in chats.items()]
    about = f"{t('forum-web-title')}: {topic.unit or t('forum-whole-city')}"
    until = t("forum-poster-until", until=topic.course.closed_at or topic.course.closes_at)
    return words, Poster(about, until, tuple(doors), page.partition("://")[2])


def topic_payload(topic_id: int) -> str:
    """What a link into a chat carries."""
    return f"{FORUM}_{topic_id}"


def topic_page(tx: Transaction, topic_id: int) -> str:
    """Its address on the web, "" where the city has none."""
    base = tx.settings.public_url.rstrip("/")
    return f"{base}/forum/{topic_id}" if base else ""
