"""Telegram's HTML turned into plain text and entities, offsets and lengths in UTF-16 units.

The tags and the refusals, with their byte offsets, are those of TDLib's parser. Attributes other than the known
ones are read and ignored, an end tag may be empty (`</>`), a semicolon after a character reference may be missing.
"""

import re
from typing import NamedTuple

from feedbackbot.playground.html_tags import TAGS, Entity, argument_of, link_of, shown, utf16_length
from feedbackbot.playground.refusals import bad_request, cannot_parse_entities

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\v\0"
END = "\0"
_INTERESTING = re.compile("[<&\0]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z]+));?")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The text without markup and its entities, outer ones first. Raises `Refusal` for broken markup."""
    if "<" not in html and "&" not in html:
        return html, []
    return _Reader(html).read()


class _Open(NamedTuple):
    tag: str
    argument: str
    offset: int
    place: int


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html.replace(END, "") + END
        self.at = 0
        self.out: list[str] = []
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        html = self.html
        while (found := _INTERESTING.search(html, self.at)) is not None:
            if found.start() > self.at:
                self._put(html[self.at : found.start()])
            self.at = found.start()
            if html[self.at] == END:
                break
            if html[self.at] == "&":
                self._put(self._reference() or self._ampersand())
            elif html[self.at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise cannot_parse_entities(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )
        for entity in self.entities:
            entity.pop("_language", None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.units += utf16_length(text)

    def _ampersand(self) -> str:
        self.at += 1
        return "&"

    def _reference(self) -> str:
        """The character meant by a reference at the present place, "" if it is none."""
        found = _REFERENCE.match(self.html, self.at)
        if found is None:
            return ""
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            character = NAMED.get(name, "")
        else:
            number = int(hexadecimal, 16) if hexadecimal else int(decimal)
            length = len(found[0].removesuffix(";"))
            character = "" if number == 0 or number >= 0x10FFFF or length >= 10 else chr(number)
        if "\ud800" <= character <= "\udfff":
            raise cannot_parse_entities(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
                "surrogate code units"
            )
        if character:
            self.at = found.end()
        return character

    def _bytes_before(self, place: int) -> int:
        return len(self.html[:place].encode("utf-8", "surrogatepass"))

    def _skip_spaces(self) -> None:
        while self.html[self.at] != END and self.html[self.at] in SPACES:
            self.at += 1

    def _start_tag(self) -> None:
        html, begin = self.html, self.at
        self.at += 1
        while html[self.at] not in SPACES and html[self.at] != ">":
            self.at += 1
        if html[self.at] == END:
            raise self._broken("Unclosed start tag at byte offset {}", begin)
        tag = html[begin + 1 : self.at].lower()
        if tag not in TAGS:
            raise self._broken(f'Unsupported start tag "{shown(tag)}" at byte offset {{}}', begin)
        argument = ""
        while html[self.at] != ">":
            self._skip_spaces()
            if html[self.at] == ">":
                break
            name, value = self._attribute(tag, begin)
            argument = argument_of(tag, name, value, argument)
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise self._broken('Tag "span" must have class "tg-spoiler" at byte offset {}', begin)
        self.open.append(_Open(tag, argument, self.units, len(self.out)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        html, start = self.html, self.at
        while html[self.at] not in SPACES and html[self.at] not in "=>":
            self.at += 1
        name = html[start : self.at]
        if not name:
            raise self._broken(f'Empty attribute name in the tag "{tag}" at byte offset {{}}', begin)
        self._skip_spaces()
        if html[self.at] != "=":
            if html[self.at] == END:
                raise self._broken(f'Unclosed start tag "{tag}" at byte offset {{}}', begin)
            if tag == "blockquote" and name.lower() == "expandable":
                return "expandable", ""
            raise self._broken(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {{}}',
                begin,
            )
        self.at += 1
        self._skip_spaces()
        if html[self.at] == END:
            raise self._broken(f'Unclosed start tag "{tag}" at byte offset {{}}', begin)
        value = self._quoted(html[self.at]) if html[self.at] in "'\"" else self._name_token()
        if html[self.at] == END:
            raise self._broken("Unclosed start tag at byte offset {}", begin)
        return name.lower(), value

    def _name_token(self) -> str:
        found = _NAME_TOKEN.match(self.html, self.at)
        start, self.at = self.at, found.end() if found else self.at
        if self.html[self.at] not in SPACES and self.html[self.at] != ">":
            raise self._broken("Unexpected end of name token at byte offset {}", start)
        return self.html[start : self.at].lower()

    def _quoted(self, quote: str) -> str:
        self.at += 1
        value: list[str] = []
        while self.html[self.at] not in (quote, END):
            character = self._reference() if self.html[self.at] == "&" else ""
            if not character:
                character = self.html[self.at]
                self.at += 1
            value.append(character)
        if self.html[self.at] == quote:
            self.at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        html, begin = self.html, self.at
        if not self.open:
            raise self._broken("Unexpected end tag at byte offset {}", begin)
        self.at += 2
        while html[self.at] not in SPACES and html[self.at] != ">":
            self.at += 1
        name = html[begin + 2 : self.at].lower()
        self._skip_spaces()
        if html[self.at] != ">":
            raise self._broken("Unclosed end tag at byte offset {}", begin)
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise self._broken(
                f'Unmatched end tag at byte offset {{}}, expected "</{opened.tag}>", found "</{shown(name)}>"',
                begin,
            )
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Entity = {
            "type": TAGS[opened.tag],
            "offset": opened.offset,
            "length": self.units - opened.offset,
        }
        if opened.tag == "a":
            url = link_of(opened.argument or "".join(self.out[opened.place :]))
            if url is None:
                return
            entity.update(url)
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal():
                raise bad_request("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag in ("code", "pre") and self._joins_code(entity, opened):
            return
        if opened.tag == "code" and opened.argument:
            entity["_language"] = opened.argument
        self.entities.append(entity)

    def _joins_code(self, entity: Entity, opened: _Open) -> bool:
        """`<pre><code class="language-x">` over the very same text is one entity with a language."""
        last = self.entities[-1] if self.entities else None
        other = "code" if opened.tag == "pre" else "pre"
        if last is None or last["type"] != other:
            return False
        if (last["offset"], last["length"]) != (entity["offset"], entity["length"]):
            return False
        language = last.get("_language") if opened.tag == "pre" else opened.argument
        if not language:
            return False
        last.update(type="pre", language=language)
        return True

    def _broken(self, words: str, place: int) -> Exception:
        return cannot_parse_entities(words.format(self._bytes_before(place)))
