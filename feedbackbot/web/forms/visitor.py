"""Whose browser it is, as far as anybody has to know: a number of chance in a cookie, and the network address of today."""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from feedbackbot.domain.forms.seal import seal, unseal
from feedbackbot.settings import Settings

COOKIE: Final = "suara"
_PURPOSE: Final = "voter-cookie"
_DAY: Final = 86_400


def voter_of(request: Request, key: bytes) -> str:
    """The number that this browser's cookie holds; "" without one that we made."""
    return unseal(key, _PURPOSE, request.cookies.get(COOKIE, "")) or ""


def new_voter() -> str:
    return secrets.token_hex(8)


def remember_voter(
    response: Response, voter: str, settings: Settings, path: str = "/n", days: int | None = None
) -> None:
    """For as long as one rating is counted, or so many days, and a day. Each path has a number of its own."""
    response.set_cookie(
        COOKIE,
        seal(settings.require_key(), _PURPOSE, voter),
        max_age=((settings.survey_period_days if days is None else days) + 1) * _DAY,
        path=path,
        secure=settings.public_url.startswith("https://"),
        httponly=True,
        samesite="lax",
    )


def comes_from_elsewhere(request: Request, settings: Settings) -> bool:
    """Whether another site's page sent this, as far as the browser tells."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin", "")
    if not origin or origin == "null":
        return False
    ours = {request.headers.get("host", "").lower(), urlsplit(settings.public_url).netloc.lower()}
    return urlsplit(origin).netloc.lower() not in ours


def place_name(request: Request, settings: Settings, today: date) -> str:
    """A keyed hash of today's date and the visitor's network address: tomorrow it is another, and it leads back to nobody."""
    text = f"place:{today.isoformat()}:{network_of(request, settings)}"
    return hmac.new(settings.require_key(), text.encode(), hashlib.sha256).hexdigest()[:32]


def network_of(request: Request, settings: Settings) -> str:
    """Where the visitor comes from; for the moment only, never to be kept."""
    return _network(_address(request, settings))


def _address(request: Request, settings: Settings) -> str:
    """The one that our own proxy tells, where there is one: what stands before it in the header may be made up."""
    told = request.headers.get(settings.web_address_header, "") if settings.web_address_header else ""
    return told.rpartition(",")[2].strip() or (request.client.host if request.client else "")


def _network(text: str) -> str:
    """A home has one address of the old kind, and many of the new kind that begin alike."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text[:64]
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
