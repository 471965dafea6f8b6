// What the page asks of the other app's side of the server.

import { call, post } from "../api.js";

const person = (id, verb) => `/play/wa/people/${id}/${verb}`;

export const waApi = {
  addPerson: (profile) => post("/play/wa/people", profile),
  text: (id, text, replyTo) => post(person(id, "text"), replyTo ? { text, reply_to: replyTo } : { text }),
  open: (id, text) => post(person(id, "link"), { text }),
  tap: (id, messageId, choice) => post(person(id, "tap"), { message_id: messageId, choice }),
  form: (id, messageId, answers) => post(person(id, "form"), { message_id: messageId, answers }),
  location: (id, latitude, longitude) => post(person(id, "location"), { latitude, longitude }),
  contact: (id, contact) => post(person(id, "contact"), contact),
  act: (id, verb, values = {}) => post(person(id, verb), values),
  account: (settings) => post("/play/wa/account", settings),
  faults: (faults) => post("/play/wa/faults", faults),
  decide: (id, decision) => post("/play/wa/templates", { id, ...decision }),
  upload(id, { file, kind, caption }) {
    const form = new FormData();
    form.set("kind", kind);
    if (caption) form.set("caption", caption);
    form.set("file", file, file.name);
    return call(person(id, "upload"), { method: "POST", body: form });
  },
};
