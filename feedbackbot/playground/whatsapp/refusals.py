"""The answers with which the Graph API says no, in its own shape; HTTP status and meaning are read from the table of errors."""

import secrets
from functools import cache
from typing import Any

from feedbackbot.data import whatsapp_cloud_messages
from feedbackbot.playground.whatsapp.schema import MISSING, UNKNOWN, WRONG_TYPE, Fault

UNKNOWN_OBJECT = 33
TOKEN = 190
FIELD = 100
MISSING_FIELD = 131008
WRONG_FIELD = 131009
SELF = 131021
UNDELIVERABLE = 131026
NUMBER_LIMIT = 131048
PAIR_LIMIT = 131056
SPARED = 131049
WINDOW = 131047
OPTED_OUT = 131050
MEDIA_UPLOAD = 131053
UNSUPPORTED = 131051
TOO_FAST = 130429
PAYMENT = 131042
PARAMETER_COUNT = 132000
NO_TEMPLATE = 132001
TEMPLATE_TOO_LONG = 132005
PARAMETER_FORM = 132012
TEMPLATE_PAUSED = 132015
TEMPLATE_DISABLED = 132016
PARAMETER_INVALID = 132018
FLOW_BLOCKED = 132068
# Of the Flows API's own page of errors; not in the table of sending.
FLOW_UNCHANGEABLE = 139001
FLOW_UNPUBLISHABLE = 139002


class GraphRefusal(Exception):
    """A Graph API error. `details` is what a developer reads in `error_data`."""

    def __init__(
        self, code: int, details: str, *, subcode: int | None = None, status: int | None = None
    ) -> None:
        super().__init__(f"{code}: {details}")
        self.code = code
        self.details = details
        self.subcode = subcode
        self.status = status or known_errors().get(code, {}).get("http", 400)

    def body(self) -> dict[str, Any]:
        """The JSON answer."""
        error: dict[str, Any] = {
            "message": f"(#{self.code}) {meaning(self.code)}",
            "type": "OAuthException",
            "code": self.code,
            "error_data": {"messaging_product": "whatsapp", "details": self.details},
            "fbtrace_id": f"PLAY{secrets.token_hex(6)}",
        }
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        return {"error": error}


@cache
def known_errors() -> dict[int, dict[str, Any]]:
    """The rows of the table of errors by code; of the range of permissions its first code."""
    rows = whatsapp_cloud_messages()["x-errors"]
    return {int(str(row["code"]).partition("-")[0]): row for row in rows}


def meaning(code: int) -> str:
    """What a code means, in a few words."""
    return str(known_errors().get(code, {}).get("meaning", "error"))


def status_error(code: int, details: str = "") -> dict[str, Any]:
    """An element of `errors` in a webhook."""
    return {
        "code": code,
        "title": meaning(code),
        "message": meaning(code),
        "error_data": {"details": details or meaning(code)},
        "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    }


def refusal_of(fault: Fault) -> GraphRefusal:
    """How a fault of the schema is refused."""
    where = f"{fault.path or 'the body'} {fault.words}"
    if (
        fault.path.startswith("template.components")
        and fault.path.endswith(".text")
        and fault.kind not in (MISSING, UNKNOWN)
    ):
        return GraphRefusal(PARAMETER_INVALID, where)
    if fault.kind == MISSING:
        return GraphRefusal(MISSING_FIELD, where)
    return GraphRefusal(FIELD if fault.kind in (UNKNOWN, WRONG_TYPE) else WRONG_FIELD, where)
