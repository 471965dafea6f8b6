"""The account's forms: drafts that can be changed, published ones that cannot."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from feedbackbot.playground.whatsapp.flow_rules import flow_faults
from feedbackbot.playground.whatsapp.refusals import (
    FIELD,
    FLOW_BLOCKED,
    FLOW_UNCHANGEABLE,
    FLOW_UNPUBLISHABLE,
    GraphRefusal,
)

DRAFT, PUBLISHED, DEPRECATED, BLOCKED = "DRAFT", "PUBLISHED", "DEPRECATED", "BLOCKED"

Json = dict[str, Any]


@dataclass(slots=True)
class Flow:
    """`content` is the form's own JSON, None before it was given."""

    id: str
    name: str
    categories: list[str]
    content: Json | None = None
    status: str = DRAFT
    faults: list[Json] = field(default_factory=list)

    def as_json(self) -> Json:
        """`GET /{flow}`."""
        return {
            "id": self.id,
            "name": self.name,
            "status": self.status,
            "categories": self.categories,
            "validation_errors": self.faults,
        }


class Flows:
    """By id."""

    def __init__(self) -> None:
        self._by_id: dict[str, Flow] = {}

    def all(self) -> list[Flow]:
        """In the order they were made."""
        return list(self._by_id.values())

    def by_id(self, flow_id: str) -> Flow | None:
        """The form of an id."""
        return self._by_id.get(flow_id)

    def create(self, given: Json) -> Json:
        """`POST /{account}/flows`. Raises `GraphRefusal`."""
        name, categories = given.get("name"), given.get("categories")
        if not isinstance(name, str) or not name:
            raise GraphRefusal(FIELD, "a form needs a name")
        if any(flow.name == name for flow in self._by_id.values()):
            raise GraphRefusal(FIELD, f"there is a form named {name} already", subcode=4016019)
        categories = json.loads(categories) if isinstance(categories, str) else categories
        if not isinstance(categories, list) or not categories:
            raise GraphRefusal(FIELD, "a form needs categories, such as SURVEY")
        flow = Flow(str(10**15 + secrets.randbelow(10**15)), name, [str(one) for one in categories])
        self._by_id[flow.id] = flow
        if given.get("flow_json"):
            self.give(flow, given["flow_json"])
        if str(given.get("publish")).lower() == "true" and not flow.faults:
            self.publish(flow)
        return {"id": flow.id, "success": True, "validation_errors": flow.faults}

    def give(self, flow: Flow, content: Any) -> Json:
        """The form's JSON, as text or value. Raises `GraphRefusal` for one that is published."""
        if flow.status != DRAFT:
            raise GraphRefusal(FLOW_UNCHANGEABLE, "a published form cannot be changed")
        try:
            flow.content = json.loads(content) if isinstance(content, str | bytes) else content
        except ValueError:
            raise GraphRefusal(FIELD, "flow_json is not JSON") from None
        flow.faults = flow_faults(flow.content)
        return {"success": True, "validation_errors": flow.faults}

    def publish(self, flow: Flow) -> Json:
        """`POST /{flow}/publish`. Raises `GraphRefusal`."""
        if flow.status != DRAFT or flow.content is None or flow.faults:
            raise GraphRefusal(FLOW_UNPUBLISHABLE, "only a draft without faults can be published")
        flow.status = PUBLISHED
        return {"success": True}

    def deprecate(self, flow: Flow) -> Json:
        """`POST /{flow}/deprecate`. Raises `GraphRefusal`."""
        if flow.status != PUBLISHED:
            raise GraphRefusal(FLOW_UNCHANGEABLE, "only a published form can be deprecated")
        flow.status = DEPRECATED
        return {"success": True}

    def delete(self, flow: Flow) -> Json:
        """`DELETE /{flow}`. Raises `GraphRefusal`."""
        if flow.status != DRAFT:
            raise GraphRefusal(FLOW_UNCHANGEABLE, "only a draft can be deleted")
        del self._by_id[flow.id]
        return {"success": True}

    def usable(self, parameters: Json) -> Flow:
        """The form that a message names by id or name, in the mode that it asks for. Raises `GraphRefusal`."""
        wanted = parameters.get("flow_id"), parameters.get("flow_name")
        flow = next(
            (one for one in self._by_id.values() if one.id == wanted[0] or one.name == wanted[1]), None
        )
        if flow is None:
            raise GraphRefusal(FIELD, f"there is no form {wanted[0] or wanted[1]!r}")
        if flow.status in (BLOCKED, DEPRECATED):
            raise GraphRefusal(FLOW_BLOCKED, f"form {flow.name} is {flow.status.lower()}")
        draft = parameters.get("mode") == "draft"
        if flow.content is None or (flow.status == DRAFT) != draft:
            raise GraphRefusal(
                FIELD, f"form {flow.name} is {flow.status.lower()}: that does not go with the mode"
            )
        return flow
