// What a person can send beside text on the other app. Several pictures are several messages: it knows no albums.

import { askPlace, filePreview, pickFiles } from "../attach.js";
import { askForm, field } from "../dialogs.js";
import { el } from "../dom.js";
import { t } from "../i18n.js";
import { openMenu } from "../popover.js";
import { waApi } from "./api.js";

export function openWaAttachMenu(anchor, person, attempt) {
  const pick = (accept) => async () => {
    const files = await pickFiles(accept);
    if (files.length > 0) await sendFiles(person, files, attempt);
  };
  openMenu(anchor, [
    { icon: "photo", label: t("kind-photo"), onChoose: pick("image/*") },
    { icon: "document", label: t("kind-document"), onChoose: pick("") },
    { icon: "location", label: t("kind-location"), onChoose: () => sendPlace(person, attempt) },
    { icon: "contact", label: t("share-own"), onChoose: () => attempt(() => waApi.contact(person, { own: true })) },
    { icon: "edit", label: t("wa-edit"), onChoose: () => attempt(() => waApi.act(person, "unsupported", { what: "edit" })) },
  ]);
}

export async function sendFiles(person, files, attempt) {
  const previews = el("ul", { class: "file-list" }, files.map((file) => filePreview(kindOf(file) === "image" ? "photo" : "document", file)));
  const answer = await askForm({ title: t("send-photo"), submit: t("send"), content: [previews, field("caption", t("caption"))] });
  if (!answer) return;
  for (const [index, file] of files.entries()) {
    const caption = index === 0 ? answer.get("caption") : "";
    await attempt(() => waApi.upload(person, { file, kind: kindOf(file), caption }));
  }
}

function kindOf(file) {
  const family = file.type.split("/")[0];
  return ["image", "video", "audio"].includes(family) ? family : "document";
}

export async function sendPlace(person, attempt) {
  const place = await askPlace();
  if (place) await attempt(() => waApi.location(person, place.latitude, place.longitude));
}
