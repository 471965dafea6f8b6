"""Notices become messages in the moment of sending: at the live address, in the language of now, with the facts of now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Speaker
from feedbackbot.domain.contact_policy import RULES, Kind
from feedbackbot.errors import DatabaseAway
from feedbackbot.figures import NOTICES
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.people.addresses import Reach, reach, reach_at
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.pipeline.outbox import QueuedMessage, State, hand_over, readdress
from feedbackbot.storage.pipeline.policy_deferral import PutBack, put_back
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
OPT_OUT: Final = EntryPoint("langganan")
"""The entry point behind the button under each message of a subscription that can be switched off; its argument is the subscription."""


class Wording:
    """Puts claimed rows into words; rows that hold their words already pass untouched."""

    def __init__(self, speaker: Speaker, catalogue: Catalogue) -> None:
        self._speaker = speaker
        self._catalogue = catalogue

    def in_words(
        self, tx: Transaction, channel: str, claimed: Sequence[QueuedMessage]
    ) -> list[QueuedMessage]:
        """Those that can go over `channel` now. The others are put back or settled in this transaction, with the reason."""
        ready: list[QueuedMessage] = []
        back: list[PutBack] = []
        for queued in claimed:
            if queued.notice is None:
                ready.append(queued)
                continue
            stays = self._speaker.in_its_chat(queued.notice)
            where = reach_at(tx, queued.address_id) if stays else reach(tx, queued.person_id)
            if where is None:
                back.append(PutBack(queued.id, State.GONE, "unreachable"))
            elif where.channel != channel:
                hand_over(tx, queued.id, where.channel, where.address_id)
            else:
                said = self._said(tx, queued, where)
                if isinstance(said, PutBack):
                    back.append(said)
                else:
                    ready.append(said)
        put_back(tx, back)
        return ready

    def _said(self, tx: Transaction, queued: QueuedMessage, where: Reach) -> QueuedMessage | PutBack:
        assert queued.notice is not None  # noqa: S101  asked by the caller
        try:
            message = self.message(tx, queued.notice, queued.body, queued.kind, where)
        except DatabaseAway:
            raise
        except Exception as problem:
            _log.exception("a notice could not be said", row=queued.id, problem=type(problem).__name__)
            NOTICES.labels(queued.notice, "failed").inc()
            return PutBack(queued.id, State.REJECTED, "cannot-be-said")
        if message is None:
            NOTICES.labels(queued.notice, "nothing-to-say").inc()
            return PutBack(queued.id, State.DROPPED, "nothing-to-say")
        if where.address_id != queued.address_id:
            readdress(tx, queued.id, where.address_id)
        body = as_outgoing(message, ChatState(), page=0, pages=("", "")).to_json()
        return replace(
            queued,
            body=body,
            language=where.language,
            address_id=where.address_id,
            address=where.address,
            gone=False,
        )

    def message(self, tx: Transaction, notice: str, fields: str, kind: str, where: Reach) -> Message | None:
        """The notice as it is read there, with the button that switches its subscription off."""
        translate = _ToReader(self._catalogue, where.language, where.channel)
        message = self._speaker.words(tx, translate, notice, fields)
        subscription = RULES[Kind(kind)].subscription
        if message is None or subscription is None:
            return message
        off = Choice(
            subscription.value, translate("opt-out-button"), translate("opt-out-short"), opens=OPT_OUT
        )
        return replace(message, below=(*message.below, off))


@dataclass(frozen=True, slots=True)
class _ToReader:
    catalogue: Catalogue
    language: str
    channel: str

    def __call__(self, key: str, /, **values: Value) -> str:
        return self.catalogue.text(self.language, key, **values)
