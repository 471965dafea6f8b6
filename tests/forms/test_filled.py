"""What came back of a form is checked field by field: nobody can be sure who sent it."""

import pytest

from feedbackbot.domain.forms.filled import check
from feedbackbot.domain.forms.form import Field, FieldKind, Form, FormText
from feedbackbot.domain.forms.seal import seal, unseal
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import COMMENT, CONSENT, RATING_FORM, SERVICE
from feedbackbot.i18n.forms import speak
from tests.builders import CATALOGUE

KEY = b"a-key-of-the-tests"
FULL = {CONSENT: "ya", "waktu": "3", COMMENT: "  Ruang tunggu panas. ", "sex": "female"}


def test_what_was_filled_in_rightly_is_kept() -> None:
    filled = check(RATING_FORM, FULL)
    assert filled.values == {CONSENT: "ya", "waktu": "3", COMMENT: "Ruang tunggu panas.", "sex": "female"}
    assert filled.problems == {}


@pytest.mark.parametrize("value", ["0", "5", "9", "-1", "3 ", "tiga", "٣", "x" * 5000, "<script>"])
def test_an_answer_outside_the_scale_is_a_problem_of_its_field_alone(value: str) -> None:
    filled = check(RATING_FORM, {**FULL, "biaya": value})
    if value.strip() in "1234":
        assert filled.values["biaya"] == "3"
    else:
        assert filled.problems == {"biaya": "form-not-a-choice"}
        assert filled.values["waktu"] == "3"


def test_a_form_of_an_older_version_is_kept_as_far_as_it_still_fits() -> None:
    filled = check(RATING_FORM, {**FULL, "unsur_lama": "2", "u10": "4"})
    assert filled.values.keys() == FULL.keys()
    assert filled.problems == {}


def test_what_is_required_and_missing_is_said() -> None:
    assert check(RATING_FORM, {"waktu": "3"}).problems == {CONSENT: "form-needs-consent"}
    assert check(RATING_FORM, {CONSENT: "tidak"}).problems == {CONSENT: "form-needs-consent"}


def test_a_megabyte_of_text_is_cut_and_that_is_told() -> None:
    filled = check(RATING_FORM, {**FULL, COMMENT: "a\0" * 500_000})
    assert filled.values[COMMENT] == "a" * 1000
    assert filled.cut == {COMMENT}


def test_an_offered_choice_is_left_to_whoever_offered_it_but_never_anything_at_all() -> None:
    assert check(RATING_FORM, {**FULL, SERVICE: "12"}).values[SERVICE] == "12"
    assert check(RATING_FORM, {**FULL, SERVICE: "1' OR 1=1"}).problems == {SERVICE: "form-not-a-choice"}
    assert RATING_FORM.offering({}).field(SERVICE) is None, "nothing to choose from is not asked"


def test_every_question_and_option_has_words_in_every_language() -> None:
    for language in CATALOGUE.languages:
        spoken = speak(RATING_FORM, CATALOGUE, language)
        fields = [one for page in spoken.pages for one in page.fields]
        assert [one.key for one in fields if one.key in ELEMENT_KEYS] == list(ELEMENT_KEYS)
        assert all(one.question for one in fields)
        assert all(option.label and option.short for one in fields for option in one.options)
        assert all(page.title for page in spoken.pages)
        assert "*" not in str(spoken)


def test_a_form_with_two_fields_of_one_name_is_a_mistake() -> None:
    twice = (Field("a", FieldKind.TEXT, FormText("x"), "p"),) * 2
    with pytest.raises(ValueError, match="same key"):
        Form("f", 1, FormText("x"), RATING_FORM.all_pages, twice)


def test_a_sealed_token_can_be_read_and_not_be_changed_or_used_for_something_else() -> None:
    token = seal(KEY, "form", "12/loket-1", bound_to="7")
    assert unseal(KEY, "form", token, bound_to="7") == "12/loket-1"
    for other in (token.replace("12", "13"), token[:-1], token + "a", "", "~", "12/loket-1", "☃~☃"):
        assert unseal(KEY, "form", other, bound_to="7") is None
    assert unseal(KEY, "visit", token, bound_to="7") is None
    assert unseal(KEY, "form", token, bound_to="8") is None
    assert unseal(b"another", "form", token, bound_to="7") is None
