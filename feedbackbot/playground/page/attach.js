// What a person can send beside text: pictures and files from this computer, a sample voice note and
// sticker made on the spot, a place.

import { api } from "./api.js";
import { askForm, field } from "./dialogs.js";
import { el } from "./dom.js";
import { fileSize, t } from "./i18n.js";
import { openMenu } from "./popover.js";

/** The city hall's surroundings, so that a first try needs no map. */
const LHOKSEUMAWE = { latitude: 5.1801, longitude: 97.1507 };
const SAMPLE_RATE = 8000;

export function openAttachMenu(anchor, person, attempt) {
  const pick = (kind, accept) => async () => {
    const files = await pickFiles(accept);
    if (files.length > 0) await sendFiles(person, kind, files, attempt);
  };
  openMenu(anchor, [
    { icon: "photo", label: t("kind-photo"), onChoose: pick("photo", "image/*") },
    { icon: "document", label: t("kind-document"), onChoose: pick("document", "") },
    { icon: "voice", label: t("sample-voice"), onChoose: () => attempt(() => sendVoice(person)) },
    { icon: "sticker", label: t("sample-sticker"), onChoose: () => attempt(() => sendSticker(person)) },
    { icon: "location", label: t("kind-location"), onChoose: () => sendLocation(person, attempt) },
  ]);
}

export function pickFiles(accept) {
  return new Promise((resolve) => {
    const input = el("input", { type: "file", multiple: true, accept, class: "file-picker" });
    input.addEventListener("change", () => resolve([...input.files]));
    input.addEventListener("cancel", () => resolve([]));
    document.body.append(input);
    input.click();
    input.remove();
  });
}

/** Several files go as one album, with the caption on the first, as Telegram's apps send them. */
export async function sendFiles(person, kind, files, attempt) {
  const answer = await askForm({
    title: kind === "photo" ? t("send-photo") : t("send-document"),
    submit: t("send"),
    content: [el("ul", { class: "file-list" }, files.map((file) => filePreview(kind, file))), field("caption", t("caption"))],
  });
  if (!answer) return;
  const album = files.length > 1 ? crypto.randomUUID() : null;
  for (const [index, file] of files.entries()) {
    const caption = index === 0 ? answer.get("caption") : "";
    await attempt(() => api.upload(person, { file, kind, caption, album }));
  }
}

export function filePreview(kind, file) {
  const shown = kind === "photo" && el("img", { src: URL.createObjectURL(file), alt: "" });
  if (shown) shown.addEventListener("load", () => URL.revokeObjectURL(shown.src));
  return el("li", {}, shown, el("span", {}, file.name), el("small", {}, fileSize(file.size)));
}

export async function sendLocation(person, attempt) {
  const place = await askPlace();
  if (place) await attempt(() => api.location(person, place.latitude, place.longitude));
}

/** A place, or null where the dialog was closed. */
export async function askPlace() {
  const answer = await askForm({
    title: t("kind-location"),
    hint: t("location-hint"),
    submit: t("send"),
    content: [
      field("latitude", t("latitude"), { type: "number", step: "any", min: -90, max: 90, required: true, value: LHOKSEUMAWE.latitude }),
      field("longitude", t("longitude"), { type: "number", step: "any", min: -180, max: 180, required: true, value: LHOKSEUMAWE.longitude }),
    ],
  });
  return answer && { latitude: Number(answer.get("latitude")), longitude: Number(answer.get("longitude")) };
}

/** One second of a quiet tone as a WAV file. */
function sendVoice(person) {
  const bytes = new DataView(new ArrayBuffer(44 + SAMPLE_RATE));
  const header = ["RIFF", 36 + SAMPLE_RATE, "WAVE", "fmt ", 16, 0x00010001, SAMPLE_RATE, SAMPLE_RATE, 0x00080001, "data", SAMPLE_RATE];
  header.forEach((part, index) => {
    if (typeof part === "number") bytes.setUint32(index * 4, part, true);
    else [...part].forEach((letter, at) => bytes.setUint8(index * 4 + at, letter.charCodeAt(0)));
  });
  for (let at = 0; at < SAMPLE_RATE; at += 1) bytes.setUint8(44 + at, 128 + 24 * Math.sin((at * 2 * Math.PI * 330) / SAMPLE_RATE));
  const file = new Blob([bytes.buffer], { type: "audio/wav" });
  return api.upload(person, { file, name: "suara.wav", kind: "voice" });
}

/** A smiling face drawn here, so that the page carries no picture of anybody's. */
async function sendSticker(person) {
  const canvas = el("canvas", { width: 256, height: 256 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#f2c14e";
  pen.beginPath();
  pen.arc(128, 128, 112, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = pen.strokeStyle = "#12403a";
  pen.lineWidth = 14;
  pen.lineCap = "round";
  for (const x of [92, 164]) {
    pen.beginPath();
    pen.arc(x, 104, 13, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.beginPath();
  pen.arc(128, 132, 58, 0.15 * Math.PI, 0.85 * Math.PI);
  pen.stroke();
  const file = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
  return api.upload(person, { file, name: "stiker.webp", kind: "sticker" });
}
