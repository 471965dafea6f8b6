"""What one conversation hands to another that it begins: words, files and what was understood of them."""

from pydantic import BaseModel, Field, ValidationError

from conversations.shared.writing import FileNote


class Handed(BaseModel):
    """`kind` is a `CaseKind` or empty. `unit_id` is an office that leaves no doubt, 0 where it has to be chosen; `suggested` are those to
    choose from."""

    words: str = ""
    kind: str = ""
    unit_id: int = 0
    service_id: int | None = None
    suggested: list[int] = Field(default_factory=list)
    files: list[FileNote] = Field(default_factory=list)
    latitude: float | None = None
    longitude: float | None = None

    def as_argument(self) -> str:
        return self.model_dump_json(exclude_defaults=True)


def handed_in(argument: str) -> Handed | None:
    """None where the argument is something else."""
    if not argument.startswith("{"):
        return None
    try:
        return Handed.model_validate_json(argument)
    except ValidationError:
        return None
