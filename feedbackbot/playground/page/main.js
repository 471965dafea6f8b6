// The page: puts header, phones and panel together and keeps them in step with the server.

import { api, ServerRefusal } from "./api.js";
import { el, replaceChildren } from "./dom.js";
import { followEvents } from "./events.js";
import { activeFaults } from "./faults.js";
import { language, setLanguage, t } from "./i18n.js";
import { icon, iconButton } from "./icons.js";
import { remember, remembered } from "./memory.js";
import { Notices } from "./notices.js";
import { panel } from "./panel.js";
import { defaultOpen, PeopleBar, PRESETS } from "./people.js";
import { Phone } from "./phone.js";
import { store } from "./state.js";
import { WaPhone } from "./whatsapp/phone.js";

/** How often an empty page looks whether its people have come. */
const EXPECTING_MS = 500;
const root = document.getElementById("app");

class Page {
  constructor() {
    this.phones = new Map();
    this.open = remembered("open", []);
    this.lost = false;
    this.attempt = this.attempt.bind(this);
    store.on("faults", () => this.showWarnings());
    store.on("loaded", () => this.loaded());
    store.on("person", () => this.bar.later());
    store.on("message", () => this.bar.later());
    store.on("reset", () => this.attempt(() => this.load()));
  }

  build() {
    setLanguage(language());
    document.title = t("title");
    this.bar = new PeopleBar({
      store,
      attempt: this.attempt,
      isOpen: (id) => this.open.includes(id),
      onChoose: (id) => this.choose(id),
    });
    this.notices = new Notices();
    this.warnings = el("div", { class: "warnings", role: "status", "aria-live": "polite" });
    // the bot's own pages for everybody, where the demo serves them
    this.site = el("a", { class: "site", target: "_blank", rel: "noopener", hidden: true }, t("site"));
    this.strip = el("main", { class: "phones", "aria-label": t("phones") });
    const tools = panel({ store, attempt: this.attempt });
    const workspace = el("div", { class: "workspace" }, this.strip, tools);
    replaceChildren(root, this.header(), this.warnings, workspace, this.notices.toasts);
    this.showWarnings();
  }

  header() {
    const title = el("h1", {}, el("span", {}, t("brand")), el("small", {}, t("brand-line")));
    return el(
      "header",
      { class: "top" },
      el("div", { class: "brand" }, el("span", { class: "brand-mark", "aria-hidden": "true" }), title),
      this.bar.element,
      el("p", { class: "not-telegram" }, icon("alarm"), t("not-telegram")),
      this.site,
      this.languageSwitch(),
      iconButton("list", t("panel"), () => this.togglePanel(), { class: "toggle-panel" }),
    );
  }

  languageSwitch() {
    const other = language() === "id" ? "en" : "id";
    const sides = ["id", "en"].map((code) => el("span", { class: code === language() ? "on" : "" }, code.toUpperCase()));
    const props = { type: "button", class: "language", lang: other, "aria-label": t("switch-language") };
    return el("button", { ...props, on: { click: () => this.speak(other) } }, sides);
  }

  /** Every view is built anew in the other language; what they show lies with the server. */
  speak(code) {
    setLanguage(code);
    location.reload();
  }

  togglePanel(open = !document.body.classList.contains("panel-open")) {
    document.body.classList.toggle("panel-open", open);
  }

  /** A first visit finds nobody: then the three are made here, unless a demo is about to bring its own. */
  async load() {
    let state = await api.state();
    while (state.expects_people) {
      await new Promise((done) => setTimeout(done, EXPECTING_MS));
      state = await api.state();
    }
    store.load(state.people.length === 0 ? await this.populate() : state);
  }

  /** The presets have fixed ids, so that two pages opened at once make three people and not six. */
  async populate() {
    await Promise.allSettled(PRESETS.map((preset) => api.addPerson(preset)));
    return api.state();
  }

  loaded() {
    this.open = this.open.filter((id) => store.people.has(id));
    if (this.open.length === 0) this.open = defaultOpen([...store.people.values()]);
    if (!this.open.includes(store.active)) store.active = this.open[0];
    this.site.hidden = !store.site;
    if (store.site) this.site.href = store.site;
    for (const phone of this.phones.values()) phone.close();
    this.phones.clear();
    this.showPhones();
    this.showWarnings();
  }

  showPhones() {
    for (const [id, phone] of this.phones) {
      if (this.open.includes(id)) continue;
      phone.close();
      this.phones.delete(id);
    }
    for (const id of this.open) {
      if (this.phones.has(id)) continue;
      const Kind = store.people.get(id).app === "whatsapp" ? WaPhone : Phone;
      const phone = new Kind({ id, store, onClose: () => this.closePhone(id), onActive: () => this.activate(id) });
      this.phones.set(id, phone);
      this.strip.append(phone.element);
      phone.changed();
    }
    this.strip.dataset.count = this.open.length;
    remember("open", this.open);
    store.tell("active");
    this.bar.show();
  }

  choose(id) {
    if (!this.open.includes(id)) this.open = [...this.open, id];
    store.active = id;
    this.togglePanel(false);
    this.showPhones();
    this.phones.get(id).element.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  closePhone(id) {
    this.open = this.open.filter((other) => other !== id);
    if (store.active === id) store.active = this.open[0];
    this.showPhones();
  }

  activate(id) {
    if (store.active === id) return;
    store.active = id;
    store.tell("active");
    this.bar.show();
  }

  showWarnings() {
    const broken = activeFaults(store.faults).map((name) => t(`fault-${name}`));
    replaceChildren(
      this.warnings,
      this.lost && el("p", { class: "warning lost" }, icon("alarm"), t("server-lost")),
      broken.length > 0 && el("p", { class: "warning" }, icon("alarm"), t("line-broken", { what: broken.join(", ") })),
    );
  }

  setLost(lost) {
    this.lost = lost;
    document.body.classList.toggle("server-lost", lost);
    this.showWarnings();
  }

  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error;
      this.notices.toast(error.message || t("server-away"));
      return null;
    }
  }
}

const page = new Page();
page.build();
followEvents({
  onEvent: (event, id) => store.apply(event, id),
  onOpen: async () => {
    await page.load();
    page.setLost(false);
  },
  onLost: () => page.setLost(true),
});
