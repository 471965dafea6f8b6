"""What admins are told of broadcasts unasked: to decide, what was decided, what became of a list, and how it will look."""

from dataclasses import replace
from typing import Final

from conversations import entry_points as to
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.dialogue.notices import Say, ToReader, Transaction, Translate
from feedbackbot.domain.broadcast.notices import (
    ApprovalAsked,
    ApprovalDecided,
    ListRead,
    OverdueAsked,
    SampleShown,
)
from feedbackbot.usecases.broadcast.sending import Stage, broadcast_by_id
from feedbackbot.wording.broadcast.content import message_of

_MOST_SHOWN: Final = 3500
"""Longer messages are read behind their button."""
_READ_WELL: Final = "broadcast-list-read"


def ask_approval(tx: Transaction, t: ToReader, notice: ApprovalAsked) -> Message | None:
    """With the message itself, its picture too, so that nobody approves unread; nothing once another admin has decided."""
    draft = broadcast_by_id(tx, notice.broadcast)
    if draft is None or draft.stage is not Stage.AWAITING:
        return None
    urgent = "yes" if draft.emergency else "no"
    text = t("broadcast-approval-asked", id=draft.id, people=notice.people, urgent=urgent)
    acts = _acts(t, draft.id, "baca", "setuju", "tolak")
    shown = message_of(draft, t.catalogue, t.language)
    if len(text) + len(shown.text) > _MOST_SHOWN:
        return Message(text, acts)
    return Message(f"{text}\n\n{shown.text}", acts, picture=shown.picture, document=shown.document)


def say_decided(_: Transaction, t: Translate, notice: ApprovalDecided) -> Message:
    return Message(t(f"broadcast-was-{notice.decision}", id=notice.broadcast))


def ask_overdue(tx: Transaction, t: Translate, notice: OverdueAsked) -> Message | None:
    """Nothing once its author has decided."""
    found = broadcast_by_id(tx, notice.broadcast)
    if found is None or found.stage is not Stage.OVERDUE or found.due_at is None:
        return None
    text = t("broadcast-overdue-asked", id=found.id, at=found.due_at)
    return Message(text, _acts(t, found.id, "baca", "kirim", "batal"))


_TONES: Final = {"setuju": Tone.CONFIRM, "kirim": Tone.CONFIRM, "tolak": Tone.DANGER, "batal": Tone.DANGER}


def _acts(t: Translate, broadcast_id: int, *acts: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{broadcast_id}.{act}",
            t(f"broadcast-act-{act}"),
            opens=to.MANAGE_BROADCAST,
            tone=_TONES.get(act, Tone.PLAIN),
        )
        for act in acts
    )


def say_list(_: Transaction, t: Translate, notice: ListRead) -> Message:
    act = "lanjut" if notice.outcome == _READ_WELL else "daftar"
    door = Choice(f"{act}.{notice.broadcast}", t(f"broadcast-list-{act}"), opens=to.WRITE_BROADCAST)
    return Message(t(notice.outcome, **dict(notice.values)), (door,))


def show_sample(tx: Transaction, t: ToReader, notice: SampleShown) -> Message | None:
    """Its answers lead nowhere: nobody is counted for trying."""
    draft = broadcast_by_id(tx, notice.broadcast)
    return message_of(replace(draft, id=0), t.catalogue, notice.language) if draft is not None else None


BROADCAST_NOTICES: Final = (
    Say(ApprovalAsked, ask_approval),
    Say(ApprovalDecided, say_decided),
    Say(OverdueAsked, ask_overdue),
    Say(ListRead, say_list),
    Say(SampleShown, show_sample),
)
