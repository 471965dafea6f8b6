"""Knowing Meta when it calls."""

import hashlib
import hmac
from collections.abc import Mapping

HEADER = "x-hub-signature-256"


def is_signed(headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """Whether the raw body was signed with the app's secret: as it came, for Meta escapes it in its own way before it signs. Raises
    ValueError without a secret: it would let everybody in."""
    if not secret:
        raise ValueError("a webhook needs a secret")
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    given = headers.get(HEADER, "")
    return hmac.compare_digest(given.encode("utf-8", "replace"), f"sha256={made}".encode())


def challenge(query: Mapping[str, str], token: str) -> str | None:
    """What the handshake is answered: its own challenge to whoever knows the token."""
    asked = query.get("hub.mode") == "subscribe" and bool(token)
    known = hmac.compare_digest(query.get("hub.verify_token", "").encode("utf-8", "replace"), token.encode())
    return query.get("hub.challenge", "") if asked and known else None
