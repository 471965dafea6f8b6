"""What is broken on purpose: the API by error code or by a lost answer, and the way of the webhooks."""

import random
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.faults import Drop
from feedbackbot.playground.whatsapp.refusals import GraphRefusal, known_errors

F = TypeVar("F", "ApiFaults", "WebhookFaults")

RESPONSE, WEBHOOK = "response", "webhook"


@dataclass(slots=True)
class CodeFault:
    """A share of the messages is refused with `code`, at once or by a webhook after an HTTP 200; `people`: None for all."""

    code: int
    share: float = 1.0
    arrives: str = RESPONSE
    people: list[int] | None = None
    only: str | None = None
    """`template`: only templates, `service`: only the others."""


@dataclass(slots=True)
class ApiFaults:
    """Shares are between 0 and 1 of the messages sent."""

    codes: list[CodeFault] = field(default_factory=list)
    drop_before: float = 0.0
    """The connection breaks and nothing is sent."""
    drop_after: float = 0.0
    """The message is sent and the answer lost."""
    latency_ms: float = 0.0
    answer_late_ms: float = 0.0
    """The answer comes so much after the message went: its statuses arrive first."""
    skip_delivered: float = 0.0
    outage: bool = False
    seed: int = 1


@dataclass(slots=True)
class WebhookFaults:
    """How the updates travel. `held`: they are kept until that is taken back; `doubled`: POSTs sent once more."""

    batch: int = 1
    gather_ms: float = 20.0
    held: bool = False
    shuffled: bool = False
    doubled: float = 0.0
    doubled_within: float = 0.0
    """Share of the updates that stand twice in their POST."""
    broken: float = 0.0
    late_share: float = 0.0
    late_seconds: float = 1.0
    lost_statuses: float = 0.0
    seed: int = 1


def read_api_faults(given: dict[str, Any]) -> ApiFaults:
    """From JSON; what is left out is whole. Raises `CannotDo`."""
    codes = [_code_fault(one) for one in given.get("codes") or []]
    faults = _filled(ApiFaults(), {name: value for name, value in given.items() if name != "codes"})
    faults.codes = codes
    return faults


def read_webhook_faults(given: dict[str, Any]) -> WebhookFaults:
    """From JSON; what is left out is whole. Raises `CannotDo`."""
    return _filled(WebhookFaults(), given)


def _code_fault(given: Any) -> CodeFault:
    if not isinstance(given, dict) or given.get("code") not in known_errors():
        raise CannotDo("a fault by code needs a code of the table", 400)
    try:
        fault = CodeFault(**given)
    except TypeError as error:
        raise CannotDo(str(error), 400) from error
    if fault.arrives not in (RESPONSE, WEBHOOK):
        raise CannotDo(f"arrives is {RESPONSE} or {WEBHOOK}", 400)
    return fault


def _filled(faults: F, given: dict[str, Any]) -> F:
    kinds = {one.name: type(getattr(faults, one.name)) for one in fields(faults)}
    for name, value in given.items():
        kind = kinds.get(name)
        if kind is None or not (isinstance(value, kind) or (kind is float and type(value) is int)):
            raise CannotDo(f"{name} cannot be {value!r}", 400)
        setattr(faults, name, kind(value))
    return faults


class FaultLine:
    """Decides for each message whether and how it fails."""

    def __init__(self) -> None:
        self.set(ApiFaults())

    def set(self, faults: ApiFaults) -> None:
        """Take new faults; chances begin again from their seed."""
        self.faults = faults
        self._chance = random.Random(faults.seed)  # noqa: S311  chances, not secrets

    def as_json(self) -> dict[str, Any]:
        """As the page reads it."""
        return asdict(self.faults)

    def before(self) -> None:
        """Raises `Drop` where the call never reaches the server."""
        if self.faults.outage or self._chance.random() < self.faults.drop_before:
            raise Drop(after=False)

    def code(self, person_id: int | None, is_template: bool) -> int | None:
        """The code that the message fails with later, by a webhook. Raises `GraphRefusal` for one that refuses it now."""
        for fault in self.faults.codes:
            touched = fault.people is None or person_id in fault.people
            fits = fault.only is None or (fault.only == "template") == is_template
            if not touched or not fits or self._chance.random() >= fault.share:
                continue
            if fault.arrives == RESPONSE:
                raise GraphRefusal(fault.code, "a fault of the playground")
            return fault.code
        return None

    def loses_answer(self) -> bool:
        """Whether the answer to a message that was sent gets lost."""
        return self._chance.random() < self.faults.drop_after

    def skips_delivered(self) -> bool:
        """Whether a message is read without having been reported as delivered."""
        return self._chance.random() < self.faults.skip_delivered
