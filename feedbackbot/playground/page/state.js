// Everything the page knows, and the one place where events of the server change it.
// Views listen with `store.on(kind, …)`.

import { setZone } from "./i18n.js";
import { Taps } from "./taps.js";

const LONGEST_CALL_LIST = 300;
const TYPING_MS = 5000;
/** Events that leave nothing behind in the state: they must be shown even when the state is newer. */
const PASSING = new Set(["toast", "tap_answered", "chat_action", "reset"]);

export class Store {
  constructor() {
    this.listeners = new Map();
    this.taps = new Taps((place) => this.tell("tap", place));
    this.typing = new Map();
    this.drafts = new Map();
    this.load({});
  }

  on(kind, listener) {
    const known = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, known.add(listener));
    return () => known.delete(listener);
  }

  tell(kind, detail = {}) {
    for (const listener of [...(this.listeners.get(kind) ?? [])]) listener(detail);
  }

  /** Take over a whole state as `GET /play/state` gives it. */
  load({ bot = {}, people = [], messages = {}, keyboards = {}, calls = [], faults = {}, clock = {}, zone = { name: "UTC", seconds: 0 }, whatsapp = {}, site = "", last_event_id = 0 }) {
    this.loadedTo = last_event_id;
    this.bot = bot;
    this.site = site;
    const everybody = [...people, ...(whatsapp.people ?? [])];
    this.account = whatsapp.account ?? null;
    this.people = new Map(everybody.map((person) => [person.id, person]));
    this.messages = new Map(
      Object.entries({ ...messages, ...whatsapp.messages }).map(([id, list]) => [Number(id), new Map(list.map((m) => [m.message_id, m]))]),
    );
    this.keyboards = new Map(Object.entries(keyboards).map(([id, keyboard]) => [Number(id), keyboard]));
    this.calls = calls.slice(-LONGEST_CALL_LIST);
    this.faults = faults;
    this.clock = clock;
    this.zone = zone;
    setZone(zone.name);
    this.tell("loaded");
  }

  messagesOf(id) {
    const found = [...(this.messages.get(id)?.values() ?? [])];
    // Ids of the other app are no numbers: there they stand in the order they came.
    return found.some((message) => message.app) ? found : found.sort((a, b) => a.message_id - b.message_id);
  }

  isTyping(id) {
    return (this.typing.get(id)?.until ?? 0) > Date.now();
  }

  /** Take an event of the server's stream. What the loaded state holds already is not counted twice. */
  apply(event, id) {
    if (id <= this.loadedTo && !PASSING.has(event.kind)) return;
    HANDLERS[event.kind]?.(this, event);
  }

  putMessage(id, message) {
    const chat = this.messages.get(id) ?? new Map();
    const known = chat.has(message.message_id);
    this.messages.set(id, chat.set(message.message_id, message));
    const person = this.people.get(id);
    if (!known && message.from === "bot") {
      this.typing.delete(id);
      if (person) person.unread = (person.unread ?? 0) + 1;
    }
    this.tell("message", { person: id, message, known });
  }

  putPerson(person) {
    this.people.set(person.id, { ...this.people.get(person.id), ...person });
    this.tell("person", { person: person.id });
  }

  setTyping(id, action, ms = TYPING_MS) {
    this.typing.set(id, { action, until: Date.now() + ms });
    this.tell("chat_action", { person: id });
    setTimeout(() => this.tell("chat_action", { person: id }), ms + 50);
  }
}

const HANDLERS = {
  message: (store, { person, message }) => store.putMessage(person, message),
  edited: (store, { person, message }) => store.putMessage(person, message),
  deleted(store, { person, message_id: messageId, message_ids: several }) {
    for (const gone of several ?? [messageId]) {
      store.messages.get(person)?.delete(gone);
      store.tell("deleted", { person, messageId: gone });
    }
  },
  toast: (store, event) => store.tell("toast", event),
  tap_answered: (store, event) => store.taps.answer(event.callback_query_id),
  chat_action: (store, { person, action }) => store.setTyping(person, action),
  keyboard(store, { person, keyboard }) {
    store.keyboards.set(person, keyboard);
    store.tell("keyboard", { person });
  },
  commands: (store, { person, commands }) => store.putPerson({ id: person, commands }),
  person: (store, event) => store.putPerson(event.profile),
  call(store, { call }) {
    store.calls.push(call);
    if (store.calls.length > LONGEST_CALL_LIST) store.calls.shift();
    store.tell("call", { call });
  },
  faults(store, { faults }) {
    store.faults = faults;
    store.tell("faults");
  },
  clock(store, { clock }) {
    store.clock = clock;
    store.tell("clock");
  },
  reset: (store) => store.tell("reset"),
  wa_message: (store, { person, message }) => store.putMessage(person, message),
  wa_status(store, { person, message_id: id, status, code }) {
    const message = store.messages.get(person)?.get(id);
    if (message) store.putMessage(person, { ...message, status, code });
  },
  wa_person: (store, event) => store.putPerson(event.profile),
  wa_typing: (store, { person, seconds }) => store.setTyping(person, "typing", seconds * 1000),
  wa_account(store, { account }) {
    store.account = account;
    store.tell("account");
  },
};

export const store = new Store();
