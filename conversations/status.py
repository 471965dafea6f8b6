"""How the running bot is: what waits, what failed, the last backup, the release; and alarms of it."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.operation.notices import TroubleBegan, TroubleOver
from feedbackbot.domain.people.roles import Role
from feedbackbot.usecases.operation.read_status import Status, read_status

_ROLES: Final = frozenset({Role.SUPERADMIN.value})


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    found = await chat.run(read_status, chat.contact.channel, chat.contact.address)
    parts = (_trouble(chat, found), _waiting(chat, found), _failed(chat, found), _backups(chat, found))
    return Stay(Message("\n\n".join([*parts, _installation(chat, found)]), (menu_door(chat),)))


def _trouble(chat: Chat[Nothing], found: Status) -> str:
    if not found.troubles:
        return chat.t("status-well")
    lines = [chat.t("status-wrong"), *(f"• {chat.t(f'trouble-{one.value}')}" for one in found.troubles)]
    return "\n".join(lines)


def _waiting(chat: Chat[Nothing], found: Status) -> str:
    lines = [chat.t("status-waiting")]
    if found.updates and found.updates_since is not None:
        lines.append(chat.t("status-updates", count=found.updates, since=found.updates_since))
    for lane, (count, since) in sorted(found.due.items()):
        lines.append(chat.t(f"status-due-{lane.name.lower()}", count=count, since=since))
    if found.held:
        lines.append(chat.t("status-held", count=found.held))
    return "\n".join(lines if len(lines) > 1 else [*lines, chat.t("status-nothing")])


def _failed(chat: Chat[Nothing], found: Status) -> str:
    counts = {"dead": found.dead, "rejected": found.rejected, "unknown": found.unknown}
    lines = [chat.t(f"status-{name}", count=count) for name, count in counts.items() if count]
    if found.failed_jobs:
        lines.append(chat.t("status-jobs", names=", ".join(found.failed_jobs)))
    return "\n".join([chat.t("status-failed"), *(lines or [chat.t("status-nothing")])])


def _backups(chat: Chat[Nothing], found: Status) -> str:
    lines = [chat.t("status-backup")]
    made, tried = found.backup, found.trial
    if made is not None and made.counts and made.last_run_at is not None:
        size = made.counts.get("bytes", 0) / 1_000_000
        lines.append(chat.t("status-backup-made", at=made.last_run_at, size=size))
    elif not found.backups_planned:
        lines.append(chat.t("status-backup-none"))
    else:
        lines.append(chat.t("status-backup-not-yet"))
    if made is not None and made.error is not None:
        lines.append(chat.t("status-backup-failed", problem=made.error))
    if tried is not None and tried.last_run_at is not None:
        key = "status-trial-good" if tried.error is None else "status-trial-bad"
        people, ratings = tried.counts.get("people", 0), tried.counts.get("ratings", 0)
        told = {"people": people, "ratings": ratings} if tried.error is None else {"problem": tried.error}
        lines.append(chat.t(key, at=tried.last_run_at, **told))
    return "\n".join(lines)


def _installation(chat: Chat[Nothing], found: Status) -> str:
    return chat.t(
        "status-installation",
        release=found.release,
        database="SQLite" if found.database == "sqlite" else "PostgreSQL",
        revision=found.revision,
        processes=found.processes,
        free=found.free_mb / 1000,
    )


def say_began(_: Transaction, t: Translate, notice: TroubleBegan) -> Message:
    text = t(
        "trouble-began",
        what=t(f"trouble-{notice.trouble}"),
        minutes=notice.minutes,
        todo=t(f"trouble-{notice.trouble}-todo"),
    )
    return Message(text, (Choice("lihat", t("status-see"), opens=to.STATUS),))


def say_over(_: Transaction, t: Translate, notice: TroubleOver) -> Message:
    return Message(t("trouble-over", what=t(f"trouble-{notice.trouble}")))


CONVERSATION: Final = Conversation(
    "status",
    show,
    commands=(Command("status", roles=_ROLES, keeps_conversation=True),),
    entries=(Entry(to.STATUS, show, _ROLES),),
    notices=(Say(TroubleBegan, say_began), Say(TroubleOver, say_over)),
)
