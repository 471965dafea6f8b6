"""Before it goes: how many, how long, when; a sample to oneself; then send."""

from datetime import datetime
from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.siarkan.audience import AUDIENCE, MESSAGE, REVIEW
from conversations.siarkan.guard import for_admins
from conversations.siarkan.memory import BroadcastDraft
from conversations.siarkan.message import BUTTONS, show
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.i18n import Markup
from feedbackbot.usecases.broadcast.audience_choices import audience_name
from feedbackbot.usecases.broadcast.planning import REPEATS, plan, plan_at, repeat, suggested_moments
from feedbackbot.usecases.broadcast.preview import Preview, Stage, preview
from feedbackbot.usecases.broadcast.sending import confirm, send_sample
from feedbackbot.usecases.broadcast.writing import set_emergency
from feedbackbot.wording.broadcast.card import duration, reason_lines
from feedbackbot.wording.broadcast.content import in_all_languages

WHEN, REPEAT = "kapan", "ulang"
_NOW, _ONCE, _BACK = "sekarang", "sekali", "kembali"


async def ask_review(chat: Chat[BroadcastDraft]) -> Message:
    found = await chat.run(preview, chat.data.broadcast_id, chat.contact.person_id)
    audience = await chat.run(audience_name, found.draft.audience, chat.t)
    return Message("\n".join(_lines(chat, found, audience)), _acts(chat, found), columns=2)


def _lines(chat: Chat[BroadcastDraft], found: Preview, audience: str) -> list[str]:
    draft, people = found.draft, found.reach
    lines = [
        chat.t("broadcast-review-title"),
        chat.t("broadcast-review-audience", audience=Markup(audience)),
        chat.t("broadcast-review-people", count=people.reachable),
    ]
    if people.left_out:
        lines.append(chat.t("broadcast-review-left-out", count=sum(people.left_out.values())))
        lines += reason_lines(people.left_out, chat.t)
    lines.append(chat.t("broadcast-review-now") if draft.due_at is None else _moment(chat, found))
    if people.reachable:
        lines.append(chat.t("broadcast-review-takes", duration=Markup(duration(found.seconds, chat.t))))
    if found.starts > max(draft.due_at or chat.tx.now, chat.tx.now):
        lines.append(chat.t("broadcast-review-waits", at=found.starts))
    if draft.emergency:
        lines.append(chat.t("broadcast-review-emergency"))
    elif found.needs_approval:
        lines.append(chat.t("broadcast-review-approval", above=chat.tx.settings.broadcast_approval_above))
    return lines


def _moment(chat: Chat[BroadcastDraft], found: Preview) -> str:
    assert found.draft.due_at is not None  # noqa: S101  asked by the caller
    moment = chat.t("broadcast-review-at", at=found.draft.due_at)
    if found.draft.repeat is None:
        return moment
    return f"{moment}\n{chat.t('broadcast-review-repeats', how=repeat_key(found.draft.repeat))}"


def repeat_key(code: str) -> str:
    """Which of `REPEATS` a repeat code is."""
    kind, _, rest = code.partition(":")
    return rest.partition("@")[0] if rest[0] in "fl" else kind


def _acts(chat: Chat[BroadcastDraft], found: Preview) -> tuple[Choice, ...]:
    draft = found.draft
    later = "kirim" if draft.due_at is None else "kirim-nanti"
    send = "kirim-setuju" if found.needs_approval else later
    emergency = "biasa" if draft.emergency else "darurat"
    acts = [("kirim", send), ("contoh", "contoh"), ("waktu", "waktu"), ("sasaran", "sasaran")]
    acts += [("pesan", "pesan"), ("tombol", "tombol"), ("lihat", "lihat"), (emergency, emergency)]
    return tuple(Choice(key, chat.t(f"broadcast-do-{label}")) for key, label in acts)


async def take_review(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    data, person = chat.data, chat.contact.person_id
    match answer.choice:
        case "kirim":
            return await _send(chat)
        case "contoh":
            await chat.run(send_sample, data.broadcast_id, person)
            return Again(chat.t("broadcast-sample-sent"))
        case "lihat":
            await show(chat)
            return Next(REVIEW)
        case "darurat" | "biasa":
            await chat.run(set_emergency, data.broadcast_id, person, on=answer.choice == "darurat")
            return Next(REVIEW)
    steps = {"waktu": WHEN, "sasaran": AUDIENCE, "pesan": MESSAGE, "tombol": BUTTONS}
    return Next(steps.get(answer.choice or "", REVIEW))


async def _send(chat: Chat[BroadcastDraft]) -> Transition:
    contact = chat.contact
    sent = await chat.run(
        confirm,
        in_all_languages(chat.catalogue),
        chat.data.broadcast_id,
        contact.person_id,
        contact.address_id,
    )
    list_door = Choice("daftar", chat.t("broadcast-to-list"), opens=to.MANAGE_BROADCAST)
    texts = {Stage.AWAITING: "broadcast-now-awaiting", Stage.PLANNED: "broadcast-now-planned"}
    text = chat.t(texts.get(sent.stage, "broadcast-now-running"), id=sent.id, at=sent.due_at or chat.tx.now)
    return Done(Message(text, (list_door, menu_door(chat)), replaces=True))


async def ask_when(chat: Chat[BroadcastDraft]) -> Message:
    moments = await chat.run(suggested_moments)
    choices = tuple(Choice(_moment_key(moment), chat.t("broadcast-moment", at=moment)) for moment in moments)
    below = (Choice(_NOW, chat.t("broadcast-at-once")), Choice(_BACK, chat.t("back")))
    return Message(chat.t("broadcast-ask-when"), choices, below=below, replaces=True)


def _moment_key(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M}"


async def take_when(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    data, person = chat.data, chat.contact.person_id
    if answer.choice == _BACK:
        return Next(REVIEW)
    if answer.choice == _NOW:
        await chat.run(plan_at, data.broadcast_id, person, None)
        return Next(REVIEW)
    if answer.choice is None:
        await chat.run(plan, data.broadcast_id, person, answer.text)
        return Next(REPEAT)
    moments = {_moment_key(moment): moment for moment in await chat.run(suggested_moments)}
    await chat.run(plan_at, data.broadcast_id, person, moments[answer.choice])
    return Next(REPEAT)


async def ask_repeat(chat: Chat[BroadcastDraft]) -> Message:
    found = await chat.run(preview, chat.data.broadcast_id, chat.contact.person_id)
    at = found.draft.due_at or chat.tx.now
    choices = tuple(Choice(how, chat.t(f"broadcast-repeat-{how}", at=at)) for how in REPEATS)
    once = Choice(_ONCE, chat.t("broadcast-repeat-once"))
    return Message(chat.t("broadcast-ask-repeat", at=at), (once, *choices), replaces=True)


async def take_repeat(chat: Chat[BroadcastDraft], answer: Answer) -> Transition:
    how = None if answer.choice == _ONCE else answer.choice
    await chat.run(repeat, chat.data.broadcast_id, chat.contact.person_id, how)
    return Next(REVIEW)


_ACTS = frozenset({"kirim", "contoh", "waktu", "sasaran", "pesan", "tombol", "lihat", "darurat", "biasa"})
REVIEW_STEPS: Final = (
    Step(REVIEW, ask_review, for_admins(take_review), keys=_ACTS),
    Step(WHEN, ask_when, for_admins(take_when), CHOICE_OR_TEXT),
    Step(REPEAT, ask_repeat, for_admins(take_repeat), keys=frozenset({_ONCE, *REPEATS})),
)
