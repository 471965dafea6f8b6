"""Which file a message carries, and what kind of thing it is to a conversation."""

from typing import Any

from feedbackbot.channels.raw_values import a_count, a_list, a_text, an_object
from feedbackbot.dialogue.incoming import Kind, Received

# In this order, because an animation is also given as a document. Films of every sort are documents: what a step may do
# with them (evidence of a complaint) is what it does with a file, and their type tells them apart. Music counts as voice.
_KINDS = (
    ("document", Kind.DOCUMENT),
    ("voice", Kind.VOICE),
    ("audio", Kind.VOICE),
    ("video", Kind.DOCUMENT),
    ("video_note", Kind.DOCUMENT),
    ("animation", Kind.DOCUMENT),
    ("sticker", Kind.STICKER),
)
_TYPES = {"video_note": "video/mp4", "voice": "audio/ogg"}
_LONGEST_REF, _LONGEST_NAME, _LONGEST_TYPE = 256, 120, 100


def received_file(message: dict[str, Any]) -> tuple[Kind, Received] | None:
    """The file of a raw message, a photo in its largest size; None for a message without a usable one."""
    # a photo that moves is a photo to whoever asked for one
    pictured = an_object(message, "live_photo") if "live_photo" in message else message
    if isinstance(pictured.get("photo"), list):
        sizes = [size for size in a_list(pictured, "photo") if isinstance(size, dict)]
        largest = max(sizes, key=_area, default={})
        photo = _received(largest, "image/jpeg")
        return (Kind.PHOTO, photo) if photo else None
    for name, kind in _KINDS:
        if name in message:
            file = _received(an_object(message, name), _TYPES.get(name, ""))
            return (kind, file) if file else None
    return None


def _area(size: dict[str, Any]) -> int:
    return (a_count(size, "width") or 0) * (a_count(size, "height") or 0)


def _received(file: dict[str, Any], usual_type: str) -> Received | None:
    # a cut reference would be another file's or nobody's
    ref = a_text(file, "file_id", _LONGEST_REF + 1)
    if not ref or len(ref) > _LONGEST_REF:
        return None
    return Received(
        ref=ref,
        name=a_text(file, "file_name", _LONGEST_NAME),
        mime=a_text(file, "mime_type", _LONGEST_TYPE) or usual_type,
        size=a_count(file, "file_size") or 0,
    )
