"""The letter of appreciation that belongs to a granted reward."""

from collections.abc import Mapping

from feedbackbot.clock import city_zone
from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import LETTER
from feedbackbot.reports.incentives.letter import Letter, letter_pdf, season_in_words
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.incentives.rewards import Claim, claim_by_id
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import employee_by_id
from feedbackbot.storage.transaction import Transaction


def letter_of(granted: Claim) -> Attachment:
    """The document; it is set when it is sent."""
    return Attachment(
        LETTER,
        {"claim": granted.id},
        name=f"surat-apresiasi-{granted.season}.pdf",
        cache_key=f"{LETTER}:{granted.id}",
    )


def letter_contents(tx: Transaction, claim_id: int) -> Letter:
    """As granted; the name as it was then. Raises LookupError where there is no letter."""
    granted = claim_by_id(tx, claim_id)
    who = employee_by_id(tx, granted.employee_id) if granted else None
    if granted is None or who is None or granted.letter is None or granted.decided_at is None:
        raise LookupError(f"claim {claim_id} has no letter")
    year, serial = granted.letter
    settings = tx.settings
    return Letter(
        government=settings.city_government,
        city=settings.city_title,
        number=f"APR/{year}/{serial:04}",
        name=granted.name,
        nip=who.nip,
        unit=who.unit or "–",
        season=season_in_words(granted.season),
        signed_on=granted.decided_at.astimezone(city_zone()).date(),
        signer_name=settings.letter_signer_name,
        signer_title=settings.letter_signer_title,
        signer_nip=settings.letter_signer_nip,
    )


def letter_makers(runtime: Runtime, render: RenderProcess) -> Mapping[str, Maker]:
    """The maker of `letter_of`; set in the render process."""

    async def letter(attachment: Attachment) -> MadeFile:
        claim_id = int(attachment.args["claim"] or 0)
        contents = await runtime.read(lambda tx: letter_contents(tx, claim_id))
        return MadeFile(await render.render(letter_pdf, contents), attachment.name, "application/pdf")

    return {LETTER: letter}
