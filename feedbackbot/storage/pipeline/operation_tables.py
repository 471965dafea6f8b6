"""What the bot did on its own, and what admins did."""

from sqlalchemy import Column, String, Table, Text

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata

job_run = Table(
    "job_run",
    metadata,
    Column("job", String(40), primary_key=True),
    Column("last_run_at", UtcDateTime),
    Column("next_run_at", UtcDateTime),
    # JSON of the counts the job returned
    Column("counts", Text, nullable=False, server_default="{}"),
    Column("error", String(200)),
)

audit = Table(
    "audit",
    metadata,
    identity(),
    Column("at", UtcDateTime, nullable=False),
    # who did it: a person's id, null for the command line
    Column("person_id", BigId),
    Column("action", String(48), nullable=False),
    Column("subject", String(80), nullable=False),
    # JSON
    Column("before", Text),
    Column("after", Text),
)

one_time_code = Table(
    "one_time_code",
    metadata,
    identity(),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("purpose", String(32), nullable=False),
    Column("subject", String(80), nullable=False, server_default=""),
    Column("made_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

installation = Table(
    "installation",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(200), nullable=False),
    comment="what this database was made with: a keyed canary tells another secret key from the right one",
)
