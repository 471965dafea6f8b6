"""What may be said to somebody who has not written for a day, where the chat service lets nothing else pass: texts approved beforehand.

They knock: short fields say what it is about, a button opens the chat, and then the message itself follows.
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
    """`name` is also that of its text in the catalogue (`template-<name>`). `marketing` needs the person's recorded wish. `fields` are
    filled with the lines of what the message says it is about."""

    name: str
    marketing: bool = False
    urgent: bool = False
    fields: tuple[str, ...] = (FIELD,)

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


_SCHEDULE: Final = ("pelatihan", "waktu", "tempat")
FULLER: Final[Mapping[str, Template]] = MappingProxyType(
    {
        one.name: Template(name, urgent=one.urgent, fields=_SCHEDULE)
        for one, name in (
            (TEMPLATES[Kind.TRAINING_CHANGE], "jadwal_perubahan"),
            (TEMPLATES[Kind.SESSION_DAY], "jadwal_hari_ini"),
            (_TRAINING, "jadwal_pengingat"),
            (TEMPLATES[Kind.INVITATION], "jadwal_undangan"),
        )
    }
)
"""By the name of one with a single field: what says the same with several, for messages that fill them all."""


def fields_of(template: Template, about: str) -> dict[str, str]:
    """Each a line without breaks, of at most `LONGEST_FIELD` characters. A single field takes all lines."""
    lines = [short for line in about.split("\n") if (short := " ".join(line.split()))]
    if len(template.fields) == 1:
        lines = [", ".join(lines)]
    return {name: _cut(line.rstrip(".")) for name, line in zip(template.fields, lines, strict=False)}


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_FIELD else line[: LONGEST_FIELD - 1].rstrip() + "…"


def fuller(template: Template, about: str) -> Template | None:
    """What has a field for each line of `about`; None where there is nothing like it."""
    found = FULLER.get(template.name)
    return found if found is not None and len(fields_of(found, about)) == len(found.fields) else None


def template_for(kind: Kind, notice: str | None) -> Template | None:
    """None for what nobody knocks for."""
    return OF_NOTICES.get(notice or "") or TEMPLATES.get(kind)


def all_templates() -> list[Template]:
    """Each once."""
    return list(dict.fromkeys((*TEMPLATES.values(), *OF_NOTICES.values(), *FULLER.values())))
