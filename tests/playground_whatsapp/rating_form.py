"""A form of two screens, as it is drafted."""

from typing import Any, Final

_ON: Final = {
    "name": "navigate",
    "next": {"type": "screen", "name": "DUA"},
    "payload": {"u1": "${form.u1}", "izin": "${form.izin}"},
}
_DONE: Final = {
    "name": "complete",
    "payload": {
        "izin": "${data.izin}",
        "u1": "${data.u1}",
        "komentar": "${form.komentar}",
        "lagi": "${screen.SATU.form.u1}",
    },
}


def rating_form() -> dict[str, Any]:
    """Two screens: a yes and a choice that are needed, then a comment."""
    consent = {"type": "OptIn", "name": "izin", "label": "Saya setuju", "required": True}
    options = [{"id": str(value), "title": f"Nilai {value}"} for value in range(1, 5)]
    choice = {
        "type": "RadioButtonsGroup",
        "name": "u1",
        "label": "Persyaratan",
        "required": True,
        "data-source": options,
    }
    return {
        "version": "7.0",
        "screens": [
            _screen("SATU", [consent, choice, {"type": "Footer", "label": "Lanjut", "on-click-action": _ON}]),
            {
                **_screen(
                    "DUA",
                    [
                        {"type": "TextArea", "name": "komentar", "label": "Saran", "required": False},
                        {"type": "Footer", "label": "Kirim", "on-click-action": _DONE},
                    ],
                ),
                "terminal": True,
                "data": {"u1": {"type": "string", "__example__": "1"}},
            },
        ],
    }


def _screen(name: str, children: list[dict[str, Any]]) -> dict[str, Any]:
    layout = {
        "type": "SingleColumnLayout",
        "children": [{"type": "Form", "name": "form", "children": children}],
    }
    return {"id": name, "title": "Penilaian", "layout": layout}
