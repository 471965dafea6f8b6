"""A training before it is stored."""

from datetime import datetime

from pydantic import BaseModel

from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind


class SessionMemory(BaseModel):
    """A session as it can be written down."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""


class TrainingMemory(BaseModel):
    """`reviewed`: the draft was complete before, so a single change leads back to the review. `seats` 0: without limit."""

    title: str = ""
    kind: str = ""
    skill: str = ""
    mode: str = ""
    form: str = ""
    institution: str = ""
    element: str = ""
    sessions: list[SessionMemory] = []
    seats: int = 0
    register_until: datetime | None = None
    jp: int = 0
    needs_consent: bool = False
    reviewed: bool = False

    def session_drafts(self) -> tuple[SessionDraft, ...]:
        return tuple(SessionDraft(one.starts_at, one.ends_at, one.place, one.link) for one in self.sessions)

    def as_training(self) -> TrainingDraft:
        """Raises ValueError while something is missing."""
        return TrainingDraft(
            self.title,
            TrainingKind(self.kind),
            Skill(self.skill),
            Mode(self.mode),
            self.form,
            self.jp,
            self.institution,
            self.element or None,
            self.seats or None,
            self.register_until,
            self.session_drafts(),
        )
