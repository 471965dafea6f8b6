"""The rating as a form: consent, service, the nine elements, a comment, the profile; declared once for every way of asking."""

from typing import Final

from feedbackbot.domain.forms.form import Field, FieldKind, Form, FormText, Option, Page
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS, ProfileQuestion

CONSENT, SERVICE, COMMENT = "izin", "layanan", "komentar"
PAGE_CONSENT, PAGE_SERVICE, PAGE_ELEMENTS, PAGE_COMMENT, PAGE_PROFILE = (
    "izin", "layanan", "unsur", "komentar", "profil",
)  # fmt: skip
LONGEST_COMMENT: Final = 1000
SCALE: Final = tuple(range(LOWEST_ANSWER, HIGHEST_ANSWER + 1))


def _element(key: str) -> Field:
    options = tuple(
        Option(
            str(value),
            FormText(f"scale-{key}-{value}"),
            short=FormText(f"scale-{key}-{value}-short"),
            also=FormText(f"scale-also-{value}"),
        )
        for value in SCALE
    )
    return Field(key, FieldKind.SCALE, FormText(f"ask-{key}"), PAGE_ELEMENTS, options)


def _profile(question: ProfileQuestion) -> Field:
    name = f"profile-{question.key}"
    options = tuple(Option(key, FormText(f"{name}-{key}")) for key in question.options)
    return Field(question.key, FieldKind.CHOICE, FormText(name), PAGE_PROFILE, options)


RATING_FORM: Final = Form(
    "skm",
    1,
    FormText("form-skm"),
    tuple(
        Page(key, FormText(f"form-page-{key}"), FormText(f"form-intro-{key}"))
        for key in (PAGE_CONSENT, PAGE_SERVICE, PAGE_ELEMENTS, PAGE_COMMENT, PAGE_PROFILE)
    ),
    (
        Field(CONSENT, FieldKind.CONSENT, FormText("form-consent"), PAGE_CONSENT, required=True),
        Field(SERVICE, FieldKind.CHOICE, FormText("form-which-service"), PAGE_SERVICE, offered=True),
        *(_element(key) for key in ELEMENT_KEYS),
        Field(COMMENT, FieldKind.TEXT, FormText("form-comment"), PAGE_COMMENT, most=LONGEST_COMMENT),
        *(_profile(question) for question in PROFILE_QUESTIONS),
    ),
)
PROFILE_FIELDS: Final = tuple(one.key for one in RATING_FORM.on_page(PAGE_PROFILE))
