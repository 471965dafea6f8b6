"""Pictures and documents passed on from one person to another, by the chat service's own id."""

from collections.abc import Sequence

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.notices import FilePassedOn
from feedbackbot.storage.cases.timeline import KeptFile
from feedbackbot.storage.transaction import Transaction


def pass_on(
    tx: Transaction,
    person_id: int,
    about: str,
    files: Sequence[KeptFile],
    subject: str,
    *,
    blurred: bool = False,
) -> None:
    """One message a file. `about`: the case's number, or the unit."""
    for place, file in enumerate(files, 1):
        notice = FilePassedOn(about, place, len(files), file.kind, file.channel, file.ref, file.name)
        tell(tx, person_id, notice, subject=subject, blurred=blurred)
