"""A file behind an address of the city's own web, for a chat service that does not take its kind.

The address holds the recipe under the city's seal; nothing is kept of it. What is about a person opens once, and soon no more.
"""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from feedbackbot.delivery.channel import FileLink
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CALENDAR, HELD_DATA, RECEIVED, FileSource
from feedbackbot.domain.forms.seal import seal, unseal
from feedbackbot.domain.people.link_code import new_link_code
from feedbackbot.storage.cases.kept_files import is_of_a_case
from feedbackbot.storage.people.one_time_codes import keep_code, subject_of_code, use_code
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction

PATH: Final = "/berkas"
_PURPOSE: Final = "file"


@dataclass(frozen=True, slots=True)
class _Rule:
    good_for: timedelta
    once: bool


_RULES: Final[dict[FileSource, _Rule]] = {
    CALENDAR: _Rule(timedelta(days=30), once=False),
    HELD_DATA: _Rule(timedelta(hours=1), once=True),
    RECEIVED: _Rule(timedelta(hours=24), once=True),
}
"""Any other kind of file has no address."""


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """What a good address leads to; `once` is the code that is used up by opening it, "" for none."""

    attachment: Attachment
    once: str


class FileLinks:
    """Makes addresses and reads them again."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    async def link(self, attachment: Attachment) -> FileLink | None:
        """None where the city's web has no address, or this is no file to have one."""
        base, rule = self._runtime.settings.public_url.rstrip("/"), _RULES.get(attachment.source)
        if not base or rule is None:
            return None
        work = self._runtime.write if rule.once else self._runtime.read
        return await work(lambda tx: _link(tx, base, rule, attachment))

    async def find(self, token: str) -> LinkedFile | None:
        """Uses nothing up. None for an address that is not ours, too old, or used."""
        return await self._runtime.read(lambda tx: _find(tx, token))

    async def use(self, found: LinkedFile) -> bool:
        """Whether it may be handed out now; of several who ask at once one gets it."""
        if not found.once:
            return True
        return await self._runtime.write(lambda tx: use_code(tx, found.once, _PURPOSE)) is not None


def _link(tx: Transaction, base: str, rule: _Rule, attachment: Attachment) -> FileLink | None:
    args = dict(attachment.args)
    if attachment.source == RECEIVED and not is_of_a_case(tx, str(args["ref"])):
        return None
    code = new_link_code(secrets.randbelow) if rule.once else ""
    if code:
        keep_code(tx, code, _PURPOSE, _subject(attachment), rule.good_for)
    until = int((tx.now + rule.good_for).timestamp())
    told = {"s": attachment.source, "a": args, "n": attachment.name, "t": until, "c": code}
    text = base64.urlsafe_b64encode(json.dumps(told, separators=(",", ":")).encode()).decode().rstrip("=")
    return FileLink(
        f"{base}{PATH}/{seal(tx.settings.require_key(), _PURPOSE, text)}", rule.good_for, rule.once
    )


def _subject(attachment: Attachment) -> str:
    """A newer address of the same voids the older one."""
    return f"{attachment.source} {sorted(attachment.args.items())}"[:80]


def _find(tx: Transaction, token: str) -> LinkedFile | None:
    text = unseal(tx.settings.require_key(), _PURPOSE, token)
    if text is None:
        return None
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    once = str(told["c"])
    if told["t"] < tx.now.timestamp() or (once and subject_of_code(tx, once, _PURPOSE) is None):
        return None
    source = FileSource(told["s"])
    if source == RECEIVED and not is_of_a_case(tx, str(told["a"]["ref"])):
        return None
    return LinkedFile(Attachment(source, told["a"], told["n"]), once)
