"""One message template: its components as registered, and the variables in them."""

import re
from dataclasses import dataclass, field
from typing import Any

VARIABLE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*|[0-9]+)\s*\}\}")
PENDING, APPROVED, REJECTED, PAUSED, DISABLED = "PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED"


@dataclass(slots=True)
class Template:
    """`components` is what the bot registered."""

    id: str
    name: str
    language: str
    category: str
    components: list[dict[str, Any]]
    status: str = PENDING
    reason: str = "NONE"
    edits: list[float] = field(default_factory=list)

    def component(self, kind: str) -> dict[str, Any] | None:
        """HEADER, BODY, FOOTER or BUTTONS."""
        return next((one for one in self.components if str(one.get("type")).upper() == kind), None)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """As registered, [] where there are none."""
        return list((self.component("BUTTONS") or {}).get("buttons") or [])

    def text(self, kind: str) -> str:
        """The text of a component, "" where there is none."""
        return str((self.component(kind) or {}).get("text") or "")

    def variables(self, kind: str) -> list[str]:
        """Names or numbers of the variables in a component's text, in order."""
        return list(dict.fromkeys(VARIABLE.findall(self.text(kind))))

    def as_json(self) -> dict[str, Any]:
        """One element of `GET /{account}/message_templates`."""
        return {
            "id": self.id,
            "name": self.name,
            "language": self.language,
            "category": self.category,
            "status": self.status,
            "rejected_reason": self.reason,
            "components": self.components,
            "parameter_format": "POSITIONAL" if _is_positional(self) else "NAMED",
        }


def _is_positional(template: Template) -> bool:
    return all(name.isdigit() for kind in ("HEADER", "BODY") for name in template.variables(kind))


def filled(text: str, values: dict[str, str]) -> str:
    """The text with its variables replaced."""
    return VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)
