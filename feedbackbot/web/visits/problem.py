"""What is wrong with a request, as RFC 9457 says it: `application/problem+json`."""

from starlette.responses import JSONResponse, Response

_TITLES = {
    "api-no-key": (401, "No key, or one that is not in force"),
    "api-not-json": (400, "The body is not the JSON that is expected"),
    "api-wrong-field": (422, "A field is missing or wrong"),
    "api-no-unit": (404, "There is no such unit"),
    "api-no-service": (422, "The unit has no such service"),
    "api-no-counter": (422, "The unit has no such counter"),
    "api-other-unit": (403, "The key is another unit's"),
    "api-other-request": (409, "Another request was told under this Idempotency-Key"),
    "api-too-many": (429, "Too many visits today"),
    "api-too-many-keys": (429, "Too many wrong keys from this address"),
}


def problem(kind: str, detail: str = "", *, wait: int = 3600, **more: str) -> Response:
    """`kind` is a key of the list above; `detail` says which field, never what it held; `wait`: in how many seconds to try again."""
    status, title = _TITLES[kind]
    body = {"type": f"/api#{kind}", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    headers = {"cache-control": "no-store"}
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    if status == 429:
        headers["retry-after"] = str(wait)
    return JSONResponse({**body, **more}, status, headers, media_type="application/problem+json")
