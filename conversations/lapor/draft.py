"""What a citizen has said so far, and what is missing."""

from pydantic import Field

from conversations.shared.unit_choice import UnitChoice
from conversations.shared.writing import FileNote, MessageDraft
from feedbackbot.domain.cases.completeness import Missing, ReportDraft, first_missing
from feedbackbot.domain.cases.terms import CaseKind


class CaseDraft(UnitChoice, MessageDraft):
    """`suggested`: units that the words may be for, where they began the case. `element` is set where it came from a
    rating. `name` is empty for who stays anonymous. The `…_done` say that an optional question was put."""

    kind: CaseKind | None = None
    suggested: list[int] = Field(default_factory=list)
    handed: bool = False
    unit_id: int = 0
    unit_name: str = ""
    service_id: int | None = None
    service_name: str = ""
    service_done: bool = False
    element: str | None = None
    what: str = ""
    happened: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    name: str = ""
    confidential: bool = False
    integrity_asked: bool = False
    files: list[FileNote] = Field(default_factory=list)
    files_done: bool = False

    @property
    def missing(self) -> Missing | None:
        """The one thing to ask for next."""
        return first_missing(
            ReportDraft(
                kind=self.kind,
                what=self.what,
                unit=self.unit_name,
                place=self.place,
                when=self.happened,
                spoken=self.spoken,
            )
        )
