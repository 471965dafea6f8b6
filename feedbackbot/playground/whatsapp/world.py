"""All that the other app's side of the playground knows: the account, its people and what lies between them and the bot."""

import asyncio
import secrets
from collections import OrderedDict
from datetime import datetime
from typing import Any

from feedbackbot.clock import city_zone
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.events import EventLog
from feedbackbot.playground.whatsapp.account import Account
from feedbackbot.playground.whatsapp.faults import FaultLine
from feedbackbot.playground.whatsapp.flows import Flows
from feedbackbot.playground.whatsapp.ledger import Ledger, Sent
from feedbackbot.playground.whatsapp.limits import Limits
from feedbackbot.playground.whatsapp.media import MediaStore
from feedbackbot.playground.whatsapp.profile import Profile
from feedbackbot.playground.whatsapp.resident import FIRST_ID, Resident
from feedbackbot.playground.whatsapp.templates import Templates
from feedbackbot.playground.whatsapp.webhook_bodies import MESSAGES, STATUSES, Element
from feedbackbot.playground.whatsapp.webhooks import WebhookDelivery

Json = dict[str, Any]
SHOWN_AFTER = 0.1


class WhatsAppWorld:
    """Shares the log of events with the Telegram side; `clock` returns Unix seconds by the announced clock."""

    def __init__(self, bounds: Bounds, events: EventLog, clock: Any) -> None:
        self.bounds = bounds
        self.events = events
        self.now = clock
        self.faults = FaultLine()
        self.webhook = WebhookDelivery(self._taken, lambda: self.faults.faults.outage)
        self._account_changed = False
        self._begin()

    def _begin(self) -> None:
        self.account = Account()
        self.people: dict[int, Resident] = {}
        self.by_number: dict[str, Resident] = {}
        self.by_user_id: dict[str, Resident] = {}
        self.media = MediaStore(self.bounds.file_bytes)
        self.templates = Templates(self.tell_account, lambda: self.account.approver == "approves")
        self.flows = Flows()
        self.profile = Profile(self.account)
        self.ledger = Ledger(self.account, self.bounds.sends)
        self.limits = Limits(self.account)
        self._order: OrderedDict[str, int] = OrderedDict()
        self._last_person = FIRST_ID - 1

    def reset(self) -> None:
        """Forget people, messages, files, templates, forms and faults; the subscription of the webhook stays."""
        self.webhook.forget()
        self.faults = FaultLine()
        self._begin()

    def add_person(
        self, name: str, phone: str | None = None, username: str | None = None, role_hint: str | None = None
    ) -> Resident:
        """Somebody with the app. Raises `CannotDo` for a number that is taken."""
        self._last_person += 1
        number = "".join(filter(str.isdigit, phone or "")) or f"62853{self._last_person % 10**8:08d}"
        if number in self.by_number:
            raise CannotDo(f"the number +{number} is taken")
        resident = Resident(self._last_person, name, number, username, role_hint)
        self.people[resident.id] = resident
        self.by_number[number] = self.by_user_id[resident.user_id] = resident
        self.show_person(resident)
        return resident

    def find(self, person_id: int) -> Resident:
        """The person of an id. Raises `CannotDo`."""
        resident = self.people.get(person_id)
        if resident is None:
            raise CannotDo(f"there is no person {person_id}", 404)
        return resident

    def show_person(self, resident: Resident) -> None:
        """Tell the page how she is now."""
        self.events.emit("wa_person", resident.id, profile=resident.profile())

    def show_account(self) -> None:
        """Tell the panel what things cost and which templates there are; soon, and once for all that changes until then."""
        if not self._account_changed:
            self._account_changed = True
            asyncio.get_running_loop().call_later(SHOWN_AFTER, self._show_account)

    def _show_account(self) -> None:
        self._account_changed = False
        self.events.emit("wa_account", None, account=self.account_json())

    def new_message_id(self) -> str:
        """A wamid of the length that real ones have."""
        return f"wamid.HBgN{secrets.token_urlsafe(39)}"

    def keep(self, resident: Resident, letter: Json) -> Json:
        """Put a message on her phone."""
        resident.letters[letter["message_id"]] = letter
        self._order[letter["message_id"]] = resident.id
        if len(resident.letters) > self.bounds.messages_per_person:
            self._order.pop(resident.letters.popitem(last=False)[0], None)
        while len(self._order) > self.bounds.messages:
            oldest, whose = self._order.popitem(last=False)
            self.people[whose].letters.pop(oldest, None)
        self.events.emit("wa_message", resident.id, message=letter)
        return letter

    def tell_account(self, field: str, value: Json) -> None:
        """A webhook about the account."""
        self.webhook.offer(Element("account", field, None, value))
        self.show_account()

    def tell_status(self, sent: Sent, status: str, **more: Any) -> None:
        """A status of a message: counted, shown and sent to the bot."""
        self.ledger.happened(sent, status, more.pop("code", None))
        resident = self.people.get(sent.person) if sent.person is not None else None
        content: Json = {"id": sent.id, "status": status, "timestamp": str(self.now())}
        # A message that failed to a number names nobody.
        if resident is not None and status != "failed":
            content["recipient_user_id"] = resident.user_id
            if not resident.hidden:
                content["recipient_id"] = resident.number
        if sent.callback is not None:
            content["biz_opaque_callback_data"] = sent.callback
        self.webhook.offer(Element(f"status {sent.id}", MESSAGES, STATUSES, {**content, **more}))
        letter = resident.letters.get(sent.id) if resident is not None else None
        if letter is not None:
            letter["status"] = sent.status
        self.events.emit("wa_status", sent.person, message_id=sent.id, status=sent.status, code=sent.code)
        self.show_account()

    def month(self) -> str:
        """The month by the announced clock in the account's time zone."""
        return datetime.fromtimestamp(self.now(), city_zone()).strftime("%Y-%m")

    def _taken(self, element: Element) -> None:
        """The bot took an update: what a person wrote has arrived, two grey ticks."""
        if element.part == MESSAGES:
            self.tick(str(element.content.get("id")), "delivered")

    def tick(self, message_id: str, status: str) -> None:
        """The ticks at a message that a person wrote."""
        resident = self.people.get(self._order.get(message_id, 0))
        letter = resident.letters.get(message_id) if resident is not None else None
        if letter is None or letter["from"] != "person" or letter["status"] in (status, "read"):
            return
        letter["status"] = status
        self.events.emit("wa_status", letter["person"], message_id=message_id, status=status, code=None)

    def whose(self, message_id: str) -> Resident | None:
        """On whose phone a message is."""
        return self.people.get(self._order.get(message_id, 0))

    def account_json(self) -> Json:
        """What the panel shows."""
        return {
            "settings": self.account.as_json(),
            "costs": self.ledger.costs(),
            "templated": self.limits.templated,
            "templates": [one.as_json() for one in self.templates.all()],
            "flows": [one.as_json() for one in self.flows.all()],
            "commands": self.profile.commands,
            "prompts": self.profile.prompts,
            "webhook": {
                "url": self.webhook.url,
                "waiting": self.webhook.waiting,
                "error": self.webhook.last_error,
            },
        }

    def state(self) -> Json:
        """`whatsapp` in `GET /play/state`."""
        most = self.bounds.messages_in_state
        newest = max(1, min(most, most * 100 // max(len(self.people), 1)))
        return {
            "people": [resident.profile() for resident in self.people.values()],
            "messages": {str(one.id): list(one.letters.values())[-newest:] for one in self.people.values()},
            "account": self.account_json(),
            "faults": self.faults.as_json(),
        }
