"""What a training in the catalogue is, before it is stored: the words admins choose from, and their checks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.survey.elements import ELEMENTS


class TrainingKind(StrEnum):
    TECHNICAL = "teknis"
    MANAGERIAL = "manajerial"
    SOCIAL = "sosial-kultural"


class Skill(StrEnum):
    TECHNICAL = "technical"
    SOFT = "soft"


class Mode(StrEnum):
    CLASSROOM = "classroom"
    ONLINE = "online"
    SELF_PACED = "self-paced"
    BLENDED = "blended"


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """Moments carry the city's zone."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """`seats` None: without limit. `form`: code of the JP table. `element`: key of a survey element or None."""

    title: str
    kind: TrainingKind
    skill: Skill
    mode: Mode
    form: str
    jp: int
    institution: str = ""
    element: str | None = None
    seats: int | None = None
    register_until: datetime | None = None
    sessions: tuple[SessionDraft, ...] = ()


_KIND_WORDS = {
    TrainingKind.TECHNICAL: "teknis, technical",
    TrainingKind.MANAGERIAL: "manajerial, managerial, manajemen, management",
    TrainingKind.SOCIAL: "sosial kultural, sosial-kultural, sosio kultural, sosiokultural, socio-cultural, social",
}
_SKILL_WORDS = {
    Skill.TECHNICAL: "technical, teknis, hard, hard skill, keterampilan teknis",
    Skill.SOFT: "soft, soft skill, lunak, keterampilan lunak, nonteknis, non teknis",
}
_MODE_WORDS = {
    Mode.CLASSROOM: "classroom, kelas, tatap muka, klasikal, luring, offline",
    Mode.ONLINE: "online, daring, online live, daring langsung, zoom, webinar",
    Mode.SELF_PACED: "self-paced, self paced, mandiri, belajar mandiri, e-learning, elearning",
    Mode.BLENDED: "blended, campuran, hibrida, hybrid, blended learning",
}

Word = TypeVar("Word", bound=StrEnum)


def kind_of(text: str) -> TrainingKind:
    """Raises `WrongValue("training-kind-unknown")`."""
    return _chosen(text, _KIND_WORDS, "training-kind-unknown")


def skill_of(text: str) -> Skill:
    """Raises `WrongValue("training-skill-unknown")`."""
    return _chosen(text, _SKILL_WORDS, "training-skill-unknown")


def mode_of(text: str) -> Mode:
    """Raises `WrongValue("training-mode-unknown")`."""
    return _chosen(text, _MODE_WORDS, "training-mode-unknown")


def element_key(text: str) -> str:
    """The element's key from its key or official name. Raises `WrongValue("training-element-unknown")`."""
    wanted = " ".join(text.casefold().split())
    for element in ELEMENTS:
        if wanted in (element.key, element.official_name.casefold()):
            return element.key
    raise WrongValue("training-element-unknown", known=", ".join(element.key for element in ELEMENTS))


def _chosen(text: str, words: Mapping[Word, str], key: str) -> Word:
    wanted = " ".join(text.casefold().replace("_", " ").split())
    for choice, synonyms in words.items():
        if wanted == choice.value or wanted in synonyms.split(", "):
            return choice
    raise WrongValue(key, known=", ".join(synonyms.split(", ")[0] for synonyms in words.values()))
