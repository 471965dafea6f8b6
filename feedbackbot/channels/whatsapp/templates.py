"""Templates: as they are registered, as they are sent, and what the service tells of them."""

from dataclasses import dataclass
from typing import Any, Final

from feedbackbot.channels.raw_values import a_list, a_text
from feedbackbot.channels.whatsapp.addresses import NAME
from feedbackbot.channels.whatsapp.client import GraphClient
from feedbackbot.channels.whatsapp.publishing import next_page
from feedbackbot.channels.whatsapp.text import plain_line
from feedbackbot.dialogue.message import TemplateCall
from feedbackbot.domain.contact_policy.templates import FIELD, Template, all_templates
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.pipeline.templates import TemplateState, keep_template
from feedbackbot.storage.transaction import Transaction

_PERMITTED: Final = frozenset({
    "af", "ar", "az", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fil", "fr", "ga", "gu", "ha",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "kn", "ko", "lo", "lt", "lv", "mk", "ml", "mr", "ms", "nb", "nl",
    "pa", "pl", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zu",
})  # fmt: skip
"""What a template may be written in, of languages without a country (Meta, "Supported languages"); Acehnese is none of them."""
MISSING: Final = "MISSING"
_MOST_PAGES: Final = 20
_EXAMPLES: Final = {
    FIELD: "LSM-2026-000123: lampu jalan",
    "pelatihan": "Pelayanan Prima",
    "waktu": "Senin, 7 Desember 2026 pukul 09.00",
    "tempat": "Aula Setda",
}
_STATUS_OF_EVENT: Final = {"REINSTATED": "APPROVED", "PENDING_DELETION": "DELETED"}
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """A template that we need: how it stands there, and whether its words are those that we have."""

    name: str
    language: str
    status: str
    category: str
    same_words: bool


def registration(template: Template, catalogue: Catalogue, language: str) -> Json:
    """The body that creates it."""
    buttons = [{"type": "QUICK_REPLY", "text": catalogue.text(language, "template-open")}]
    if template.marketing:
        buttons.append({"type": "QUICK_REPLY", "text": catalogue.text(language, "template-stop")})
    return {
        "name": template.name,
        "language": language,
        "category": template.category,
        "parameter_format": "NAMED",
        "components": [
            {
                "type": "BODY",
                "text": words(template, catalogue, language),
                "example": {
                    "body_text_named_params": [
                        {"param_name": name, "example": _EXAMPLES[name]} for name in template.fields
                    ]
                },
            },
            {"type": "BUTTONS", "buttons": buttons},
        ],
    }


def words(template: Template, catalogue: Catalogue, language: str) -> str:
    """With each field's name where its value will stand."""
    key = f"template-{template.name.replace('_', '-')}"
    places = {name: Markup(f"{{{{{name}}}}}") for name in template.fields}
    if FIELD in places:
        places["about"] = places.pop(FIELD)
    return catalogue.text(language, key, **places)


def languages_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The languages of this city that templates can have, its default first."""
    return tuple(one for one in catalogue.languages if one in _PERMITTED)


def call_of(call: TemplateCall, language: str) -> Json:
    """The `template` of a message."""
    fields = [
        {"type": "text", "parameter_name": name, "text": plain_line(value, 1000) or "…"}
        for name, value in call.fields.items()
    ]
    payloads = [data for data in (call.data, call.stop) if data]
    taps = [
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": place,
            "parameters": [{"type": "payload", "payload": data}],
        }
        for place, data in enumerate(payloads)
    ]
    return {
        "name": call.name,
        "language": {"code": language, "policy": "deterministic"},
        "components": [{"type": "body", "parameters": fields}, *taps],
    }


async def listed(client: GraphClient) -> dict[tuple[str, str], tuple[TemplateState, str]]:
    """All that the account has, by name and language, with their texts. Raises `CALL_FAILURES`."""
    found: dict[tuple[str, str], tuple[TemplateState, str]] = {}
    after = ""
    for _ in range(_MOST_PAGES):
        answer = await client.of_account(
            "GET", "message_templates?limit=100" + (f"&after={after}" if after else "")
        )
        for one in a_list(answer, "data"):
            if isinstance(one, dict):
                name, language = a_text(one, "name", 64), a_text(one, "language", 8)
                state = TemplateState(name, language, a_text(one, "status", 32), a_text(one, "category", 32))
                found[name, language] = state, _body_of(one)
        after = next_page(answer)
        if not after:
            break
    return found


def _body_of(template: Json) -> str:
    for part in a_list(template, "components"):
        if isinstance(part, dict) and part.get("type") == "BODY":
            return a_text(part, "text", 2000)
    return ""


async def compare(client: GraphClient, catalogue: Catalogue) -> list[Compared]:
    """Every template that we need in every language that it can have. Raises `CALL_FAILURES`."""
    there = await listed(client)
    made: list[Compared] = []
    for template in all_templates():
        for language in languages_of(catalogue):
            state, text = there.get((template.name, language), (None, ""))
            same = text == words(template, catalogue, language)
            if state is None:
                made.append(Compared(template.name, language, MISSING, template.category, same_words=True))
            else:
                made.append(Compared(template.name, language, state.status, state.category, same_words=same))
    return made


async def create_missing(client: GraphClient, catalogue: Catalogue) -> int:
    """Register what the account does not have; returns how many. Raises `CALL_FAILURES`."""
    missing = {(one.name, one.language) for one in await compare(client, catalogue) if one.status == MISSING}
    for template in all_templates():
        for language in languages_of(catalogue):
            if (template.name, language) in missing:
                await client.of_account(
                    "POST", "message_templates", registration(template, catalogue, language)
                )
    return len(missing)


def keep_listed(tx: Transaction, states: list[Compared]) -> None:
    """How they stand, for whoever sends."""
    for one in states:
        keep_template(tx, NAME, one.name, one.language, status=one.status, category=one.category)


def take_news(tx: Transaction, field: str, value: Json) -> bool:
    """What the service tells of a template by itself; False for news of something else."""
    name, language = a_text(value, "message_template_name", 64), a_text(value, "message_template_language", 8)
    if not name or not language:
        return False
    if field == "message_template_status_update":
        event = a_text(value, "event", 32)
        status = _STATUS_OF_EVENT.get(event, event)
        keep_template(tx, NAME, name, language, status=status, reason=a_text(value, "reason", 64))
    elif field == "template_category_update":
        keep_template(tx, NAME, name, language, category=a_text(value, "new_category", 32))
    return True
