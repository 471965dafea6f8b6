"""A link that somebody else will open: nobody knows which chat service they have, so it is shown for each there is."""

from typing import Any

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.file_sources import CODE_PICTURE
from feedbackbot.i18n import Markup
from feedbackbot.i18n.channel_names import channel_name


def links_to(chat: Chat[Any], payload: str) -> Markup | None:
    """The address alone where there is one chat service, else a line for each with its name; None for none."""
    links = chat.tx.links.all(payload)
    if len(links) < 2:
        return Markup(next(iter(links.values()))) if links else None
    lines = [
        chat.t(
            "service-link",
            service=channel_name(chat.catalogue, chat.contact.language, name),
            link=Markup(link),
        )
        for name, link in links.items()
    ]
    return Markup("\n".join(lines))


def code_of(chat: Chat[Any], payload: str, name: str) -> Attachment:
    """The same as a picture to be scanned."""
    return Attachment(CODE_PICTURE, {"payload": payload, "language": chat.contact.language}, name=name)
