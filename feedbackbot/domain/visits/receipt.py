"""A receipt: the one-time link that a served person gets. Its token is made from the key, so that it need not be kept to be told again."""

import base64
import hashlib
import hmac
from typing import Final

LENGTH: Final = 12
MARK: Final = "struk"
"""Stands where a poster's token stands in a rating's visit: "loket-1:struk"."""
_WHOLE_UNIT: Final = "unit"


def receipt_token(key: bytes, api_key_id: int, request: str) -> str:
    """12 characters of a-z and 2-7 (60 bits); the same for the same request of the same application."""
    digest = hmac.new(key, f"receipt:{api_key_id}:{request}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:LENGTH]


def receipt_name(key: bytes, token: str) -> str:
    """What is kept of a token."""
    return hmac.new(key, f"receipt-name:{token}".encode(), hashlib.sha256).hexdigest()[:32]


def receipt_visit(counter: str) -> str:
    """As a rating keeps it: through a receipt, at which counter."""
    return f"{counter or _WHOLE_UNIT}:{MARK}"
