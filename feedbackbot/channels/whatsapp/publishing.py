"""Forms as the account has them, compared with what they are here, made and published where they are missing."""

import json
from dataclasses import dataclass
from typing import Final

from feedbackbot.channels.raw_values import a_list, a_text
from feedbackbot.channels.whatsapp.client import GraphClient
from feedbackbot.channels.whatsapp.forms import CATEGORY, FORMS, flow_json, name_of
from feedbackbot.i18n import Catalogue

PUBLISHED, MISSING, FAULTY = "PUBLISHED", "MISSING", "FAULTY"
_MOST_PAGES: Final = 20


@dataclass(frozen=True, slots=True)
class FormState:
    """A form by its name there; `state` as the service calls it, or MISSING, or FAULTY where it was refused."""

    name: str
    state: str
    id: str = ""


async def form_states(client: GraphClient, catalogue: Catalogue) -> list[FormState]:
    """Of every form in every language. Raises `CALL_FAILURES`."""
    known = {name: FormState(name, state, flow_id) for name, state, flow_id in await _all_flows(client)}
    names = [name_of(form, language) for form in FORMS.values() for language in catalogue.languages]
    return [known.get(name, FormState(name, MISSING)) for name in names]


async def publish_forms(client: GraphClient, catalogue: Catalogue) -> list[FormState]:
    """Make what is missing, publish what is a draft; tells how they stand afterwards. Raises `CALL_FAILURES`."""
    wanted = {
        name_of(form, language): (form, language)
        for form in FORMS.values()
        for language in catalogue.languages
    }
    made: list[FormState] = []
    for one in await form_states(client, catalogue):
        if one.state == PUBLISHED:
            made.append(one)
            continue
        form, language = wanted[one.name]
        content = json.dumps(flow_json(form, catalogue, language), ensure_ascii=False)
        flow_id = one.id
        if not flow_id:
            body = {"name": one.name, "categories": [CATEGORY], "flow_json": content}
            answer = await client.of_account("POST", "flows", body)
            flow_id = a_text(answer, "id", 64)
            if a_list(answer, "validation_errors"):
                made.append(FormState(one.name, FAULTY, flow_id))
                continue
        await client.post(f"{flow_id}/publish", {})
        made.append(FormState(one.name, PUBLISHED, flow_id))
    return made


async def _all_flows(client: GraphClient) -> list[tuple[str, str, str]]:
    """Name, state and id, page by page."""
    found: list[tuple[str, str, str]] = []
    after = ""
    for _ in range(_MOST_PAGES):
        answer = await client.of_account("GET", "flows" + (f"?after={after}" if after else ""))
        listed = [one for one in a_list(answer, "data") if isinstance(one, dict)]
        found += [
            (a_text(one, "name", 200), a_text(one, "status", 32), a_text(one, "id", 64)) for one in listed
        ]
        after = next_page(answer)
        if not after:
            break
    return found


def next_page(answer: dict[str, object]) -> str:
    """The mark of the page that follows, "" for none."""
    paging = answer.get("paging")
    if not isinstance(paging, dict) or not paging.get("next"):
        return ""
    cursors = paging.get("cursors")
    return a_text(cursors, "after", 500) if isinstance(cursors, dict) else ""
