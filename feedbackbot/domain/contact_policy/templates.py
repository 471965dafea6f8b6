"""What may be said to somebody who has not written for a day, where the chat service lets nothing else pass: texts approved beforehand.

They knock: one field says what it is about, a button opens the chat, and then the message itself follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from feedbackbot.domain.contact_policy.kinds import Kind

WINDOW: Final = timedelta(hours=24) - timedelta(minutes=5)
"""So long after the person's own message everything may be said; the margin is for what is under way."""
KNOCK: Final = "knock"
"""The kind of an outbox row that knocks."""
DOOR: Final = "buka"
"""The entry point behind the button."""
FIELD: Final = "perihal"
LONGEST_FIELD: Final = 100


@dataclass(frozen=True, slots=True)
class Template:
    """`name` is also that of its text in the catalogue (`template-<name>`). `marketing` needs the person's recorded wish."""

    name: str
    marketing: bool = False
    urgent: bool = False

    @property
    def category(self) -> str:
        return "MARKETING" if self.marketing else "UTILITY"


_CASE, _TRAINING = Template("kasus_kabar", urgent=True), Template("pelatihan_pengingat")
TEMPLATES: Final[Mapping[Kind, Template]] = MappingProxyType(
    {
        Kind.CASE_UPDATE: _CASE,
        Kind.EMERGENCY: Template("darurat", urgent=True),
        Kind.TRAINING_CHANGE: Template("pelatihan_perubahan", urgent=True),
        Kind.SESSION_DAY: Template("pelatihan_hari_ini", urgent=True),
        Kind.REMINDER: _TRAINING,
        Kind.EARLY_REMINDER: _TRAINING,
        Kind.INVITATION: Template("pelatihan_undangan"),
        Kind.SURVEY_INVITATION: Template("layanan_nilai"),
        Kind.DIGEST: Template("ringkasan"),
        Kind.BROADCAST: Template("kabar_kota", marketing=True),
        Kind.NUDGE: Template("dorongan", marketing=True),
    }
)
"""By the kind of the message that waits behind the door."""
_DESK: Final = Template("kasus_petugas", urgent=True)
OF_NOTICES: Final[Mapping[str, Template]] = MappingProxyType({"case-desk": _DESK, "low-score": _DESK})
"""By the name of the notice, where its reader is another than of all else of its kind: an officer, not a citizen."""


def template_for(kind: Kind, notice: str | None) -> Template | None:
    """None for what nobody knocks for."""
    return OF_NOTICES.get(notice or "") or TEMPLATES.get(kind)


def all_templates() -> list[Template]:
    """Each once."""
    return list(dict.fromkeys((*TEMPLATES.values(), *OF_NOTICES.values())))
