"""How messages about a training are grouped, and which entry points their buttons open."""


def subject_of(training_id: int) -> str:
    """Groups the messages about one training in the outbox."""
    return f"training:{training_id}"
