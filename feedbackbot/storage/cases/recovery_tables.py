"""Low scores that are answered at once, who is on duty for them, and what units did about what they were told."""

from sqlalchemy import Column, Numeric, SmallInteger, String, Table, Text

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

low_score_alert = Table(
    "low_score_alert",
    metadata,
    identity(),
    reference("response_id", "response.id", nullable=False, unique=True),
    reference("unit_id", "unit.id", nullable=False, index=True),
    reference("service_id", "service.id"),
    # keys of the elements answered lowest, with commas between
    Column("elements", String(120), nullable=False),
    # index of this one response, 25-100
    Column("ikm", Numeric(5, 2), nullable=False),
    # here and in the other times: to the hour, so that no time tells which message it came with
    Column("at", UtcDateTime, nullable=False),
    # of chance, while the citizen may be asked; only the secret key leads from it to the row of `recovery_talk`
    Column("talk_token", String(40)),
    reference("officer_id", "person.id", index=True),
    Column("answered_at", UtcDateTime),
    Column("settled_at", UtcDateTime),
)

recovery_talk = Table(
    "recovery_talk",
    metadata,
    # keyed hash of an alert's token: no query joins the two
    Column("bridge", String(64), primary_key=True),
    reference("person_id", "person.id", nullable=False, index=True),
    comment="citizens who agreed to be asked after a low score, until that talk ends",
)

second_rating = Table(
    "second_rating",
    metadata,
    reference("alert_id", "low_score_alert.id", primary_key=True),
    Column("element", String(16), primary_key=True),
    Column("answer", SmallInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    comment="what a citizen says of an element after the recovery: beside the first answer, never in the index",
)

duty = Table(
    "duty",
    metadata,
    reference("unit_id", "unit.id", primary_key=True),
    # 1 (Monday) to 7
    Column("weekday", SmallInteger, primary_key=True),
    reference("person_id", "person.id", nullable=False, index=True),
    comment="the rota: who is told of a low score on that day",
)

follow_up = Table(
    "follow_up",
    metadata,
    identity(),
    reference("unit_id", "unit.id", nullable=False, index=True),
    Column("element", String(16), nullable=False),
    Column("words", Text, nullable=False),
    reference("author_id", "person.id", index=True),
    Column("at", UtcDateTime, nullable=False),
    # the people up to this id were told; null: everybody was
    Column("told_up_to", BigId),
)

follow_up_case = Table(
    "follow_up_case",
    metadata,
    reference("follow_up_id", "follow_up.id", primary_key=True),
    reference("case_id", "case_file.id", primary_key=True),
)
