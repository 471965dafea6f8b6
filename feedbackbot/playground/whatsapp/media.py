"""Files by id: uploaded ones live 30 days, received ones 7, and an address of one 5 minutes."""

import base64
import hashlib
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from feedbackbot.data import whatsapp_cloud_messages
from feedbackbot.playground.files import picture_size
from feedbackbot.playground.whatsapp.refusals import FIELD, MEDIA_UPLOAD, GraphRefusal

DAY = 24 * 3600
MEGABYTE = 1024 * 1024
DOWNLOADS = "/wa-media/"
# Which message a file of that type may go in.
_FAMILIES = {"image": "image/", "video": "video/", "audio": "audio/", "sticker": "image/webp"}


@dataclass(frozen=True, slots=True)
class Media:
    """A file; `expires_at` is Unix time by the announced clock."""

    id: str
    mime: str
    name: str
    content: bytes
    incoming: bool
    expires_at: float

    @property
    def digest(self) -> str:
        """SHA-256 in hex, as the API tells it."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def digest64(self) -> str:
        """SHA-256 in base64, as webhooks tell it."""
        return base64.b64encode(hashlib.sha256(self.content).digest()).decode()


class MediaStore:
    """The oldest go when `most_bytes` is passed."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._rules = whatsapp_cloud_messages()["x-media"]
        self._kept: OrderedDict[str, Media] = OrderedDict()
        self._bytes = 0
        self._addresses: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def upload(self, mime: str, name: str, content: bytes, now: float) -> Media:
        """The bot's file. Raises `GraphRefusal`."""
        mime = mime.partition(";")[0].strip().lower()
        most = self._rules["upload"].get(mime)
        if most is None:
            raise GraphRefusal(FIELD, f"file must be of one of the listed types, not {mime[:60]!r}")
        if not content or len(content) > most * MEGABYTE:
            raise GraphRefusal(MEDIA_UPLOAD, f"a file of {mime} must have 1 byte to {most} MB")
        if mime in ("image/jpeg", "image/png") and 0 in (picture_size(content) or (0,)):
            raise GraphRefusal(MEDIA_UPLOAD, "this is not a picture of that type")
        return self._keep(mime, name, content, False, now + self._rules["uploaded_id_days"] * DAY)

    def receive(self, mime: str, name: str, content: bytes, now: float) -> Media:
        """A person's file, of any type."""
        return self._keep(mime, name, content, True, now + self._rules["received_id_days"] * DAY)

    def _keep(self, mime: str, name: str, content: bytes, incoming: bool, expires_at: float) -> Media:
        media = Media(str(secrets.randbelow(9 * 10**14) + 10**14), mime, name, content, incoming, expires_at)
        self._kept[media.id] = media
        self._bytes += len(content)
        while self._bytes > self.most_bytes and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1].content)
        return media

    def find(self, media_id: str) -> Media | None:
        """The file of an id, expired or not."""
        return self._kept.get(media_id)

    def to_send(self, media_id: str, kind: str, now: float) -> Media:
        """The file that a message of that kind names. Raises `GraphRefusal`."""
        media = self._kept.get(media_id)
        if media is None or media.incoming:
            raise GraphRefusal(FIELD, f"{kind}.id {media_id[:40]!r} is not a file of this number")
        if now >= media.expires_at:
            raise GraphRefusal(MEDIA_UPLOAD, "this file has expired")
        family = _FAMILIES.get(kind, "")
        if not media.mime.startswith(family) or (kind == "image" and media.mime == "image/webp"):
            raise GraphRefusal(MEDIA_UPLOAD, f"a file of {media.mime} cannot go as {kind}")
        return media

    def address(self, media_id: str, base: str, now: float) -> dict[str, Any]:
        """`GET /{media-id}`. Raises `GraphRefusal`."""
        media = self._kept.get(media_id)
        if media is None or now >= media.expires_at:
            raise GraphRefusal(FIELD, f"object {media_id[:40]!r} does not exist", subcode=33)
        key = secrets.token_urlsafe(16)
        self._addresses[key] = (media_id, now + self._rules["url_minutes"] * 60)
        if len(self._addresses) > 10_000:
            self._addresses.popitem(last=False)
        return {
            "messaging_product": "whatsapp",
            "url": f"{base}{DOWNLOADS}?mid={media_id}&hash={key}",
            "mime_type": media.mime,
            "sha256": media.digest,
            "file_size": len(media.content),
            "id": media_id,
        }

    def download(self, media_id: str, key: str, now: float) -> Media | None:
        """The file behind an address, None when the address is wrong or too old."""
        known, until = self._addresses.get(key, ("", 0.0))
        return self._kept.get(media_id) if known == media_id and now < until else None

    def delete(self, media_id: str) -> bool:
        """Forget a file; False where there is none."""
        media = self._kept.pop(media_id, None)
        if media is not None:
            self._bytes -= len(media.content)
        return media is not None
