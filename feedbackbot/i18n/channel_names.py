"""What people call a channel: by a text of its own where there is one, else by its name."""

from feedbackbot.domain.message_text import plain
from feedbackbot.i18n.catalogue import Catalogue


def channel_name(catalogue: Catalogue, language: str, channel: str) -> str:
    key = f"report-channel-{channel}"
    return plain(catalogue.text(language, key)) if catalogue.has(key) else channel.capitalize()
