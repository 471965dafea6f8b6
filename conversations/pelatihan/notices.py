"""What is told about trainings unasked: invitations, seats, reminders, changes. Facts are those of the moment of sending."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.training_words import (
    INVITATION_ANSWERS,
    OFFER_ANSWERS,
    answers,
    calendar,
    consent_question,
    details_door,
    in_short,
    invitation_message,
    session_line,
    session_lines,
    summary,
    ways_there,
)
from conversations.shared.why_words import why_words
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.training.catalogue import Mode
from feedbackbot.domain.training.notices import (
    ConsentAsked,
    ConsentDecided,
    EarlyReminder,
    Invited,
    LessonReminder,
    OfferEnded,
    SeatOffered,
    SessionDayReminder,
    TrainingCancelled,
    TrainingCompleted,
    TrainingMoved,
    TrainingReminder,
)
from feedbackbot.domain.training.reminders import Rung
from feedbackbot.i18n import Markup
from feedbackbot.usecases.improvement.why_invited import why_invited
from feedbackbot.usecases.training.browsing import Session, Training, session_by_id, training_by_id

Words = Callable[[Transaction, Translate, Training, Any], Message | None]
_SOON: Final = timedelta(minutes=50)
_AN_HOUR: Final = timedelta(minutes=70)


def _about(say: Words) -> Callable[[Transaction, Translate, Any], Message | None]:
    """With the training as it is now; nothing about one that is gone."""

    def words(tx: Transaction, t: Translate, notice: Any) -> Message | None:
        training = training_by_id(tx, notice.training)
        message = say(tx, t, training, notice) if training is not None else None
        if message is None or training is None:
            return None
        return replace(message, about=in_short(t, training, getattr(notice, "session", None)))

    return words


def _while_planned(say: Words) -> Callable[[Transaction, Translate, Any], Message | None]:
    """Nothing about one that was called off meanwhile: that is told by itself."""

    def words(tx: Transaction, t: Translate, training: Training, notice: Any) -> Message | None:
        return say(tx, t, training, notice) if training.cancelled_at is None else None

    return _about(words)


def _invitation(tx: Transaction, t: Translate, training: Training, notice: Invited) -> Message | None:
    if not training.is_open(tx.now):
        return None
    return invitation_message(t, training, why_words(t, why_invited(tx, notice.employee, training)))


def _offer(tx: Transaction, t: Translate, training: Training, notice: SeatOffered) -> Message | None:
    if notice.until <= tx.now:
        return None
    text = t("seat-offered", until=notice.until)
    return Message(f"{text}\n\n{summary(t, training)}", answers(t, training.id, OFFER_ANSWERS))


def _offer_ended(_: Transaction, t: Translate, training: Training, notice: OfferEnded) -> Message:
    return _plain(t, training, f"offer-ended-{notice.why}")


def _consent_decided(_: Transaction, t: Translate, training: Training, notice: ConsentDecided) -> Message:
    return _plain(t, training, f"consent-decided-{notice.decision}")


def _plain(t: Translate, training: Training, key: str) -> Message:
    """A short word about a training, with the way to its details."""
    return Message(t(key, title=training.title), (details_door(t, training.id),))


def _reminder(tx: Transaction, t: Translate, training: Training, notice: TrainingReminder) -> Message | None:
    """One rung of the ladder, each with the one thing that can be done now."""
    rung = Rung(notice.rung)
    if notice.session is None:
        text = f"{t('remind-no-answer')}\n\n{summary(t, training)}"
        return Message(text, answers(t, training.id, INVITATION_ANSWERS))
    session = session_by_id(tx, notice.session)
    if session is None or session.cancelled:
        return None
    when = Markup(session_line(t, session))
    if rung is Rung.MISSED:
        text = t("remind-missed", title=training.title, session=when)
        return Message(text, (details_door(t, training.id),))
    return _before(tx.now, t, training, session, rung) if session.starts_at > tx.now else None


def _before(now: datetime, t: Translate, training: Training, session: Session, rung: Rung) -> Message:
    distance, when = distance_to(t, now, session.starts_at), Markup(session_line(t, session))
    key = "remind-hour" if rung is Rung.HOUR_BEFORE else "remind-session"
    text = t(key, title=training.title, session=when, distance=distance)
    if rung is Rung.HOUR_BEFORE:
        return Message(text, (Choice("baru", t("attend-button"), opens=to.ATTEND), *ways_there(t, training)))
    give_back = Choice(f"{training.id}.batal", t("seat-give-back"), opens=to.INVITATION)
    attached = calendar(training, t) if rung is Rung.WEEK_BEFORE else None
    return Message(text, (details_door(t, training.id), give_back), document=attached)


def distance_to(t: Translate, now: datetime, moment: datetime) -> str:
    """How far it is, as one would say it: minutes, an hour, today, tomorrow, days, a week."""
    left = moment - now
    if left < _SOON:
        return t("distance-minutes", minutes=max(1, round(left / timedelta(minutes=1))))
    if left < _AN_HOUR:
        return t("distance-hour")
    days = (city_day(moment) - city_day(now)).days
    named = {0: "distance-today", 1: "distance-tomorrow", 7: "distance-week"}
    return t(named[days]) if days in named else t("distance-days", days=days)


def _lesson(_: Transaction, t: Translate, training: Training, notice: LessonReminder) -> Message:
    choices = (
        Choice(str(training.id), t("learn-go-on"), opens=to.LEARN),
        Choice(f"{training.id}.jeda", t("learn-daily-off"), opens=to.LEARN),
    )
    return Message(t("learn-daily-reminder", title=training.title, lesson=notice.lesson), choices)


def _moved(_: Transaction, t: Translate, training: Training, __: TrainingMoved) -> Message:
    give_back = Choice(f"{training.id}.batal", t("seat-give-back"), opens=to.INVITATION)
    lines = [t("training-moved", title=training.title), *session_lines(t, training)]
    return Message("\n".join(lines), (give_back,), document=calendar(training, t))


def _cancelled(_: Transaction, t: Translate, training: Training, __: TrainingCancelled) -> Message:
    attached = calendar(training, t) if training.mode is not Mode.SELF_PACED else None
    more = Choice("buka", t("training-others"), opens=to.TRAINING)
    return Message(t("training-cancelled", title=training.title), (more,), document=attached)


def _completed(_: Transaction, t: Translate, training: Training, notice: TrainingCompleted) -> Message:
    choices = (
        Choice(str(training.id), t("certificate-button"), opens=to.CERTIFICATE),
        Choice(str(notice.enrolment), t("evaluate-button"), opens=to.EVALUATE),
    )
    return Message(t("training-completed", title=training.title, jp=training.jp), choices)


def _consent_asked(_: Transaction, t: Translate, training: Training, notice: ConsentAsked) -> Message:
    return consent_question(t, training, notice.enrolment, notice.employee)


NOTICES: Final = (
    Say(Invited, _while_planned(_invitation)),
    Say(SeatOffered, _while_planned(_offer)),
    Say(OfferEnded, _while_planned(_offer_ended)),
    Say(TrainingReminder, _while_planned(_reminder)),
    Say(EarlyReminder, _while_planned(_reminder)),
    Say(SessionDayReminder, _while_planned(_reminder)),
    Say(LessonReminder, _while_planned(_lesson)),
    Say(TrainingMoved, _while_planned(_moved)),
    Say(TrainingCancelled, _about(_cancelled)),
    Say(TrainingCompleted, _about(_completed)),
    Say(ConsentAsked, _while_planned(_consent_asked)),
    Say(ConsentDecided, _about(_consent_decided)),
)
