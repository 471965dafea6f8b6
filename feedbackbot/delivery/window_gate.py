"""Where a chat service lets nothing but approved texts pass a day after the person last wrote: knock, wait for the door to open, then tell.

Decided in the transaction that claims the rows, in the moment of sending; what waits for the door goes when the person writes.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from feedbackbot.delivery.channel import Limits
from feedbackbot.delivery.sending import read_body
from feedbackbot.delivery.wording import OPT_OUT
from feedbackbot.dialogue.message import Outgoing, TemplateCall
from feedbackbot.domain.calendar import at_city, city_day
from feedbackbot.domain.contact_policy import RULES, Kind
from feedbackbot.domain.contact_policy.templates import (
    DOOR,
    KNOCK,
    WINDOW,
    Template,
    fields_of,
    fuller,
    template_for,
)
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.storage.people.consents import newest_consent
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, State, add_message
from feedbackbot.storage.pipeline.policy_deferral import PutBack, put_back
from feedbackbot.storage.pipeline.templates import (
    APPROVED,
    TemplateState,
    first_alarm,
    heard_at,
    knocked_at,
    paid_messages,
    people_knocked,
    templates,
)
from feedbackbot.storage.pipeline.windows import WAITS
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_A_DAY, _AGAIN = timedelta(days=1), timedelta(hours=1)
_WAITS_AT_MOST = timedelta(days=30)
_FOR_ALL = 0.9
"""Of the people who may be written to in a day: the rest is for what cannot wait."""


def open_or_knock(
    tx: Transaction, channel: str, letters: Sequence[QueuedMessage], limits: Limits
) -> list[QueuedMessage]:
    """Of freshly claimed rows, in words, those that may go now. The others wait, and where they can somebody knocks for them."""
    heard = heard_at(tx, {letter.address_id for letter in letters})
    free = [one for one in letters if one.kind == KNOCK or _is_open(heard.get(one.address_id), tx.now)]
    shut = [one for one in letters if one not in free]
    if shut:
        gate = _Gate(tx, channel, limits)
        put_back(tx, [gate.answer(one, heard.get(one.address_id)) for one in shut])
    return free


def _is_open(heard: datetime | None, now: datetime) -> bool:
    return heard is not None and now < heard + WINDOW


class _Gate:
    """One batch before a shut door."""

    def __init__(self, tx: Transaction, channel: str, limits: Limits) -> None:
        self._tx = tx
        self._channel = channel
        self._limits = limits
        self._known = templates(tx, channel)
        self._knocked = people_knocked(tx, channel, KNOCK)
        month = city_day(tx.now).replace(day=1)
        self._paid = (
            sum(paid_messages(tx, at_city(month, time()), channel).values()) if limits.messages else 0
        )

    def answer(self, letter: QueuedMessage, heard: datetime | None) -> PutBack:
        kind = Kind(letter.kind) if letter.kind in set(Kind) else None
        template = template_for(kind, letter.notice) if kind is not None else None
        if kind is None or template is None:  # what nobody misses who writes again tomorrow
            return PutBack(letter.id, State.DROPPED, f"{WAITS}-shut")
        if why := self._held(letter, template, heard):
            due = self._tx.now + _AGAIN if why in ("people", "ceiling", "template") else self._ends(kind)
            return PutBack(letter.id, State.WAITING, f"{WAITS}-{why}", due)
        self._knock(letter, template)
        return PutBack(letter.id, State.WAITING, f"{WAITS}-knocked", self._ends(kind))

    def _ends(self, kind: Kind) -> datetime:
        """When it is looked at again, to find that it makes no sense any more."""
        return self._tx.now + min(RULES[kind].waits_for or _WAITS_AT_MOST, _WAITS_AT_MOST)

    def _held(self, letter: QueuedMessage, template: Template, heard: datetime | None) -> str:
        """Why nobody may knock now, "" where somebody may."""
        tx = self._tx
        last = knocked_at(tx, KNOCK, [letter.address_id]).get(letter.address_id)
        if last is not None and last > tx.now - _A_DAY and (heard is None or last > heard):
            return "knocked"  # one knock is enough for all that waits
        if template.marketing:
            said = newest_consent(tx, letter.person_id, MARKETING)
            if said is None or not said.given:
                return "no-consent"
        if not self._usable(template, letter.language):
            return "template"
        most = self._limits.people if template.urgent else int(self._limits.people * _FOR_ALL)
        if self._knocked >= most:
            return "people"
        if self._limits.messages and not template.urgent and self._paid >= self._limits.messages:
            return "ceiling"
        return ""

    def _language(self, language: str) -> str:
        return language if language in self._limits.languages else self._limits.languages[0]

    def _usable(self, template: Template, language: str) -> bool:
        language = self._language(language)
        state = self._state(template, language)
        if _is_good(state, template):
            return True
        if first_alarm(self._tx, self._channel, template.name, language):
            _log.error(
                "a template cannot be used, messages wait for it",
                template=template.name,
                language=language,
                status=state.status or "MISSING",
            )
        return False

    def _state(self, template: Template, language: str) -> TemplateState:
        none = TemplateState(template.name, language, "MISSING", "")
        return self._known.get((template.name, language), none)

    def _knock(self, letter: QueuedMessage, template: Template) -> None:
        self._knocked += 1
        message = read_body(letter)
        about = plain(message.about) if message.about else " ".join(plain(message.text).split())
        about, more = about or template.name, fuller(template, about)
        if more is not None and _is_good(self._state(more, self._language(letter.language)), more):
            template = more
        fields = fields_of(template, about)
        call = TemplateCall(
            template.name,
            fields,
            f"!{DOOR}/{letter.id}",
            _stop(letter.kind) if template.marketing else "",
        )
        add_message(
            self._tx,
            channel=self._channel,
            address_id=letter.address_id,
            lane=Lane(letter.lane),
            kind=KNOCK,
            body=Outgoing(", ".join(fields.values()), template=call).to_json(),
            planned_at=self._tx.now,
            # a broadcast counts its rows by their subject, and this is none of them
            subject=None if letter.kind == Kind.BROADCAST else letter.subject,
        )


def _is_good(state: TemplateState, template: Template) -> bool:
    return state.status == APPROVED and state.category in ("", template.category)


def _stop(kind: str) -> str:
    """What the button carries under which advertising is switched off."""
    subscription = RULES[Kind(kind)].subscription
    return f"!{OPT_OUT}/{subscription.value}" if subscription is not None else ""
