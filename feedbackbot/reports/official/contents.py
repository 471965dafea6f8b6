"""What an official report says: the figures and texts that the PDF and the workbook are both made from.

Everything is plain data, so that it can be built from the database, frozen when it is published, sent to the
render process, and printed again years later with the same figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS, Element, Order, ordered
from feedbackbot.domain.survey.index import Index
from feedbackbot.domain.survey.interval import Interval
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.domain.survey.sample_size import is_representative, respondents_wanted
from feedbackbot.domain.visits.honest_sample import Sample

GENERAL_COMMENTS: Final = "umum"
ON_PAPER: Final = "Formulir atau berkas"
"""The label of answers that came in by a sheet."""

LEGAL_BASIS: Final = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang "
    "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The city on the cover. `crest` is an SVG or PNG file, or None for a cover without."""

    government: str
    city: str
    crest: Path | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it; `label` as printed ("Semester II 2026"), `code` in file names ("2026-S2")."""

    first: date
    last: date
    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Count:
    """A line of a table of respondents."""

    label: str
    n: int


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """The respondents by one question of the profile. Who skipped it is a line of its own."""

    question: str
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the unit will do about an element (by key): programme, quarter and the unit responsible."""

    element: str
    programme: str
    quarter: str
    responsible: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """Responses that were marked, by mark, and whether they are counted in the index."""

    counts: Mapping[Flag, int]
    responses: int
    included: bool


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One complete response, without anything of the person: answers 1-4 by element key.

    `counted`: whether it is in the index. An element without an answer is left out of `values`.
    """

    day: date
    service: str
    channel: str
    values: Mapping[str, int]
    flags: frozenset[Flag] = frozenset()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class OfficialReport:
    """All of one report.

    `respondents` counts the complete responses in the index. `answers` has, by element key, how many answered
    1, 2, 3 and 4. `comments` are grouped by element key, or under "umum". `yearly_visitors` is None while the
    unit does not know them. Profile tables are printed from `small_number` respondents on. `signatory` is the
    office that signs ("Camat Banda Sakti"), by default the head of the unit. `invited` is None where the unit
    invites nobody by chance.
    """

    letterhead: Letterhead
    unit_name: str
    unit_code: str
    period: Period
    printed_on: date
    index: Index
    interval: Interval | None
    respondents: int
    answers: Mapping[str, tuple[int, int, int, int]]
    by_service: tuple[Count, ...]
    by_channel: tuple[Count, ...]
    profile: tuple[ProfileTable, ...]
    comments: Mapping[str, tuple[str, ...]]
    follow_up: tuple[FollowUp, ...]
    flagged: Flagged
    yearly_visitors: int | None = None
    previous: tuple[str, Index] | None = None
    order: Order = "annex"
    small_number: int = 5
    legal_basis: tuple[str, ...] = LEGAL_BASIS
    is_sample: bool = False
    signatory: str | None = None
    invited: Sample | None = None

    def __post_init__(self) -> None:
        known = {*ELEMENT_KEYS, GENERAL_COMMENTS}
        for key in (*self.comments, *self.answers, *(plan.element for plan in self.follow_up)):
            if key not in known:
                raise ValueError(f"{key!r} is not an element of the survey")

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements in the order of this report."""
        return ordered(ELEMENTS, self.order)

    @property
    def shown_profile(self) -> tuple[ProfileTable, ...]:
        """The profile tables, or none where so few answered that a line would point to a person."""
        return self.profile if self.respondents >= self.small_number else ()

    @property
    def respondents_wanted(self) -> int | None:
        """The sample by Krejcie and Morgan; None while the visitors are not known."""
        return respondents_wanted(self.yearly_visitors) if self.yearly_visitors else None

    @property
    def representative(self) -> bool | None:
        return is_representative(self.respondents, self.yearly_visitors)

    def file_name(self, ending: str) -> str:
        """ "SKM_disdukcapil_2026-S2.pdf"; `ending` without its dot."""
        return f"SKM_{self.unit_code}_{self.period.code}.{ending}"
