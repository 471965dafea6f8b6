"""What the registry knows of one employee: only what invitations and credits need."""

from dataclasses import dataclass

from feedbackbot.domain.staff.nip import Nip


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """One employee as a sheet or the registry has it.

    None means "not said": a sheet that lacks a column, or leaves a cell blank, takes nothing away. References
    (`…_ref`) are ids of SIASN's own tables; names are what a plain sheet writes out. `contract_start`: ISO day
    from which a PPPK's contract years run.
    """

    nip: Nip
    name: str
    title_before: str | None = None
    title_after: str | None = None
    unit_ref: str | None = None
    unit_name: str | None = None
    agency_ref: str | None = None
    rank: str | None = None
    position_ref: str | None = None
    position_name: str | None = None
    phone: str | None = None
    contract_start: str | None = None
    active: bool = True

    @property
    def full_name(self) -> str:
        """The name with its titles: "Dr. Cut Meutia, S.E."."""
        before = f"{self.title_before} " if self.title_before else ""
        after = f", {self.title_after}" if self.title_after else ""
        return f"{before}{self.name}{after}"

    def __repr__(self) -> str:
        return f"StaffRecord({self.nip!r})"


COMPARED_FIELDS = (
    "name",
    "title_before",
    "title_after",
    "unit_ref",
    "unit_name",
    "agency_ref",
    "rank",
    "position_ref",
    "position_name",
    "phone",
    "contract_start",
)
