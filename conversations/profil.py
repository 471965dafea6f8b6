"""What the registry knows of the employee whose chat this is, and the way out."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.staff.link_chat import profile_of, undo_link

_EMPLOYEES: Final = frozenset({"employee"})


async def show(chat: Chat[Any], argument: str) -> Transition:
    """ "lepas" asks, "lepas.ya" undoes the link, anything else shows the profile."""
    if argument == "lepas":
        sure = Choice("lepas.ya", chat.t("profile-unlink-sure"), opens=to.PROFILE)
        back = Choice("lihat", chat.t("back"), opens=to.PROFILE)
        return Stay(Message(chat.t("profile-unlink-question"), (sure, back), replaces=True))
    if argument == "lepas.ya":
        await chat.run(undo_link, chat.contact.person_id)
        again = Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF)
        return Stay(Message(chat.t("profile-unlinked"), (again, menu_door(chat)), replaces=True))
    employee = await chat.run(profile_of, chat.contact.person_id)
    if employee is None:
        return Stay(
            Message(
                chat.t("profile-none"),
                (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF), menu_door(chat)),
            )
        )
    text = chat.t(
        "profile",
        name=employee.full_name,
        nip=employee.masked_nip,
        kind=chat.t(f"employee-kind-{employee.kind.value}"),
        unit=employee.unit or "–",
        rank=employee.rank or "–",
        position=employee.position or "–",
        phone=f"••••{employee.phone_tail}" if employee.phone_tail else "–",
        at=employee.linked_at or chat.tx.now,
    )
    unlink = Choice("lepas", chat.t("profile-unlink"), opens=to.PROFILE)
    return Stay(Message(text, (unlink, menu_door(chat))))


CONVERSATION: Final = Conversation(
    "profil",
    show,
    commands=(Command("profil", roles=_EMPLOYEES, aliases=("profile",), keeps_conversation=True),),
    entries=(Entry(to.PROFILE, show),),
)
