"""One message as it is kept: the Bot API's own JSON, and the shape that the page reads."""

from typing import Any

FILE_KINDS = ("document", "voice", "sticker", "video")
NAMELESS = {"photo": "photo.jpg", "voice": "voice.ogg", "sticker": "sticker.webp", "video": "video.mp4"}


class ChatMessage:
    """A message in a person's chat. It never changes: an edit puts a new letter in its place."""

    __slots__ = ("_page", "api", "from_bot", "markup_kind", "message_id", "person_id")

    def __init__(
        self, person_id: int, api: dict[str, Any], from_bot: bool, markup_kind: str | None = None
    ) -> None:
        self.person_id = person_id
        self.message_id: int = api["message_id"]
        self.api = api
        self.from_bot = from_bot
        self.markup_kind = markup_kind
        self._page: dict[str, Any] | None = None

    @property
    def text(self) -> str | None:
        """Text or caption; None where there is neither."""
        text: str | None = self.api.get("text")
        return text if text is not None else self.api.get("caption")

    @property
    def inline_keyboard(self) -> list[list[dict[str, Any]]]:
        """Rows of buttons under the message, [] where there are none."""
        markup = self.api.get("reply_markup")
        rows: list[list[dict[str, Any]]] = markup["inline_keyboard"] if markup else []
        return rows

    @property
    def kind(self) -> str:
        """text, rich_message, photo, document, contact, voice, sticker, video, location or service."""
        api = self.api
        if "text" in api:
            return "text"
        for kind in ("rich_message", "photo", "document", "voice", "sticker", "video", "contact", "location"):
            if kind in api:
                return kind
        return "service"

    def page(self) -> dict[str, Any]:
        """The message as the page gets it."""
        if self._page is None:
            self._page = self._build_page()
        return self._page

    def _build_page(self) -> dict[str, Any]:
        api = self.api
        page: dict[str, Any] = {
            "message_id": self.message_id,
            "person": self.person_id,
            "from": "bot" if self.from_bot else "person",
            "date": api["date"],
            "kind": self.kind,
            "text": api.get("text"),
            "entities": api.get("entities") or api.get("caption_entities") or [],
            "caption": api.get("caption"),
            "file": self._file(),
            "inline_keyboard": self.inline_keyboard,
            "reply_markup_kind": self.markup_kind,
            "edited": "edit_date" in api,
            "reply_to": (api.get("reply_to_message") or {}).get("message_id"),
        }
        for extra in ("contact", "location", "media_group_id", "rich_message"):
            if extra in api:
                page[extra] = api[extra]
        return page

    def _file(self) -> dict[str, Any] | None:
        kind = self.kind
        if kind == "photo":
            found = self.api["photo"][-1]
        elif kind in FILE_KINDS:
            found = self.api[kind]
        else:
            return None
        mime = {"photo": "image/jpeg", "sticker": "image/webp"}.get(kind, "application/octet-stream")
        return {
            "file_id": found["file_id"],
            "name": found.get("file_name") or NAMELESS.get(kind, "file"),
            "size": found.get("file_size", 0),
            "mime": found.get("mime_type") or mime,
            "url": f"/play/file/{found['file_id']}",
        }
