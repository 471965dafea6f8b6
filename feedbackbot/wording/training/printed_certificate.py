"""What stands on a certificate: as it was when it was issued, with where and when the training was."""

from collections.abc import Callable

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.spoken.in_words import in_words
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.catalogue import Mode
from feedbackbot.domain.training.certificate import CertificateNumber, shown_verification_code
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.training.certificate import PrintedCertificate
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.training.credits import Certificate, certificate_by_id
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction

_Words = Callable[..., str]


def printed_certificate(
    tx: Transaction, catalogue: Catalogue, certificate_id: int, language: str
) -> PrintedCertificate:
    """Raises FeedbackbotError for one that is not in force."""
    found = certificate_by_id(tx, certificate_id)
    if found is None or found.withdrawn_at is not None:
        raise FeedbackbotError("certificate-none")

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    holder, about = employee_by_id(tx, found.employee_id), training_by_id(tx, found.training_id)
    return PrintedCertificate(
        language=language,
        government=t("certificate-government"),
        heading=t("certificate-heading"),
        number=t("certificate-number", number=str(CertificateNumber(found.year, found.serial))),
        given_to=t("certificate-given-to"),
        name=found.name,
        nip=_number_of(holder, t),
        unit=t("certificate-unit", unit=found.unit) if found.unit else "",
        for_what=t("certificate-for-what"),
        title=found.title,
        held=_held(about, found, t),
        counts=t("certificate-counts", jp=found.jp, words=in_words(min(max(found.jp, 0), 999))),
        place_and_date=t("certificate-place-and-date", at=found.finished_on),
        issuer=t("certificate-issuer"),
        check=t("certificate-check"),
        code=shown_verification_code(found.code),
        link=_link(tx, found),
        **_signer(tx, found, t),
    )


def _number_of(holder: Employee | None, t: _Words) -> str:
    """The number of whoever has one of a PNS is called otherwise than that of a PPPK."""
    if holder is None:
        return ""
    return t(
        "certificate-nip" if holder.kind is EmployeeKind.PNS else "certificate-ni-pppk", number=holder.nip
    )


def _held(about: Training | None, found: Certificate, t: _Words) -> str:
    """How, with whom, when and where."""
    if about is None:
        return ""
    sessions = [one for one in about.sessions if not one.cancelled]
    mode = t(f"training-mode-{about.mode.value}")
    if about.institution:
        mode = t("certificate-held-with", mode=mode, institution=about.institution)
    if about.mode is Mode.SELF_PACED or not sessions:
        return t("certificate-held-day", mode=mode, first=found.finished_on)
    first, last = sessions[0].starts_at, sessions[-1].ends_at
    key = "certificate-held-day" if city_day(first) == city_day(last) else "certificate-held-days"
    held = t(key, mode=mode, first=first, last=last)
    place = sessions[0].place
    return t("certificate-held-at", held=held, place=place) if place else held


def _signer(tx: Transaction, found: Certificate, t: _Words) -> dict[str, str]:
    """Of an older release's certificates nobody is known: whoever signs today."""
    settings, known = tx.settings, bool(found.signer_title)
    nip = found.signer_nip if known else settings.certificate_signer_nip
    return {
        "signer_title": found.signer_title if known else settings.certificate_signer_title,
        "signature_place": t("certificate-signature-place"),
        "signer_name": found.signer_name if known else settings.certificate_signer_name,
        "signer_nip": t("certificate-nip", number=nip) if nip else "",
    }


def _link(tx: Transaction, found: Certificate) -> str:
    site = tx.settings.public_url
    return f"{site.rstrip('/')}/verify/{found.code}" if site else found.code
