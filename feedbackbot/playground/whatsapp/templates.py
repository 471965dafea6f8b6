"""The catalogue of templates: registered by the bot, decided on by an approver, told of by webhooks."""

import secrets
from collections.abc import Callable
from typing import Any

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp.refusals import (
    FIELD,
    NO_TEMPLATE,
    TEMPLATE_DISABLED,
    TEMPLATE_PAUSED,
    GraphRefusal,
)
from feedbackbot.playground.whatsapp.template import (
    APPROVED,
    DISABLED,
    PAUSED,
    PENDING,
    REJECTED,
    Template,
)
from feedbackbot.playground.whatsapp.template_rules import CATEGORIES, check_registration

DAY = 24 * 3600
BLOCKED_DAYS = 30
EXISTS, BEING_DELETED = 2388024, 2388023
DECISIONS = {
    "approve": (APPROVED, "APPROVED"),
    "reject": (REJECTED, "REJECTED"),
    "pause": (PAUSED, "PAUSED"),
    "disable": (DISABLED, "DISABLED"),
    "reinstate": (APPROVED, "REINSTATED"),
}

Json = dict[str, Any]


class Templates:
    """`tell(field, value)` sends a webhook about the account."""

    def __init__(self, tell: Callable[[str, Json], None], approves: Callable[[], bool]) -> None:
        self._tell = tell
        self._approves = approves
        self._by_id: dict[str, Template] = {}
        self._deleted: dict[str, float] = {}

    def all(self) -> list[Template]:
        """In the order of registration."""
        return list(self._by_id.values())

    def find(self, name: str, language: str) -> Template | None:
        """The one of that name in that language."""
        return next(
            (one for one in self._by_id.values() if (one.name, one.language) == (name, language)), None
        )

    def by_id(self, template_id: str) -> Template | None:
        """The one of an id."""
        return self._by_id.get(template_id)

    def register(self, given: Json, now: float) -> Json:
        """`POST /{account}/message_templates`. Raises `GraphRefusal`."""
        check_registration(given)
        name, language = given["name"], given["language"]
        if now - self._deleted.get(name, -BLOCKED_DAYS * DAY) < BLOCKED_DAYS * DAY:
            raise GraphRefusal(
                FIELD, "a template of this name was deleted within 30 days", subcode=BEING_DELETED
            )
        if self.find(name, language) is not None:
            raise GraphRefusal(FIELD, "there is content in this language already", subcode=EXISTS)
        template_id = str(10**15 + secrets.randbelow(10**15))
        template = Template(template_id, name, language, given["category"], given["components"])
        self._by_id[template_id] = template
        answer = {"id": template_id, "status": template.status, "category": template.category}
        if self._approves():
            self.decide(template, "approve")
        return answer

    def edit(self, template: Template, given: Json, now: float) -> Json:
        """`POST /{template}`: other components; once a day, ten times in 30 days for an approved one. Raises `GraphRefusal`."""
        changed = {
            "name": template.name,
            "language": template.language,
            "category": template.category,
            **given,
        }
        check_registration({**changed, "components": given.get("components", template.components)})
        if changed["category"] != template.category and template.status == APPROVED:
            raise GraphRefusal(FIELD, "the category of an approved template cannot be changed")
        template.edits = [at for at in template.edits if now - at < 30 * DAY]
        recent = [at for at in template.edits if now - at < DAY]
        if template.status == APPROVED and (recent or len(template.edits) >= 10):
            raise GraphRefusal(
                FIELD, "an approved template can be changed once a day and ten times in 30 days"
            )
        if template.status == APPROVED:
            template.edits.append(now)
        template.components = given.get("components", template.components)
        template.category, template.status = changed["category"], PENDING
        if self._approves():
            self.decide(template, "approve")
        return {"success": True}

    def delete(self, name: str, template_id: str, now: float) -> None:
        """By name, in all languages, or the one of an id. Raises `GraphRefusal`."""
        gone = [one for one in self._by_id.values() if one.name == name and template_id in ("", one.id)]
        if not gone:
            raise GraphRefusal(FIELD, "there is no such template")
        for template in gone:
            del self._by_id[template.id]
        if not any(one.name == name for one in self._by_id.values()):
            self._deleted[name] = now

    def usable(self, name: str, language: str) -> Template:
        """The one to be sent. Raises `GraphRefusal` where it is missing or may not be used."""
        template = self.find(name, language)
        if template is not None and template.status == PAUSED:
            raise GraphRefusal(TEMPLATE_PAUSED, f"template {name} is paused")
        if template is not None and template.status == DISABLED:
            raise GraphRefusal(TEMPLATE_DISABLED, f"template {name} is disabled")
        if template is None or template.status != APPROVED:
            raise GraphRefusal(NO_TEMPLATE, f"template name ({name}) does not exist in {language}")
        return template

    def decide(self, template: Template, decision: str, reason: str = "NONE") -> None:
        """The approver decides. Raises `CannotDo`."""
        if decision not in DECISIONS:
            raise CannotDo(f"an approver can {', '.join(DECISIONS)}", 400)
        template.status, event = DECISIONS[decision]
        template.reason = reason
        about = _about(template)
        self._tell(
            "message_template_status_update",
            {"event": event, **about, "reason": reason, "message_template_category": template.category},
        )

    def recategorise(self, template: Template, category: str) -> None:
        """The approver finds that it belongs elsewhere. Raises `CannotDo`."""
        if category not in CATEGORIES:
            raise CannotDo(f"a category is one of {', '.join(CATEGORIES)}", 400)
        previous, template.category = template.category, category
        self._tell(
            "template_category_update",
            {**_about(template), "previous_category": previous, "new_category": category},
        )


def _about(template: Template) -> Json:
    return {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
    }
