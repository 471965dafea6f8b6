"""The body of `POST /api/v1/visits`, checked."""

import json
from datetime import datetime, timedelta
from typing import Annotated, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints, ValidationError

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.visits.contact import ContactKind, normal_contact

_Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,20}$")]
_MOST_AHEAD: Final = timedelta(minutes=10)  # clocks differ
_MOST_BEHIND: Final = timedelta(days=7)


class VisitBody(BaseModel):
    """What an application tells. `finished_at` is when the service was finished, with its offset from UTC; `phone` or `reference`, the
    code that the person got from the bot, where the office knows one."""

    model_config = ConfigDict(extra="forbid", strict=False)

    unit: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,20}$")]
    service: _Code = ""
    counter: _Code = ""
    finished_at: AwareDatetime
    phone: Annotated[str, StringConstraints(max_length=40)] = ""
    reference: Annotated[str, StringConstraints(max_length=40)] = ""

    @property
    def contact(self) -> tuple[ContactKind, str] | None:
        """The reference where both are told: the person chose it. Raises WrongField."""
        for name, kind, text in (
            ("reference", ContactKind.REFERENCE, self.reference),
            ("phone", ContactKind.NUMBER, self.phone),
        ):
            if text:
                try:
                    return kind, normal_contact(kind, text)
                except WrongValue:
                    raise WrongField(name) from None
        return None


class NotJson(ValueError):
    """The body is no JSON object."""


class WrongField(ValueError):
    """The message names the field."""


def read_visit(body: bytes, now: datetime) -> VisitBody:
    """Raises NotJson, or WrongField."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise NotJson from None
    if not isinstance(told, dict):
        raise NotJson
    try:
        visit = VisitBody.model_validate(told)
        late, early = visit.finished_at > now + _MOST_AHEAD, visit.finished_at < now - _MOST_BEHIND
    except ValidationError as wrong:
        first = wrong.errors(include_input=False, include_url=False)[0]
        raise WrongField(".".join(str(part) for part in first["loc"])[:60]) from None
    except OverflowError:
        raise WrongField("finished_at") from None
    if late or early:
        raise WrongField("finished_at")
    return visit
