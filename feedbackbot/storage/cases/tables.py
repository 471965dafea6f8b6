"""What citizens send to a unit, and everything that was said about it since."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

case_file = Table(
    "case_file",
    metadata,
    identity(),
    # what people read out: 7F3-QX2K
    Column("number", String(8), nullable=False, unique=True),
    # null once the citizen's data are erased
    reference("person_id", "person.id", index=True),
    Column("kind", String(24), nullable=False),
    reference("unit_id", "unit.id", nullable=False),
    reference("service_id", "service.id"),
    # null once its time is over
    Column("words", Text),
    Column("happened", String(200), nullable=False, server_default=""),
    Column("place", String(200), nullable=False, server_default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    # only where the citizen wants the officers to know; null: anonymous
    Column("told_name", String(60)),
    # the case that is worked on for this one too
    Column("parent_id", BigId, index=True),
    # only who has it in hand reads what was written
    Column("confidential", Boolean, nullable=False, server_default=false()),
    # whose it is, where it is not within the city's powers: a key of the referral table
    Column("outside", String(40), nullable=False, server_default=""),
    # its number in LAPOR!, where it was entered there, and when
    Column("lapor_number", String(32), nullable=False, server_default=""),
    Column("lapor_at", UtcDateTime),
    # element of the survey that it is about, where it came from a rating
    Column("element", String(16)),
    Column("fingerprint", String(64), nullable=False),
    Column("state", String(20), nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("alarm", SmallInteger, nullable=False),
    reference("officer_id", "person.id", index=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("stage_start", UtcDateTime, nullable=False),
    Column("stage_due", UtcDateTime, nullable=False),
    Column("settle_due", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("responded_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("field_check", Boolean, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("waited_days", Integer, nullable=False),
    # of the handling, 1-4
    Column("score", SmallInteger),
    # when time alone next does something to it; null: never
    Column("clock_at", UtcDateTime),
    Index(
        "ix_case_file_clock_at",
        "clock_at",
        sqlite_where=text("clock_at IS NOT NULL"),
    ),
    Index("ix_case_file_unit_id_state", "unit_id", "state"),
)

tip = Table(
    "tip",
    metadata,
    identity(),
    Column("code", String(12), nullable=False, unique=True),
    # keyed hash of code and PIN; nothing leads to whoever sent it
    Column("lock", String(64), nullable=False),
    Column("kind", String(12), nullable=False),
    # whom it is about, where that was said
    reference("unit_id", "unit.id"),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("state", String(8), nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    comment="what was told to the inspectorate alone: by nobody, and in no list of cases",
)

timeline_entry = Table(
    "timeline_entry",
    metadata,
    identity(),
    # of a case, of a recovery after a low score, or of a tip
    reference("case_id", "case_file.id", index=True),
    reference("alert_id", "low_score_alert.id", index=True),
    # of a tip to the inspectorate: never together with the two above
    Column("tip_id", BigId, index=True),
    Column("at", UtcDateTime, nullable=False),
    # who acted: a role, never a name
    Column("actor", String(12), nullable=False),
    # which member of the staff; null for the citizen and the clock
    reference("staff_id", "person.id", index=True),
    Column("action", String(20), nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    # the unit that it was passed to
    reference("unit_id", "unit.id"),
)

timeline_file = Table(
    "timeline_file",
    metadata,
    identity(),
    reference("entry_id", "timeline_entry.id", nullable=False, index=True),
    # "photo", "document" or "voice"
    Column("kind", String(10), nullable=False),
    Column("channel", String(16), nullable=False),
    # the chat service's id: the file itself stays there, unless the chat service forgets it
    Column("ref", String(256), nullable=False),
    # of a file that would be forgotten; empty where it could not be had
    Column("content", LargeBinary),
    Column("name", String(120), nullable=False, server_default=""),
    Column("size", Integer, nullable=False, server_default="0"),
)

sender_flag = Table(
    "sender_flag",
    metadata,
    reference("person_id", "person.id", primary_key=True),
    reference("case_id", "case_file.id", nullable=False),
    Column("at", UtcDateTime, nullable=False),
    comment="citizens whose cases an officer took for abuse: they are slowed, not silenced",
)

ready_reply = Table(
    "ready_reply",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False, index=True),
    Column("title", String(40), nullable=False),
    Column("words", Text, nullable=False),
    reference("author_id", "person.id", index=True),
    Column("at", UtcDateTime, nullable=False),
    comment="answers that a unit gives often",
)

desk_leave = Table(
    "desk_leave",
    metadata,
    reference("person_id", "person.id", primary_key=True),
    Column("until", UtcDateTime, nullable=False),
    comment="officers who are away: what concerns their cases is told to the others",
)

case_limit = Table(
    "case_limit",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False),
    # null: all services of the unit without a limit of their own
    reference("service_id", "service.id"),
    Column("kind", String(24), nullable=False),
    # working days to settle a case
    Column("days", SmallInteger, nullable=False),
    UniqueConstraint("unit_id", "service_id", "kind"),
)
