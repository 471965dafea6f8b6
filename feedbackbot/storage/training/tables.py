"""Trainings: what is offered, who is invited, seated and present, what is learnt in the chat, and what it counted."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

training = Table(
    "training",
    metadata,
    identity(),
    Column("title", String(120), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("skill", String(12), nullable=False),
    Column("mode", String(12), nullable=False),
    # code of the JP table
    Column("form", String(8), nullable=False),
    Column("jp", Integer, nullable=False),
    Column("institution", String(200), nullable=False, server_default=""),
    # which element of the survey it improves
    Column("element", String(16), index=True),
    # null: without limit
    Column("seats", Integer),
    Column("register_until", UtcDateTime),
    # the head of the employee's unit is asked before a seat is given
    Column("needs_consent", Boolean, nullable=False),
    reference("author_id", "person.id"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("cancelled_at", UtcDateTime),
    # attendance was settled and credits were given
    Column("closed_at", UtcDateTime),
    # a change is being told: enrolments up to this one know of it; null: everybody does
    Column("told_until", BigInteger),
)

training_session = Table(
    "training_session",
    metadata,
    identity(),
    reference("training_id", "training.id", nullable=False, index=True),
    Column("starts_at", UtcDateTime, nullable=False, index=True),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("place", String(200), nullable=False, server_default=""),
    Column("link", String(200), nullable=False, server_default=""),
    # grows with each change: calendars and reminders go by it
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("moved_at", UtcDateTime),
    Column("cancelled", Boolean, nullable=False),
)

enrolment = Table(
    "enrolment",
    metadata,
    identity(),
    reference("training_id", "training.id", nullable=False),
    reference("employee_id", "employee.id", nullable=False, index=True),
    # see `domain.training.enrolment.State`
    Column("state", String(12), nullable=False),
    # null: came without an invitation
    Column("invited_at", UtcDateTime),
    # the first answer of any kind
    Column("answered_at", UtcDateTime),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("seated_at", UtcDateTime),
    # order of the waiting list
    Column("queued", Integer, nullable=False, server_default="0"),
    Column("offered_until", UtcDateTime),
    # why not: "duty", "date", "place", "unfit", or "words" with the words beside it
    Column("reason", String(12)),
    Column("reason_words", String(300)),
    # when somebody who said "later" wants to be asked again
    Column("remind_at", UtcDateTime),
    # the head of unit's word: null not asked or not answered yet
    Column("consented", Boolean),
    reference("consented_by", "person.id"),
    Column("completed_at", UtcDateTime),
    UniqueConstraint("training_id", "employee_id"),
    Index(
        "ix_enrolment_offered_until",
        "offered_until",
        sqlite_where=text("state = 'offered'"),
    ),
)

reminder_sent = Table(
    "reminder_sent",
    metadata,
    reference("enrolment_id", "enrolment.id", primary_key=True),
    # the rung, session and sequence
    Column("key", String(48), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

attendance = Table(
    "attendance",
    metadata,
    reference("session_id", "training_session.id", primary_key=True),
    reference("employee_id", "employee.id", primary_key=True, index=True),
    Column("at", UtcDateTime, nullable=False),
    # "code" or "trainer"
    Column("how", String(8), nullable=False),
    reference("trainer_id", "person.id"),
    comment="who was there; a trainer's correction adds or takes away a row and is audited",
)

session_trainer = Table(
    "session_trainer",
    metadata,
    reference("session_id", "training_session.id", primary_key=True),
    reference("trainer_id", "person.id", primary_key=True, index=True),
    comment="who held a session: whoever showed its code or opened its list while it was on",
)

course = Table(
    "course",
    metadata,
    reference("training_id", "training.id", primary_key=True),
    Column("file", String(120), nullable=False),
    # the Markdown as it was sent
    Column("body", Text, nullable=False),
    # grows when another file replaces it: a try that was begun with other questions is void
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

course_file = Table(
    "course_file",
    metadata,
    reference("training_id", "training.id", primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("channel", String(16), primary_key=True),
    # the chat service's id: the file itself stays there
    Column("ref", String(256), nullable=False),
)

course_progress = Table(
    "course_progress",
    metadata,
    reference("training_id", "training.id", primary_key=True),
    reference("employee_id", "employee.id", primary_key=True, index=True),
    Column("started_at", UtcDateTime, nullable=False),
    # lessons read to their end
    Column("lessons", SmallInteger, nullable=False, server_default="0"),
    Column("read_at", UtcDateTime),
    # one lesson a day, by reminder
    Column("daily", Boolean, nullable=False),
    # the day for which the last reminder went out
    Column("reminded_on", Date),
    # the quiz: number of the present try from 1, 0 before the first
    Column("tries", SmallInteger, nullable=False, server_default="0"),
    # of the course when that try was begun
    Column("version", Integer, nullable=False, server_default="1"),
    Column("best_percent", SmallInteger),
    Column("passed_at", UtcDateTime),
)

quiz_answer = Table(
    "quiz_answer",
    metadata,
    reference("training_id", "training.id", primary_key=True),
    reference("employee_id", "employee.id", primary_key=True, index=True),
    Column("try_number", SmallInteger, primary_key=True),
    # places from 0
    Column("question", SmallInteger, primary_key=True),
    Column("option", SmallInteger, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

jp_entry = Table(
    "jp_entry",
    metadata,
    identity(),
    reference("employee_id", "employee.id", nullable=False, index=True),
    # whole JP; a correction may be negative
    Column("jp", Integer, nullable=False),
    # the day (in the city) on which it counts
    Column("day", Date, nullable=False, index=True),
    # says nothing twice: "training:12:345"
    Column("cause", String(48), nullable=False, unique=True),
    reference("training_id", "training.id"),
    Column("note", String(200), nullable=False, server_default=""),
    reference("author_id", "person.id"),
    Column("at", UtcDateTime, nullable=False),
    comment="append-only",
)

certificate = Table(
    "certificate",
    metadata,
    identity(),
    reference("employee_id", "employee.id", nullable=False, index=True),
    reference("training_id", "training.id", nullable=False),
    # its number: SERT/<year>/<serial>
    Column("year", SmallInteger, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("code", String(12), nullable=False, unique=True),
    # as printed: later changes of the registry do not change what was certified
    Column("name", String(560), nullable=False),
    Column("title", String(120), nullable=False),
    Column("jp", Integer, nullable=False),
    Column("unit", String(200), nullable=False, server_default=""),
    Column("signer_name", String(120), nullable=False, server_default=""),
    Column("signer_title", String(120), nullable=False, server_default=""),
    Column("signer_nip", String(120), nullable=False, server_default=""),
    Column("finished_on", Date, nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    UniqueConstraint("employee_id", "training_id"),
    UniqueConstraint("year", "serial"),
)

evaluation = Table(
    "evaluation",
    metadata,
    reference("enrolment_id", "enrolment.id", primary_key=True),
    # 1 to 4; null: not answered (yet)
    Column("content", SmallInteger),
    Column("trainer", SmallInteger),
    Column("organisation", SmallInteger),
    Column("usefulness", SmallInteger),
    Column("recommend", SmallInteger),
    Column("at", UtcDateTime, nullable=False),
)

jp_form = Table(
    "jp_form",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("name", String(200), nullable=False),
    # sentences of the conversion table: "1 hari = 6 JP"
    Column("national", String(80), nullable=False),
    Column("international", String(80), nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    comment="rows of the conversion table that admins have changed; the others are as shipped",
)
