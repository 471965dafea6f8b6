// The bottom of a phone with the other app: attach, write, send. Commands are suggested as one types a slash.

import { Composer } from "../composer.js";
import { el, replaceChildren } from "../dom.js";
import { t } from "../i18n.js";
import { waApi } from "./api.js";
import { openWaAttachMenu, sendFiles } from "./attach.js";

export class WaComposer extends Composer {
  show() {
    const { blocked, deactivated, offline } = this.phone.person;
    const act = (verb) => () => waApi.act(this.phone.id, verb);
    if (deactivated) replaceChildren(this.element, el("p", { class: "gate" }, t("account-gone")));
    else if (blocked) replaceChildren(this.element, this.gate(t("you-blocked"), t("unblock"), act("unblock")));
    else if (offline) replaceChildren(this.element, this.gate(t("wa-is-off"), t("wa-on"), act("on")));
    else this.showInput();
  }

  /** The same commands for everybody: the app knows no lists by role. */
  commands() {
    const known = this.phone.store.account?.commands ?? [];
    return known.map((one) => ({ command: one.command_name, description: one.command_description }));
  }

  attach(anchor) {
    openWaAttachMenu(anchor, this.phone.id, this.phone.attempt);
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    sendFiles(this.phone.id, files, this.phone.attempt);
  }
}
