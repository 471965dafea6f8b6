"""What a respondent is asked about himself once, as the form of PermenPANRB 14/2017 does; all can be skipped.

Texts are in the catalogue: `profile-<question>`, `profile-<question>-<option>`, and `profile-name-<question>` for tables. Columns, form,
pages and reports follow this list: a further question needs a line here, its texts and a migration.

The regulation's form asks for the age in years; a band is enough for every table of the report and says less about a person.
"""

from dataclasses import dataclass
from datetime import time
from typing import Final


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """A question by key, with the keys of its options in the order shown. `longest`: what the database has room for."""

    key: str
    options: tuple[str, ...]
    longest: int = 8


SEX: Final = ProfileQuestion("sex", ("female", "male"))
AGE: Final = ProfileQuestion("age", ("to-19", "20-29", "30-39", "40-49", "50-59", "from-60"))
EDUCATION: Final = ProfileQuestion("education", ("none", "sd", "smp", "sma", "d3", "s1", "s2", "s3"))
OCCUPATION: Final = ProfileQuestion(
    "occupation", ("pns", "tni", "polri", "employee", "self-employed", "other"), longest=16
)

PROFILE_QUESTIONS: Final = (SEX, AGE, EDUCATION, OCCUPATION)
PROFILE_KEYS: Final = tuple(question.key for question in PROFILE_QUESTIONS)

_BY_KEY: Final = {question.key: question for question in PROFILE_QUESTIONS}
_MORNING: Final = (time(8), time(12))
_AFTERNOON: Final = (time(13), time(17))


def is_option(question: str, option: str) -> bool:
    """Whether this question exists and has this option."""
    return question in _BY_KEY and option in _BY_KEY[question].options


def hour_band(local: time) -> str:
    """The form's hour band for a local time: "08-12", "13-17" or "other"."""
    if _MORNING[0] <= local <= _MORNING[1]:
        return "08-12"
    return "13-17" if _AFTERNOON[0] <= local <= _AFTERNOON[1] else "other"
