"""One outgoing message as the bodies that show it: buttons, a list, a link, a file, or plain texts.

The limits are those of feedbackbot/data/whatsapp_cloud_messages.json, which the local server holds us to.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from feedbackbot.channels.raw_values import storable
from feedbackbot.channels.whatsapp.forms import opening
from feedbackbot.channels.whatsapp.reading import OWN_NUMBER
from feedbackbot.channels.whatsapp.templates import call_of
from feedbackbot.channels.whatsapp.text import LONGEST_BODY, LONGEST_TEXT, parts
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Button, Outgoing

BUTTONS: Final = 3
TITLE, ROW_TITLE, ROW_DESCRIPTION, LONGEST_LINK = 20, 24, 72, 2000
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A body without its recipient. `attachment` is to be put into `place`, the object that wants its id."""

    body: Body
    attachment: Attachment | None = None
    place: Body = field(default_factory=dict)


def render(message: Outgoing, opener: str, form_id: str = "") -> list[Part]:
    """In the order in which they must be sent; the last one carries the choices. `opener` is on the button that opens a list,
    `form_id` of the published form where it is not named by what it is.

    - Up to three short choices are buttons, under their picture or file; more, or longer ones, a list below it.
    - A single link beside nothing else is a button; beside choices it is a line of the text.
    - A text over 4,096 goes on in further messages, choices under the last.
    """
    if message.template is not None:
        return [Part({"type": "template", "template": call_of(message.template, message.language)})]
    if message.form is not None:
        # the way of asking one by one is a word that may be typed: buttons cannot stand beside a form
        shown = parts(message.text, LONGEST_BODY, LONGEST_TEXT) or [message.form.heading]
        content = {**opening(message.form, form_id), "body": {"text": shown[-1]}}
        return [*(_text(part) for part in shown[:-1]), _interactive(content)]
    if message.voice is not None:
        return [*([_text(part) for part in parts(message.text)]), _file("audio", message.voice, None)]
    choices = _choices(message)
    links = [button for row in message.rows for button in row if button.url is not None]
    if len(links) == 1 and not choices and len(links[0].url or "") <= LONGEST_LINK:
        return _link(message, links[0])
    text = "\n\n".join([message.text, *(f"{button.label}: {button.url}" for button in links)])
    if not choices:
        return _file_and_text(message, text)
    titles = _titles(choices, TITLE)
    if len(choices) <= BUTTONS and titles is not None and len(parts(text, LONGEST_BODY)) == 1:
        return _buttons(message, text, choices, titles)
    return _list(message, text, choices, opener)


def _choices(message: Outgoing) -> list[Button]:
    found = [button for row in message.rows for button in row if button.data is not None]
    if message.asks_contact is None:
        return found
    # the number people write from is theirs: saying so is all there is to share
    return [Button(message.asks_contact, _short(message.asks_contact, TITLE), data=OWN_NUMBER), *found]


def _titles(choices: list[Button], room: int) -> list[str] | None:
    """What stands on the buttons, None where one would be cut or two would read alike."""
    for names in ([one.label for one in choices], [one.short for one in choices]):
        titles = [storable(name).strip() for name in names]
        if all(0 < len(title) <= room for title in titles) and len(set(titles)) == len(titles):
            cut = any(title.endswith("…") for title in titles)
            return None if cut else titles
    return None


def _buttons(message: Outgoing, text: str, choices: list[Button], titles: list[str]) -> list[Part]:
    replies = [
        {"type": "reply", "reply": {"id": one.data, "title": title}}
        for one, title in zip(choices, titles, strict=True)
    ]
    content: Body = {
        "type": "button",
        "body": {"text": _only(text, LONGEST_BODY)},
        "action": {"buttons": replies},
    }
    return _under_its_file(message, content)


def _under_its_file(message: Outgoing, content: Body) -> list[Part]:
    """A picture or a file as the header of the same message; of both the file goes ahead."""
    before: list[Part] = []
    if message.picture is not None and message.document is not None:
        before.append(_file("document", message.document, None))
    if (attachment := message.picture or message.document) is None:
        return [_interactive(content)]
    kind = "image" if message.picture is not None else "document"
    place: Body = {"filename": attachment.name} if kind == "document" else {}
    part = _interactive({**content, "header": {"type": kind, kind: place}})
    return [*before, Part(part.body, attachment, place)]


def _list(message: Outgoing, text: str, choices: list[Button], opener: str) -> list[Part]:
    rows = []
    for one, title in zip(choices, _row_titles(choices), strict=True):
        row: Body = {"id": one.data, "title": title}
        if (label := storable(one.label).strip()) and label != title:
            row["description"] = _short(label, ROW_DESCRIPTION)
        rows.append(row)
    shown = parts(text, LONGEST_TEXT) or [opener]
    content = {
        "type": "list",
        "body": {"text": shown[-1]},
        "action": {"button": _short(opener, TITLE), "sections": [{"rows": rows}]},
    }
    return [*_files(message), *(_text(part) for part in shown[:-1]), _interactive(content)]


def _row_titles(choices: list[Button]) -> list[str]:
    """Labels where all fit and differ; else short labels, which differ by their places where they must."""
    titles = _titles(choices, ROW_TITLE)
    if titles is not None:
        return titles
    shorts = [
        storable(one.label).strip() if len(one.label) <= ROW_TITLE else _short(one.short, ROW_TITLE)
        for one in choices
    ]
    if len(set(shorts)) == len(shorts) and all(shorts):
        return shorts
    return [_short(f"{place}. {one.short or one.label}", ROW_TITLE) for place, one in enumerate(choices, 1)]


def _link(message: Outgoing, link: Button) -> list[Part]:
    shown = parts(message.text, LONGEST_BODY, LONGEST_TEXT) or [_short(link.label, LONGEST_BODY)]
    label = link.label if len(link.label) <= TITLE else link.short
    action = {
        "name": "cta_url",
        "parameters": {"display_text": _short(label, TITLE), "url": storable(link.url or "")},
    }
    content = {"type": "cta_url", "body": {"text": shown[-1]}, "action": action}
    return [*(_text(part) for part in shown[:-1]), *_under_its_file(message, content)]


def _file_and_text(message: Outgoing, text: str) -> list[Part]:
    """A picture or file carries the text where that fits under it, else the text follows."""
    attachment = message.picture or message.document
    if attachment is None:
        # an empty text is sent as it is: the refusal then tells whose mistake it was
        return [_text(part) for part in parts(text) or [""]]
    shown = parts(text)
    fits = len(parts(text, LONGEST_BODY)) <= 1
    caption = shown[0] if shown and fits else None
    kind = "image" if message.picture is not None else "document"
    before = (
        [_file("document", message.document, None)]
        if message.picture and message.document is not None
        else []
    )
    return [*before, _file(kind, attachment, caption), *(_text(part) for part in shown if caption is None)]


def _files(message: Outgoing) -> list[Part]:
    found = []
    if message.document is not None:
        found.append(_file("document", message.document, None))
    if message.picture is not None:
        found.append(_file("image", message.picture, None))
    return found


def _file(kind: str, attachment: Attachment, caption: str | None) -> Part:
    place: Body = {} if kind in ("image", "audio") else {"filename": attachment.name}
    if caption is not None:
        place["caption"] = caption
    return Part({"type": kind, kind: place}, attachment, place)


def _text(text: str) -> Part:
    return Part({"type": "text", "text": {"body": text, "preview_url": False}})


def _interactive(content: Body) -> Part:
    return Part({"type": "interactive", "interactive": content})


def _only(text: str, most: int) -> str:
    shown = parts(text, most)
    return shown[0] if shown else "…"


def _short(text: str, most: int) -> str:
    text = storable(text).strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
