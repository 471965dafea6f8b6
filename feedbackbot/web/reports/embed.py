"""`/oembed`: another site's editor gets a unit's chart by pasting the address of its page."""

import re
from typing import Any, Final
from urllib.parse import urlsplit

_PAGE: Final = re.compile(r"/hasil/([a-z0-9-]{1,20})/?")
WIDTH: Final = 1080
HEIGHT: Final = 900


def embedded_unit(address: str, base: str) -> str | None:
    """The unit's code; None for what is no unit's page of this server (`base`: its address)."""
    try:
        wanted, own = urlsplit(address), urlsplit(base)
    except ValueError:
        return None
    found = _PAGE.fullmatch(wanted.path)
    return found[1] if found and wanted.netloc == own.netloc and wanted.scheme in ("http", "https") else None


def oembed(code: str, unit: str, base: str, source: str, most_wide: str, language: str) -> dict[str, Any]:
    """A picture, so that nothing of ours runs on the other site; scaled to what fits there (`most_wide`, as asked)."""
    wide = min(WIDTH, int(most_wide)) if re.fullmatch(r"[1-9]\d{0,4}", most_wide) else WIDTH
    return {
        "version": "1.0",
        "type": "photo",
        "title": unit,
        "provider_name": source,
        "provider_url": f"{base}/",
        "url": f"{base}/hasil/{code}/unsur.svg?bahasa={language}",
        "width": wide,
        "height": round(HEIGHT * wide / WIDTH),
        "cache_age": 300,
    }
