"""Everything that the playground knows: the bot, the people, their chats, the queue of updates, the faults."""

import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from feedbackbot.clock import city_zone
from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.archive import Archive
from feedbackbot.playground.bot_profile import BotProfile
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.events import EventLog
from feedbackbot.playground.faults import FaultLine, Faults
from feedbackbot.playground.files import FileStore
from feedbackbot.playground.markup import Markup
from feedbackbot.playground.refusals import bad_request
from feedbackbot.playground.send_log import Ledger
from feedbackbot.playground.updates import UpdateQueue
from feedbackbot.playground.users import CROWD_ID, FIRST_ID, Resident
from feedbackbot.playground.webhook_delivery import WebhookDelivery
from feedbackbot.playground.whatsapp.world import WhatsAppWorld


class Tap:
    """A callback query that waits for its answer."""

    __slots__ = ("answered", "at", "person_id")

    def __init__(self, person_id: int) -> None:
        self.person_id = person_id
        self.at = time.monotonic()
        self.answered = False


class World:
    """The state of one server and the verbs that both sides share. Not safe for use from several threads."""

    def __init__(
        self, bounds: Bounds | None = None, bot_username: str = "lhokseumawe_playground_bot"
    ) -> None:
        self.bounds = bounds or Bounds()
        self.bot = BotProfile(bot_username, "Lhokseumawe")
        self.events = EventLog(self.bounds.events)
        self.faults = FaultLine()
        self.updates = UpdateQueue(self.bounds.update_seconds, self.bounds.tap_seconds)
        self.webhook = WebhookDelivery(self.updates, lambda: self.faults.faults.outage)
        self.last_message_id = 0
        self.site = ""
        self.expects_people = False
        self.whatsapp = WhatsAppWorld(self.bounds, self.events, self.now)
        self._begin()

    def _begin(self) -> None:
        self.people: dict[int, Resident] = {}
        self.files = FileStore(self.bounds.file_bytes)
        self.ledger = Ledger(self.bounds.sends)
        self.calls: deque[dict[str, Any]] = deque(maxlen=self.bounds.calls)
        self.taps: OrderedDict[str, Tap] = OrderedDict()
        self.offset_seconds = 0.0
        self.archive = Archive(self.bounds)
        self._last_person = FIRST_ID - 1

    def reset(self) -> None:
        """Forget people, messages, files, commands, faults and what waits. Ids and the bot's token go on."""
        token = self.bot.token
        self.bot = BotProfile(self.bot.username, self.bot.name)
        if token is not None:
            self.bot.take_token(token)
        self.faults.set(Faults())
        self.updates.forget_all()
        self.webhook.forget()
        self.whatsapp.reset()
        self._begin()
        self.events.emit("reset", None)

    def now(self) -> int:
        """Unix time by the announced clock, whole seconds."""
        return int(time.time() + self.offset_seconds)

    def add_person(
        self,
        name: str,
        username: str | None = None,
        phone: str | None = None,
        language_code: str = "id",
        number: int | None = None,
        role_hint: str | None = None,
    ) -> Resident:
        """A new person, not yet started. Raises ValueError for an id that is taken or too small."""
        if number is not None and (number < FIRST_ID or number in self.people):
            raise ValueError(f"id {number} is taken or below {FIRST_ID}")
        while number is None:
            self._last_person += 1
            number = self._last_person if self._last_person not in self.people else None
        resident = Resident(number, name, username, phone, language_code, role_hint)
        self.people[number] = resident
        resident.commands_shown = self.bot.commands_for(resident)
        self.events.emit("person", number, profile=resident.profile())
        return resident

    def add_crowd(self, names: Sequence[str]) -> list[int]:
        """People who can be written to and have no phone on the page; their ids."""
        first = CROWD_ID + len(self.events.unseen)
        for number, name in enumerate(names, first):
            self.events.unseen.add(number)
            self.add_person(name, number=number).started = True
        return list(range(first, first + len(names)))

    def chat_of(self, call: ApiCall, parameter: str = "chat_id") -> Resident:
        """The person whose chat the call is about. Raises `Refusal` where there is none."""
        given = call.values.get(parameter)
        if given is None or given == "":
            raise bad_request(f"{parameter} is empty")
        resident = self.people.get(call.number(parameter))
        if resident is None:
            raise bad_request("chat not found")
        call.person_id = resident.id
        return resident

    def addressee(self, call: ApiCall) -> Resident:
        """The person the bot writes to, if it may and is not too fast. Raises `Refusal`."""
        resident = self.chat_of(call)
        refusal = resident.refusal()
        if refusal is not None:
            raise refusal
        if self.faults.active and self.faults.touches(call.method, resident.id):
            self.faults.count_send(resident.id)
        return resident

    def post(
        self, call: ApiCall, resident: Resident, content: dict[str, Any], markup: Markup | None
    ) -> ChatMessage:
        """A new message from the bot."""
        self.last_message_id += 1
        api = {
            "message_id": self.last_message_id,
            "from": self.bot.user,
            "chat": resident.chat,
            "date": self.now(),
            **content,
        }
        if markup is not None and markup.kind == "inline":
            api["reply_markup"] = {"inline_keyboard": markup.rows}
        letter = ChatMessage(resident.id, api, True, markup.kind if markup else None)
        resident.received += 1
        resident.unread += 1
        self.archive.keep(resident, letter)
        self.ledger.sent(call.method, resident.id, letter.message_id, letter.text, new=True)
        self.events.emit("message", resident.id, message=letter)
        if markup is not None and markup.kind in ("keyboard", "remove"):
            self.show_keyboard(resident, markup)
        return letter

    def replace(
        self, call: ApiCall, resident: Resident, old: ChatMessage, api: dict[str, Any]
    ) -> ChatMessage:
        """A message of the bot with new content."""
        letter = ChatMessage(resident.id, api, True, "inline" if "reply_markup" in api else None)
        if old.message_id in resident.letters:
            resident.letters[old.message_id] = letter
        self.ledger.sent(call.method, resident.id, letter.message_id, letter.text, new=False)
        self.events.emit("edited", resident.id, message=letter)
        return letter

    def note_call(self, entry: dict[str, Any]) -> None:
        """One more line in the list of calls."""
        self.calls.append(entry)
        self.events.emit("call", entry["person"], call=entry)

    def show_keyboard(self, resident: Resident, markup: Markup | None) -> None:
        """What stands in place of her keyboard from now on."""
        keyboard = None
        if markup is not None and markup.kind == "keyboard":
            keyboard = {"rows": markup.rows, "one_time": markup.one_time, "placeholder": markup.placeholder}
        if keyboard != resident.keyboard:
            resident.keyboard = keyboard
            self.events.emit("keyboard", resident.id, keyboard=keyboard)

    def show_commands(self, only: int | None = None) -> None:
        """Tell those whose list of commands has changed."""
        for resident in [self.people[only]] if only in self.people else list(self.people.values()):
            commands = self.bot.commands_for(resident)
            if commands != resident.commands_shown:
                resident.commands_shown = commands
                self.events.emit("commands", resident.id, commands=commands)

    def new_tap(self, person_id: int) -> str:
        """The id of a new callback query."""
        query_id = str(secrets.randbits(62))
        self.taps[query_id] = Tap(person_id)
        if len(self.taps) > self.bounds.taps:
            self.taps.popitem(last=False)
        return query_id

    def state(self) -> dict[str, Any]:
        """`GET /play/state`; of each chat only the newest messages, fewer where there are more than a hundred chats."""
        most = self.bounds.messages_in_state
        people = [one for one in self.people.values() if one.id not in self.events.unseen]
        newest = max(1, min(most, most * 100 // max(len(people), 1)))
        return {
            "bot": self.bot.as_json(),
            "people": [resident.profile() for resident in people],
            "messages": {
                str(resident.id): [letter.page() for letter in list(resident.letters.values())[-newest:]]
                for resident in people
            },
            "keyboards": {str(resident.id): resident.keyboard for resident in people},
            "calls": list(self.calls),
            "faults": self.faults.faults.as_json(),
            "clock": {"offset_seconds": self.offset_seconds},
            "zone": _zone(self.now()),
            "site": self.site,
            "expects_people": self.expects_people,
            "whatsapp": self.whatsapp.state(),
            "last_event_id": self.events.last_id,
        }


def _zone(now: int) -> dict[str, Any]:
    """The city's, and how many seconds its clock is ahead of UTC."""
    zone = city_zone()
    ahead = datetime.fromtimestamp(now, zone).utcoffset()
    return {"name": zone.key, "seconds": int(ahead.total_seconds()) if ahead is not None else 0}
