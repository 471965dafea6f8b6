// The components of a form's screen as elements.

import { el } from "../dom.js";
import { marked } from "./marks.js";

const LONGEST_AREA = 600;

/** @param {(value: any, scope: object) => any} bound */
export function fieldOf(part, scope, bound) {
  const build = FIELDS[part.type];
  return build ? build(part, (name) => bound(part[name], scope), scope) : null;
}

const texts = (tag) => (part, value) => el(tag, {}, marked([value("text")].flat().join("\n")));

const FIELDS = {
  TextHeading: texts("h3"),
  TextSubheading: texts("h4"),
  TextBody: texts("p"),
  TextCaption: texts("small"),
  RichText: texts("p"),
  RadioButtonsGroup: choices("radio", "one"),
  Dropdown: choices("radio", "one"),
  CheckboxGroup: choices("checkbox", "several"),
  OptIn: (part, value, scope) =>
    el("label", { class: "wa-option", data: { field: part.name, kind: "agreed" } },
      el("input", { type: "checkbox", checked: scope.form[part.name] === true, required: Boolean(value("required")) }), el("span", {}, value("label"))),
  TextInput: written((props) => el("input", { type: "text", maxlength: 80, ...props })),
  DatePicker: written((props) => el("input", { type: "date", ...props })),
  TextArea: written((props, part) => el("textarea", { rows: 3, maxlength: part["max-length"] ?? LONGEST_AREA, ...props })),
};

function choices(type, kind) {
  return (part, value, scope) => {
    const chosen = scope.form[part.name] ?? value("init-value");
    return el(
      "fieldset",
      { class: "wa-group", data: { field: part.name, kind } },
      el("legend", {}, value("label")),
      value("data-source").map((option) =>
        el(
          "label",
          { class: "wa-option" },
          el("span", {}, el("strong", {}, option.title), option.description && el("small", {}, option.description)),
          el("input", {
            type, name: part.name, value: option.id,
            required: type === "radio" && Boolean(value("required")),
            checked: [chosen].flat().includes(option.id),
          }),
        ),
      ),
    );
  };
}

function written(build) {
  return (part, value, scope) => {
    const input = build({ required: Boolean(value("required")) }, part);
    input.value = scope.form[part.name] ?? value("init-value") ?? "";
    return el("label", { class: "field", data: { field: part.name, kind: "text" } },
      el("span", {}, value("label")), input, part["helper-text"] && el("small", { class: "hint" }, value("helper-text")));
  };
}
