"""Pictures and documents passed on from one person to another, by the chat service's own id."""

from collections.abc import Sequence

from feedbackbot.delivery.attachments import RECEIVED
from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Attachment, Message
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.cases.timeline import KeptFile
from feedbackbot.storage.people.contacts import reach
from feedbackbot.storage.transaction import Transaction


def as_message(file: KeptFile, caption: str) -> Message:
    """One file under a caption."""
    attachment = Attachment(RECEIVED, {"ref": file.ref}, name=file.name or file.kind)
    if file.kind == "photo":
        return Message(caption, picture=attachment)
    return Message(caption, document=attachment)


def pass_on(
    tx: Transaction,
    catalogue: Catalogue,
    person_id: int,
    number: str,
    files: Sequence[KeptFile],
    topic: str,
    *,
    blurred: bool = False,
) -> None:
    """One message a file. An id is worth nothing in another chat service: then the reader is told that there are files."""
    where = reach(tx, person_id)
    channel = where.channel if where is not None else None
    here = [file for file in files if file.channel == channel]
    for place, file in enumerate(here, 1):

        def write(t: Translate, file: KeptFile = file, place: int = place) -> Message:
            return as_message(file, t("case-file", number=number, place=place, of=len(here)))

        notify(tx, catalogue, person_id, Kind.CASE_UPDATE, write, topic=topic, blurred=blurred)
    elsewhere = len(files) - len(here)
    if elsewhere and channel is not None:

        def tell(t: Translate) -> Message:
            return Message(t("case-files-elsewhere", number=number, n=elsewhere))

        notify(tx, catalogue, person_id, Kind.CASE_UPDATE, tell, topic=topic, blurred=blurred)
