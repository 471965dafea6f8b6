"""The progress card and the summary, in words: the same text in the admin's chat whoever writes it."""

from collections.abc import Mapping

from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.statistics.percent import whole_percent
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage
from feedbackbot.usecases.broadcast.content import title_of
from feedbackbot.usecases.broadcast.entry_points import MANAGE
from feedbackbot.usecases.broadcast.progress import Progress

_BAR = 10


def card(progress: Progress, t: Translate) -> Message:
    """While it runs: bar, counts, rate, time left, and what can be done. Afterwards the summary."""
    broadcast = progress.broadcast
    if progress.over:
        return _summary(progress, t)
    stage = broadcast.stage
    lines = [
        t("broadcast-card-title", id=broadcast.id, title=title_of(broadcast)),
        f"{_bar(progress)} {t('broadcast-card-share', share=_share(progress))}",
        t("broadcast-card-counts", sent=progress.sent, failed=progress.failed, left=progress.left),
    ]
    lines += _told(progress, t)
    if stage is Stage.PAUSED:
        lines.append(t("broadcast-card-paused"))
    elif stage is Stage.CANCELLED:
        lines.append(t("broadcast-card-cancelling"))
    elif progress.seconds_left is not None:
        lines.append(
            t("broadcast-card-rate", rate=round(progress.rate, 1), left=duration(progress.seconds_left, t))
        )
    if progress.held_back:
        lines.append(t("broadcast-card-held-back", count=progress.held_back))
    if progress.unsure:
        lines.append(t("broadcast-card-unsure", count=progress.unsure))
    acts = {Stage.RUNNING: ("jeda", "batal"), Stage.PAUSED: ("lanjut", "batal")}.get(stage, ())
    return Message("\n".join(lines), tuple(_act(broadcast, act, t) for act in acts), columns=2)


def _told(progress: Progress, t: Translate) -> list[str]:
    """Only some chat services tell what became of a message after they had accepted it."""
    if not progress.delivered:
        return []
    return [t("broadcast-card-told", delivered=progress.delivered, read=progress.read)]


def _summary(progress: Progress, t: Translate) -> Message:
    broadcast = progress.broadcast
    cancelled = broadcast.stage is Stage.CANCELLED
    lines = [
        t("broadcast-card-title", id=broadcast.id, title=title_of(broadcast)),
        t(
            "broadcast-summary-cancelled" if cancelled else "broadcast-summary-done",
            sent=progress.sent,
            total=progress.total,
        ),
    ]
    lines += _told(progress, t)
    left_out = {reason: count for reason, count in broadcast.left_out.items() if count}
    for heading, reasons in (
        ("broadcast-summary-failed", progress.failures),
        ("broadcast-summary-dropped", progress.drops),
        ("broadcast-summary-left-out", left_out),
    ):
        if reasons:
            lines += ["", t(heading, count=sum(reasons.values())), *reason_lines(reasons, t)]
    if progress.unsure:
        lines += ["", t("broadcast-summary-unsure", count=progress.unsure)]
    if progress.repeated:
        lines += ["", t("broadcast-summary-repeated", count=progress.repeated)]
    if broadcast.buttons:
        lines += [
            "",
            t("broadcast-summary-answers", count=sum(progress.answers.values())),
            *_answers(progress),
        ]
    acts = ["berkas", *(["ingatkan"] if broadcast.buttons and not cancelled else [])]
    return Message("\n".join(lines), tuple(_act(broadcast, act, t) for act in acts))


def reason_lines(reasons: Mapping[str, int], t: Translate) -> list[str]:
    """One line a reason, in words; reasons that read the same are added up."""
    words: dict[str, int] = {}
    for reason, count in reasons.items():
        said = reason_in_words(reason, t)
        words[said] = words.get(said, 0) + count
    return [t("broadcast-reason-line", count=count, reason=Markup(said)) for said, count in words.items()]


_REASONS = {
    "blocked": "blocked", "deactivated": "deactivated", "never-started": "never-started", "chat-not-found": "chat-not-found",
    "gone-before": "gone", "gone": "gone", "no-address": "no-address", "not-linked": "not-linked", "opted-out": "opted-out",
    "weekly-cap": "weekly-cap", "expired": "expired", "quiet-hours": "hours", "day-off": "hours", "cancelled": "cancelled",
    "gave-up": "gave-up", "process-died": "unsure", "": "other",
}  # fmt: skip


def reason_in_words(reason: str, t: Translate) -> str:
    """A reason's short code as a person reads it."""
    known = _REASONS.get(reason.partition(":")[0])
    return t(f"broadcast-reason-{known}") if known else t("broadcast-reason-coded", code=reason[:60])


def _answers(progress: Progress) -> list[str]:
    return [
        f"• {escape(button[BASE_LANGUAGE])}: {progress.answers.get(place, 0)}"
        for place, button in enumerate(progress.broadcast.buttons, 1)
    ]


def duration(seconds: float, t: Translate) -> str:
    """Rounded as people speak of it."""
    if seconds < 90:
        return t("duration-seconds", count=max(1, round(seconds)))
    if seconds < 5400:
        return t("duration-minutes", count=round(seconds / 60))
    return t("duration-hours", count=round(seconds / 3600))


def in_language(catalogue: Catalogue, language: str) -> Translate:
    def translate(key: str, /, **values: Value) -> str:
        return catalogue.text(language, key, **values)

    return translate


def _share(progress: Progress) -> int:
    """Whole percent; 100 only when nothing is left."""
    return whole_percent(progress.total - progress.left, progress.total)


def _bar(progress: Progress) -> str:
    full = _share(progress) * _BAR // 100
    return "▓" * full + "░" * (_BAR - full)


def _act(broadcast: Broadcast, act: str, t: Translate) -> Choice:
    return Choice(f"{broadcast.id}.{act}", t(f"broadcast-act-{act}"), opens=MANAGE)
