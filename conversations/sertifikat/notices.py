"""What is told of certificates from elsewhere: to the admins that one has come, to the employee what became of it."""

from datetime import date
from typing import Final

from conversations import entry_points as to
from conversations.shared.writing import file_message
from feedbackbot.dialogue.entry_point import COMMAND
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.training.notices import ExternalDecided, ExternalSent
from feedbackbot.usecases.training.external import (
    External,
    ExternalState,
    external_now,
    external_to_decide,
)


def days_words(t: Translate, first: date | None, last: date) -> str:
    return t("external-days", first=first, last=last) if first else t("external-one-day", last=last)


def question(t: Translate, one: External, name: str, unit: str) -> Message:
    """To an admin: the certificate itself, what was said of it, and two buttons."""
    sent = one.sent
    text = t(
        "external-asked",
        name=name,
        unit=unit,
        title=sent.title,
        organiser=sent.organiser,
        days=days_words(t, sent.first_day, sent.day),
        jp=sent.jp,
        number=sent.number or "–",
    )
    file = file_message(sent.file_kind, sent.ref, sent.file_name, text)
    choices = tuple(
        Choice(f"{one.id}.{act}", t(f"external-do-{act}"), opens=to.EXTERNAL, tone=tone)
        for act, tone in (("terima", Tone.CONFIRM), ("tolak", Tone.DANGER))
    )
    return Message(text, choices, picture=file.picture, document=file.document)


def say_sent(tx: Transaction, t: Translate, notice: ExternalSent) -> Message | None:
    """Nothing once another admin has decided."""
    pair = external_to_decide(tx, notice.external)
    if pair is None:
        return None
    return question(t, pair[0], pair[1].full_name, pair[1].unit or "–")


def say_decided(tx: Transaction, t: Translate, notice: ExternalDecided) -> Message | None:
    found = external_now(tx, notice.external)
    if found is None:
        return None
    door = (Choice("buka", t("to-jp"), opens=to.CREDITS),)
    if found.state is ExternalState.BOOKED:
        return Message(t("external-was-booked", title=found.sent.title, jp=found.sent.jp), door)
    again = Choice("sertifikat", t("external-send-again"), opens=COMMAND)
    return Message(
        t("external-was-refused", title=found.sent.title, reason=found.reason or "–"), (again, *door)
    )


EXTERNAL_NOTICES: Final = (Say(ExternalSent, say_sent), Say(ExternalDecided, say_decided))
