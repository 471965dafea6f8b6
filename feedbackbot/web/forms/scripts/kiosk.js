// The screen at the counter: one question a screen; what is answered is kept on the device first and sent when there is a network.
"use strict";
const BACK_AFTER = 20_000, TRY_AGAIN = 30_000;
const here = location.pathname.replace(/\/$/, ""), counterOf = (path) => path.replace(/\/survei\/.*/, ""), base = counterOf(here), forms = JSON.parse(document.getElementById("forms").textContent);
const screen_ = document.getElementById("screen"), locked = document.getElementById("locked"), waiting = document.getElementById("waiting");
let language = document.documentElement.lang, answers = {}, place = 0, idle = 0, sending = null;

// Kept ratings, each under its own name

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open("kiosk", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("ratings", { keyPath: "id" });
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

async function kept(mode, work) {
  const transaction = (await database).transaction("ratings", mode), asked = work(transaction.objectStore("ratings"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

async function keep() {
  if (!scales().some((field) => field.key in answers)) return;
  const rating = { id: crypto.randomUUID(), at: Date.now(), where: here, agreed: true, answers };
  answers = {};
  await kept("readwrite", (store) => store.put(rating));
  send();
}

function send() {
  sending ??= sendAll().catch(() => {}).finally(() => { sending = null; tellWaiting(); });
  return sending;
}

async function sendAll() {
  for (const rating of await kept("readonly", (store) => store.getAll())) {
    const body = JSON.stringify({ ...rating, token: localStorage.getItem("kiosk:" + counterOf(rating.where)) });
    const answer = await fetch(rating.where + "/suara", { method: "POST", headers: { "content-type": "application/json" }, body });
    if (answer.status === 403) { lock(); return; }
    if (answer.ok || answer.status === 422 || answer.status === 404) await kept("readwrite", (store) => store.delete(rating.id));
    else return;
  }
}

async function tellWaiting() {
  const count = await kept("readonly", (store) => store.count());
  waiting.hidden = count === 0;
  waiting.textContent = count ? `${words().waiting} ${count}` : "";
}

// Screens

const words = () => forms[language].words;
const scales = () => forms[language].fields.filter((field) => field.kind === "scale");

// Only a tap may ask for it; the screen then stays on, too
function fillScreen() {
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
  navigator.wakeLock?.request("screen").catch(() => {});
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function button(text, act, look) {
  const made = element("button", text, { type: "button", class: look });
  made.addEventListener("click", act);
  return made;
}

function show(...parts) {
  screen_.replaceChildren(...parts);
  const heading = screen_.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  watch();
}

function begin() {
  answers = {}; place = 0;
  const bar = element("p", "", { class: "bar" });
  bar.append(button(words().start, () => { fillScreen(); ask(); }, "button big"));
  const others = Object.keys(forms).filter((one) => one !== language);
  const lower = element("p", "", { class: "bar" });
  for (const one of others) lower.append(button(forms[one].words.language, () => { language = document.documentElement.lang = one; begin(); }, "plain"));
  show(element("h1", words().title), element("p", words().agree), bar, lower);
}

function ask() {
  const field = forms[language].fields[place];
  if (!field) return finish();
  const scale = field.kind === "scale", faces = scale && field.options.length === 4;
  const options = element("div", "", { class: faces ? "faces" : "list" });
  const onward = (key) => { if (key) answers[field.key] = key; place += 1; ask(); };
  for (const [key, label] of field.options) {
    const one = button("", () => onward(key), "");
    if (faces) one.append(document.getElementById("face-" + key).content.cloneNode(true));
    one.append(element("span", label));
    options.append(one);
  }
  if (!scale) options.append(button(words().skip, () => onward(""), ""));
  const bar = element("p", "", { class: "bar" });
  bar.append(button(words().back, () => { if (place) { place -= 1; ask(); } else begin(); }, "plain"), element("span", scale ? `${scales().indexOf(field) + 1}/${scales().length}` : ""));
  show(element("h1", field.question), options, bar);
}

async function finish() {
  await keep();
  const more = element("p", "", { class: "bar" });
  for (const [path, name] of forms[language].others) more.append(button(name, () => { location.href = path; }, "plain"));
  show(element("h1", words().thanks), element("p", words()["thanks-more"]), more);
}

// Whoever walks away leaves what was answered, and the next one begins at the start
function watch() {
  clearTimeout(idle);
  idle = setTimeout(async () => { await keep(); language = document.documentElement.dataset.first; if (here === base) begin(); else location.href = base; }, BACK_AFTER);
}

// The code

function lock() {
  localStorage.removeItem("kiosk:" + base);
  clearTimeout(idle);
  screen_.replaceChildren();
  locked.hidden = false;
}

locked.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wrong = document.getElementById("wrong");
  wrong.hidden = true;
  const body = JSON.stringify({ code: locked.code.value });
  const answer = await fetch(base + "/buka", { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => null);
  if (!answer?.ok) { wrong.hidden = false; return; }
  localStorage.setItem("kiosk:" + base, (await answer.json()).token);
  locked.hidden = true;
  fillScreen();
  begin();
  send();
});

document.documentElement.dataset.first = language;
if (localStorage.getItem("kiosk:" + base)) begin(); else lock();
navigator.serviceWorker?.register("/kiosk/sw.js");
// so that they are there without a network, too
navigator.serviceWorker?.ready.then((one) => one.active.postMessage(forms[language].others.map(([path]) => path)));
addEventListener("online", send);
setInterval(send, TRY_AGAIN);
send();
