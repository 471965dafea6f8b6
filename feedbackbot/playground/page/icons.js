// Icons as stroked paths, so that the page needs neither a font nor a picture from outside.

import { drawing, el } from "./dom.js";

const PATHS = {
  add: ["M12 5v14", "M5 12h14"],
  alarm: ["M12 3 2.5 20h19L12 3z", "M12 10v4", "M12 17v.5"],
  attach: ["M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.5 3.5 0 0 1 5 5L10 17.5a1.5 1.5 0 0 1-2.2-2.2L15.5 7.7"],
  block: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M5.7 5.7l12.6 12.6"],
  check: ["M5 12.5l4.5 4.5L19 7.5"],
  clock: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M12 7.5V12l3 2"],
  close: ["M6 6l12 12", "M18 6 6 18"],
  contact: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M4.5 20a7.5 7.5 0 0 1 15 0"],
  copy: ["M9 9h11v11H9z", "M15 9V4H4v11h5"],
  document: ["M6 3h8l5 5v13H6z", "M14 3v5h5"],
  down: ["M6 9.5l6 6 6-6"],
  download: ["M12 4v11", "M7 11l5 5 5-5", "M5 20h14"],
  edit: ["M4 20h4L19 9l-4-4L4 16z", "M13 7l4 4"],
  external: ["M9 7h8v8", "M17 7 7 17"],
  keyboard: ["M3 6h18v12H3z", "M7 10h.5", "M11 10h.5", "M15 10h.5", "M7 14h10"],
  list: ["M8 6h12", "M8 12h12", "M8 18h12", "M4 6h.5", "M4 12h.5", "M4 18h.5"],
  location: ["M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21z", "M12 7.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"],
  more: ["M12 5v.5", "M12 12v.5", "M12 19v.5"],
  people: ["M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z", "M2.5 20a6.5 6.5 0 0 1 13 0", "M16 5.3a3.5 3.5 0 0 1 0 6.5", "M18 14.5a6.5 6.5 0 0 1 3.5 5.5"],
  phone: ["M7 3h3l1.5 5-2 1.5a12 12 0 0 0 5 5l1.5-2 5 1.5v3a3 3 0 0 1-3 3A15 15 0 0 1 4 6a3 3 0 0 1 3-3z"],
  photo: ["M3 5h18v14H3z", "M3 16l5-5 5 5 3-3 5 5", "M16 8.5v.5"],
  qr: ["M4 4h6v6H4z", "M14 4h6v6h-6z", "M4 14h6v6H4z", "M14 14h2.5v2.5H14z", "M20 14v6h-6", "M7 7v.2", "M17 7v.2", "M7 17v.2"],
  reply: ["M10 6 4 12l6 6", "M4 12h10a6 6 0 0 1 6 6"],
  reset: ["M4 5v5h5", "M4.6 10A8 8 0 1 1 4 14"],
  search: ["M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z", "M15.5 15.5 20 20"],
  send: ["M4 12 20 4l-5 16-3.5-6.5z", "M11.5 13.5 20 4"],
  sticker: ["M5 4h14v9l-6 7H5z", "M13 20v-7h6", "M9 9v.5", "M14 9v.5"],
  voice: ["M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3z", "M5.5 11a6.5 6.5 0 0 0 13 0", "M12 17.5V21"],
};

export function icon(name) {
  return drawing(PATHS[name]);
}

/** A button that shows only an icon: the label is what a screen reader says and what hovering shows. */
export function iconButton(name, label, onClick, props = {}) {
  const { class: extra = "", ...rest } = props;
  return el(
    "button",
    { type: "button", class: `icon-button ${extra}`, "aria-label": label, title: label, on: { click: onClick }, ...rest },
    icon(name),
  );
}
