"""A look at the new training before it is in the catalogue."""

from typing import Final

from conversations import entry_points as to
from conversations.pelatihan_baru.memory import TrainingMemory
from conversations.pelatihan_baru.questions import REVIEW
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.i18n import Markup
from feedbackbot.usecases.training.edit_training import create_training

_SAVE: Final = "simpan"
_CHANGES: Final = ("judul", "sesi", "kursi", "batas", "jp", "unsur", "lembaga", "izin")


async def ask_review(chat: Chat[TrainingMemory]) -> Message:
    data = chat.data
    lines = [
        chat.t("training-title", title=data.title),
        chat.t(
            "training-kind-and-mode",
            kind=Markup(chat.t(f"training-kind-{data.kind}")),
            mode=Markup(chat.t(f"training-mode-{data.mode}")),
            jp=data.jp,
        ),
    ]
    if data.institution:
        lines.append(chat.t("training-institution", institution=data.institution))
    for one in data.sessions:
        when = Markup(chat.t("training-session", starts=one.starts_at, ends=one.ends_at))
        lines.append(chat.t("training-session-where", when=when, where=one.place or one.link))
    lines.append(chat.t("training-seats", seats=data.seats) if data.seats else chat.t("training-no-limit"))
    if data.register_until is not None:
        lines.append(chat.t("training-register-until", at=data.register_until))
    if data.element:
        lines.append(chat.t("training-improves", element=Markup(chat.t(f"element-{data.element}"))))
    if data.needs_consent:
        lines.append(chat.t("training-needs-consent"))
    save = Choice(_SAVE, chat.t("new-training-save"))
    changes = tuple(Choice(key, chat.t(f"new-training-change-{key}")) for key in _CHANGES)
    return Message("\n".join(lines), (save, *changes), columns=1, replaces=True)


async def take_review(chat: Chat[TrainingMemory], answer: Answer) -> Transition:
    if answer.choice != _SAVE:
        chat.data.reviewed = True
        return Next(answer.choice or REVIEW)
    data = chat.data
    training_id = await chat.run(
        create_training, chat.contact.person_id, data.as_training(), needs_consent=data.needs_consent
    )
    invite = Choice(str(training_id), chat.t("invite-open"), opens=to.INVITE)
    show = Choice(str(training_id), chat.t("training-details"), opens=to.TRAINING)
    return Done(
        Message(
            chat.t("new-training-saved", title=data.title), (invite, show, menu_door(chat)), replaces=True
        )
    )


REVIEW_STEPS: Final = (Step(REVIEW, ask_review, take_review, keys=frozenset({_SAVE, *_CHANGES})),)
