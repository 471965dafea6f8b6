// A draft of a half-filled form stays on the device until the form has arrived. Without this script everything works but that.
"use strict";
(() => {
  const key = (path) => "draf:" + path;
  const sent = document.querySelector("[data-sent]");
  try {
    if (sent) localStorage.removeItem(key(sent.dataset.sent));
    const form = document.querySelector("form[data-draft]");
    if (!form) return;
    const name = key(form.dataset.draft), status = form.querySelector("[role=status]");
    const tell = (text) => { status.textContent = text; status.hidden = !text; };
    const fields = () => [...form.elements].filter((one) => one.name && one.type !== "hidden");
    const put = () => {
      const kept = {};
      for (const one of fields()) if (!["radio", "checkbox"].includes(one.type) ? one.value : one.checked) kept[one.name] = one.value;
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), kept }));
    };
    const found = JSON.parse(localStorage.getItem(name) || "null");
    if (found && Date.now() - found.at < 7 * 864e5) {
      for (const one of fields()) {
        if (!(one.name in found.kept)) continue;
        if (["radio", "checkbox"].includes(one.type)) one.checked = one.value === found.kept[one.name];
        else one.value = found.kept[one.name];
      }
      tell(form.dataset.saved);
    }
    form.addEventListener("input", put);
    form.addEventListener("submit", (event) => {
      put();
      if (navigator.onLine === false) { event.preventDefault(); tell(form.dataset.offline); }
    });
    addEventListener("online", () => tell(""));
  } catch (_) { /* no storage, no draft */ }
})();
