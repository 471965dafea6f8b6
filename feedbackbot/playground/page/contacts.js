// A card of somebody else: what a bot must not take for the sender's own number.

import { askForm, field } from "./dialogs.js";
import { t } from "./i18n.js";

/** @returns {Promise<{name: string, phone: string} | null>} */
export async function askOtherContact() {
  const answer = await askForm({
    title: t("share-other"),
    hint: t("share-other-hint"),
    submit: t("share"),
    content: [
      field("name", t("name"), { required: true, value: "Dewi" }),
      field("phone", t("phone"), { required: true, type: "tel", value: "+6281260009999" }),
    ],
  });
  return answer && { name: answer.get("name"), phone: answer.get("phone") };
}
