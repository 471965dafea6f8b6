"""The year's JP of an employee, history, and certificates."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.file_sources import CERTIFICATE
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.training.jp_year import OpenYear, PppkYear
from feedbackbot.usecases.training.credits import OwnYear, own_certificate, own_certificates, own_year

_SQUARES: Final = 10
_SHOWN: Final = 10
_EMPLOYEES: Final = frozenset({"employee"})


async def show(chat: Chat[Any], argument: str) -> Transition:
    """A year ("2025"), or anything else for the present one; "sertifikat" for the list of certificates."""
    if "employee" not in chat.roles:
        return Stay(
            Message(chat.t("training-not-linked"), (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF),))
        )
    if argument == "sertifikat":
        return await _certificates(chat)
    year = int(argument) if argument.isascii() and argument.isdecimal() and len(argument) == 4 else None
    mine = await chat.run(own_year, chat.contact.person_id, year)
    before = Choice(str(mine.year - 1), str(mine.year - 1), opens=to.CREDITS)
    certificates = (
        (Choice("sertifikat", chat.t("jp-certificates", count=mine.certificates), opens=to.CREDITS),)
        if mine.certificates
        else ()
    )
    more = Choice("buka", chat.t("training-list"), opens=to.TRAINING)
    return Stay(
        Message(
            "\n".join(_lines(chat, mine)),
            (*certificates, more),
            below=(before, menu_door(chat)),
            replaces=True,
        )
    )


def _lines(chat: Chat[Any], mine: OwnYear) -> list[str]:
    title = chat.t("jp-title", year=str(mine.year))
    if mine.days is not None:
        title = chat.t("jp-title-contract", first=mine.days[0], last=mine.days[1])
    lines = [title, *_result(chat, mine), ""]
    if not mine.entries:
        return [*lines, chat.t("jp-nothing-yet")]
    lines += [
        chat.t("jp-entry", at=one.day, jp=one.jp, title=one.title or one.note)
        for one in mine.entries[:_SHOWN]
    ]
    if len(mine.entries) > _SHOWN:
        lines.append(chat.t("jp-more-entries", count=len(mine.entries) - _SHOWN))
    return lines


def _result(chat: Chat[Any], mine: OwnYear) -> list[str]:
    """A bar towards the target for a PNS; for a PPPK the sum only: nothing is ever missing there."""
    result = mine.result
    if isinstance(result, PppkYear):
        lines = [chat.t("jp-pppk", total=result.total, counted=result.counted)]
        return [*lines, chat.t("jp-pppk-full", ceiling=result.ceiling)] if result.at_ceiling else lines
    if isinstance(result, OpenYear):
        return [chat.t("jp-open", total=result.total)]
    filled = int(result.share * _SQUARES)
    bar = "🟩" * filled + "⬜" * (_SQUARES - filled)
    key = "jp-pns-missing" if result.missing else "jp-pns-reached"
    return [bar, chat.t(key, total=result.total, target=result.target, missing=result.missing)]


async def _certificates(chat: Chat[Any]) -> Transition:
    found = await chat.run(own_certificates, chat.contact.person_id)
    choices = tuple(
        Choice(str(one.training_id), one.title[:60], opens=to.CERTIFICATE) for one in found[:_SHOWN]
    )
    back = Choice("buka", chat.t("back"), opens=to.CREDITS)
    return Stay(
        Message(chat.t("jp-which-certificate"), choices, below=(back, menu_door(chat)), replaces=True)
    )


async def enter_certificate(chat: Chat[Any], argument: str) -> Transition:
    """The PDF for a training of one's own."""
    training_id = row_id(argument)
    if "employee" not in chat.roles or training_id is None:
        return Stay(notice=chat.t("certificate-none"))
    found = await chat.run(own_certificate, chat.contact.person_id, training_id)
    file = Attachment(
        CERTIFICATE,
        {"certificate": found.id, "language": "id"},
        name=f"sertifikat-{found.year}-{found.serial:05}.pdf",
        cache_key=f"certificate:{found.id}",
    )
    return Stay(Message(chat.t("certificate-here", title=found.title), (menu_door(chat),), document=file))


CONVERSATION: Final = Conversation(
    "jp",
    show,
    data=Nothing,
    commands=(Command("jp", roles=_EMPLOYEES, keeps_conversation=True),),
    entries=(
        Entry(to.CREDITS, show, frozenset({"citizen", "employee"})),
        Entry(to.CERTIFICATE, enter_certificate),
    ),
)
