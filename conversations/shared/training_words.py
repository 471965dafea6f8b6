"""How a training is told: what it is, when and where, and the messages about it that come by themselves."""

from collections.abc import Mapping
from urllib.parse import quote

from conversations import entry_points as to
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CALENDAR
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Translate
from feedbackbot.i18n import Markup
from feedbackbot.usecases.training.browsing import Session, Training

_MOST_SESSIONS = 6
_LONGEST_TITLE = 60


def summary(t: Translate, training: Training) -> str:
    """Everything one needs to decide, a line each."""
    lines = [t("training-title", title=training.title)]
    if training.institution:
        lines.append(t("training-institution", institution=training.institution))
    lines.append(
        t(
            "training-kind-and-mode",
            kind=Markup(t(f"training-kind-{training.kind.value}")),
            mode=Markup(t(f"training-mode-{training.mode.value}")),
            jp=training.jp,
        )
    )
    lines += session_lines(t, training)
    if training.element:
        lines.append(t("training-improves", element=Markup(t(f"element-{training.element}"))))
    return "\n".join(lines)


def in_short(t: Translate, training: Training, session_id: int | None = None) -> str:
    """Its title, when it (or that session) begins and where: a line each, as a text that knocks has fields."""
    title = (
        training.title
        if len(training.title) <= _LONGEST_TITLE
        else f"{training.title[: _LONGEST_TITLE - 1]}…"
    )
    if not training.sessions:
        return title
    first = next((one for one in training.sessions if one.id == session_id), training.sessions[0])
    return "\n".join(
        filter(None, (title, t("training-in-short-at", starts=first.starts_at), first.place or first.link))
    )


def session_lines(t: Translate, training: Training) -> list[str]:
    """When and where; a training without sessions is learnt at the own pace."""
    if not training.sessions:
        return [t("training-own-pace")]
    lines = [session_line(t, session) for session in training.sessions[:_MOST_SESSIONS]]
    if len(training.sessions) > _MOST_SESSIONS:
        lines.append(t("training-more-sessions", count=len(training.sessions) - _MOST_SESSIONS))
    return lines


def session_line(t: Translate, session: Session) -> str:
    when = t("training-session", starts=session.starts_at, ends=session.ends_at)
    where = session.place or session.link
    return t("training-session-where", when=Markup(when), where=where) if where else when


def calendar(training: Training, t: Translate) -> Attachment:
    """The calendar file of all sessions as they are now."""
    state = sum(session.sequence for session in training.sessions)
    cancelled = int(training.cancelled_at is not None)
    count = len(training.sessions)
    return Attachment(
        CALENDAR,
        {"training": training.id},
        name=t("training-calendar-file", id=training.id),
        cache_key=f"{CALENDAR}:{training.id}:{count}:{state}:{cancelled}",
    )


def ways_there(t: Translate, training: Training) -> tuple[Choice, ...]:
    """Links to the map or to the room of the next session."""
    for session in training.sessions:
        if session.link:
            return (Choice("tautan", t("training-open-link"), url=session.link),)
        if session.place:
            where = f"https://www.google.com/maps/search/?api=1&query={quote(session.place)}"
            return (Choice("peta", t("training-open-map"), url=where),)
    return ()


def answers(t: Translate, training_id: int, keys: Mapping[str, str]) -> tuple[Choice, ...]:
    """Buttons of an invitation: key of the answer → key of its text."""
    return tuple(Choice(f"{training_id}.{key}", t(text), opens=to.INVITATION) for key, text in keys.items())


INVITATION_ANSWERS = {"ya": "invite-yes", "tidak": "invite-no", "nanti": "invite-later"}
WHY = "kenapa"
OFFER_ANSWERS = {"ya": "offer-yes", "tidak": "offer-no"}


def details_door(t: Translate, training_id: int) -> Choice:
    return Choice(str(training_id), t("training-details"), opens=to.TRAINING)


def invitation_message(t: Translate, training: Training, why: str = "") -> Message:
    """All one needs to decide, and the three answers. `why` is a sentence that is markup already."""
    lines = [
        t("invite-head"),
        "",
        *([t("why-short", why=Markup(why)), ""] if why else ()),
        summary(t, training),
    ]
    if training.seats is not None:
        lines.append(t("training-seats", seats=training.seats))
    if training.answer_by is not None:
        lines += ["", t("invite-until", at=training.answer_by)]
    return Message("\n".join(lines), answers(t, training.id, INVITATION_ANSWERS))


def consent_question(t: Translate, training: Training, enrolment_id: int, name: str) -> Message:
    """To the head of unit: whether the employee may go."""
    choices = (
        Choice(f"{enrolment_id}.ya", t("consent-agree-staff"), opens=to.HEADS_CONSENT),
        Choice(f"{enrolment_id}.tidak", t("consent-refuse-staff"), opens=to.HEADS_CONSENT),
    )
    return Message(f"{t('consent-ask', name=name)}\n\n{summary(t, training)}", choices)
