"""How messages about a training are grouped, and which entry points their buttons open."""

ANSWER_DOOR, DETAILS_DOOR, ATTEND_DOOR, LEARN_DOOR = "undangan", "pelatihan", "hadir", "belajar"


def topic_of(training_id: int) -> str:
    """Groups the messages about one training in the outbox."""
    return f"training:{training_id}"
