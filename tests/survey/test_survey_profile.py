"""The profile questions are those of the form."""

from datetime import time

import pytest

from feedbackbot.domain.survey.profile import PROFILE_QUESTIONS, hour_band, is_option


def test_the_four_questions_of_the_form_are_asked() -> None:
    assert [question.key for question in PROFILE_QUESTIONS] == ["sex", "age", "education", "occupation"]


@pytest.mark.parametrize(
    ("question", "option", "expected"),
    [("sex", "female", True), ("education", "s3", True), ("sex", "s3", False), ("religion", "none", False)],
)
def test_only_the_forms_options_are_taken(question: str, option: str, expected: bool) -> None:
    assert is_option(question, option) is expected


@pytest.mark.parametrize(
    ("local", "band"),
    [
        (time(8), "08-12"),
        (time(12), "08-12"),
        (time(12, 30), "other"),
        (time(13), "13-17"),
        (time(17, 1), "other"),
    ],
)
def test_the_hour_band_is_that_of_the_form(local: time, band: str) -> None:
    assert hour_band(local) == band
