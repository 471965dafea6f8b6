"""Files by id: what the bot and the people send, kept in memory up to a total size."""

import base64
import hashlib
import secrets
import struct
from collections import OrderedDict
from typing import Any, NamedTuple

from feedbackbot.playground.refusals import bad_request, entity_too_large

MOST_BYTES_FROM_BOT = 50 * 1024 * 1024
MOST_BYTES_OF_PHOTO = 10 * 1024 * 1024
MOST_BYTES_TO_DOWNLOAD = 20 * 1024 * 1024
PREFIXES = {
    "photo": "AgACAgUAAxk",
    "document": "BQACAgUAAxk",
    "voice": "AwACAgUAAxk",
    "video": "BAACAgUAAxk",
    "sticker": "CAACAgUAAxk",
}
FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "video": "videos",
    "sticker": "stickers",
}
NAMES = {
    "photo": "Photo",
    "document": "Document",
    "voice": "VoiceNote",
    "video": "Video",
    "sticker": "Sticker",
}
EMPTY = "file must be non-empty"


class StoredFile(NamedTuple):
    """A file. `unique_id` depends on its content and kind alone, `file_id` is new for every upload."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    digest: str
    width: int
    height: int


class FileStore:
    """Files by id; the oldest contents go when `most_bytes` is passed, or when there are `most_files`."""

    def __init__(self, most_bytes: int, most_files: int = 100_000) -> None:
        self.most_bytes = most_bytes
        self.most_files = most_files
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._bytes = 0

    def put(self, kind: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Keep an upload. Raises `Refusal` for what Telegram does not take."""
        if not content:
            raise bad_request(EMPTY)
        if len(content) > MOST_BYTES_FROM_BOT:
            raise entity_too_large()
        width, height = _check_picture(content) if kind == "photo" else picture_size(content) or (512, 512)
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._contents:
            self._contents[digest] = content
            self._bytes += len(content)
            while self._bytes > self.most_bytes and len(self._contents) > 1:
                self._bytes -= len(self._contents.popitem(last=False)[1])
        unique = base64.urlsafe_b64encode(hashlib.sha256(f"{kind}{digest}".encode()).digest()[:11]).decode()[
            :15
        ]
        file_id = PREFIXES[kind] + secrets.token_urlsafe(36)
        stored = StoredFile(file_id, f"AQAD{unique}", kind, name, mime, len(content), digest, width, height)
        self._files[file_id] = stored
        if len(self._files) > self.most_files:
            self._files.popitem(last=False)
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file of an id."""
        return self._files.get(file_id)

    def reuse(self, file_id: str, kind: str) -> StoredFile:
        """A file sent again by its id. Raises `Refusal` for an unknown id or another kind of file."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("Wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"Can't use file of type {NAMES[stored.kind]} as {NAMES[kind]}")
        return stored

    def content(self, stored: StoredFile) -> bytes | None:
        """The bytes, None when they had to go."""
        return self._contents.get(stored.digest)

    def by_path(self, path: str) -> StoredFile | None:
        """The file that `path_of` names."""
        return self.find(path.rpartition("/")[2].partition(".")[0])

    def path_of(self, stored: StoredFile) -> str:
        """`file_path` as getFile answers it."""
        ending = stored.name.rpartition(".")[2].lower() if "." in stored.name else "bin"
        return f"{FOLDERS[stored.kind]}/{stored.file_id}.{ending if ending.isalnum() else 'bin'}"


def as_media(stored: StoredFile) -> Any:
    """The value of a message's field: a list of sizes for a photo, an object for the others."""
    base: dict[str, Any] = {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }
    size = {"width": stored.width, "height": stored.height}
    if stored.kind == "photo":
        return [{**base, **size}]
    if stored.kind == "document":
        return {**base, "file_name": stored.name, "mime_type": stored.mime}
    if stored.kind == "voice":
        return {**base, "duration": max(1, stored.size // 4000), "mime_type": stored.mime}
    if stored.kind == "video":
        return {**base, **size, "duration": 1, "file_name": stored.name, "mime_type": stored.mime}
    return {**base, **size, "type": "regular", "is_animated": False, "is_video": False}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP, None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None


def _check_picture(content: bytes) -> tuple[int, int]:
    if len(content) > MOST_BYTES_OF_PHOTO:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; the maximum size is {MOST_BYTES_OF_PHOTO} bytes"
        )
    size = picture_size(content)
    if size is None or 0 in size:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size
