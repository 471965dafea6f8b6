// What the page asks of the local server. Every failure becomes a ServerRefusal whose message can be shown.

export class ServerRefusal extends Error {}

export async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ServerRefusal("");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ServerRefusal(body.error ?? body.description ?? `HTTP ${response.status}`);
  return body;
}

export function post(path, body = {}) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

const person = (id, verb) => `/play/people/${id}/${verb}`;

export const api = {
  state: () => call("/play/state"),
  addPerson: (profile) => post("/play/people", profile),
  text: (id, text, replyTo) => post(person(id, "text"), replyTo ? { text, reply_to: replyTo } : { text }),
  edit: (id, messageId, text) => post(person(id, "edit"), { message_id: messageId, text }),
  start: (id, payload) => post(person(id, "start"), payload ? { payload } : {}),
  tap: (id, messageId, row, column) => post(person(id, "tap"), { message_id: messageId, row, column }),
  ownContact: (id) => post(person(id, "contact"), { own: true }),
  otherContact: (id, contact) => post(person(id, "contact"), contact),
  location: (id, latitude, longitude) => post(person(id, "location"), { latitude, longitude }),
  block: (id) => post(person(id, "block")),
  unblock: (id) => post(person(id, "unblock")),
  deactivate: (id) => post(person(id, "deactivate")),
  read: (id) => post(person(id, "read")),
  faults: (faults) => post("/play/faults", faults),
  clock: (seconds) => post("/play/clock", { offset_seconds: seconds }),
  reset: () => post("/play/reset"),
  upload(id, { file, name, kind, caption, album }) {
    const form = new FormData();
    form.set("kind", kind);
    if (caption) form.set("caption", caption);
    if (album) form.set("media_group_id", album);
    form.set("file", file, name ?? file.name);
    return call(person(id, "upload"), { method: "POST", body: form });
  },
};
