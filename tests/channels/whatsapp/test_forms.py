"""The rating as the service's own form: published without a fault, filled in in any part, and read back as what was asked."""

import json

import pytest

from feedbackbot.channels.whatsapp.forms import flow_json, name_of
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import FormOffer, Message
from feedbackbot.domain.forms.filled import check
from feedbackbot.domain.forms.form import AGREED, FormText, Option
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import COMMENT, CONSENT, PROFILE_FIELDS, RATING_FORM, SERVICE
from feedbackbot.playground.whatsapp.flow_rules import flow_faults
from feedbackbot.playground.whatsapp.flow_run import run_flow
from feedbackbot.storage.people.contacts import ChatState
from tests.builders import CATALOGUE
from tests.channels.whatsapp.arrivals import read
from tests.channels.whatsapp.checked import bodies, refusal
from tests.channels.whatsapp.deliveries import message

SERVICES = tuple(Option(str(n), FormText(by_language={"id": f"Layanan {n}"})) for n in (1, 2))


def offered(*needless: str, services: tuple[Option, ...] = SERVICES) -> Message:
    form = RATING_FORM.without(needless).offering({SERVICE: services})
    offer = FormOffer(
        form, "Isi penilaian", "Disdukcapil", "id", opens="isi", argument="1/2~abc", values={"u1": "3"}
    )
    return Message("Bagaimana pelayanannya?", form=offer)


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_the_form_can_be_published_in_every_language(language: str) -> None:
    assert flow_faults(flow_json(RATING_FORM, CATALOGUE, language)) == []


def fill(asked: Message, answers: dict[str, object]) -> dict[str, str]:
    """The values that come out at the other end."""
    out = as_outgoing(asked, ChatState(), page=0, pages=("", ""))
    assert refusal(out) == ""
    action = bodies(out)[0]["interactive"]["action"]["parameters"]
    assert action["flow_name"] == name_of(RATING_FORM, "id")
    first = action["flow_action_payload"]
    said = run_flow(flow_json(RATING_FORM, CATALOGUE, "id"), first["screen"], first["data"], answers)
    reply = {
        "name": "flow",
        "body": "Sent",
        "response_json": json.dumps({**said, "flow_token": action["flow_token"]}),
    }
    came = read(message("interactive", interactive={"type": "nfm_reply", "nfm_reply": reply}))
    assert (came.kind, came.data) == (Kind.FORM, "!isi/1/2~abc")
    assert asked.form is not None
    filled = check(asked.form.form, came.fields)
    assert filled.problems == {}
    return dict(filled.values)


def test_all_that_is_answered_comes_back() -> None:
    answers: dict[str, object] = {CONSENT: True, SERVICE: "2", COMMENT: "Cepat.", "sex": "female"}
    answers |= dict.fromkeys(ELEMENT_KEYS, "4")
    assert fill(offered(), answers) == {**answers, CONSENT: AGREED}


def test_what_is_not_asked_is_not_shown_and_the_rest_may_be_left_out() -> None:
    asked = offered(CONSENT, *PROFILE_FIELDS, services=())
    some = {ELEMENT_KEYS[0]: "1", ELEMENT_KEYS[8]: "2"}
    assert fill(asked, dict(some)) == some


def test_a_reply_that_is_no_form_is_of_no_use() -> None:
    for text in ("{", "[1]", '"x"', "[" * 10_000):
        reply = {"type": "nfm_reply", "nfm_reply": {"response_json": text}}
        assert read(message("interactive", interactive=reply)).kind is Kind.OTHER
