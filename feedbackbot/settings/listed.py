"""All settings in a list, for people: the README's table and `.env.example`."""

from datetime import time

from pydantic import SecretStr

from feedbackbot.settings import PREFIX, Settings


def settings_table() -> str:
    """The table of the README, in Markdown."""
    lines = ["| setting | default | what it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        shown = _default(field.default)
        lines.append(f"| `{PREFIX}{name.upper()}` | {f'`{shown}`' if shown else '–'} | {field.description} |")
    return "\n".join(lines) + "\n"


def env_example() -> str:
    """The file `.env.example`: every setting with its default, commented out."""
    lines = ["# Copy to .env and fill in. Lines that start with # keep their default.", ""]
    for name, field in Settings.model_fields.items():
        lines += [f"# {field.description}", f"# {PREFIX}{name.upper()}={_default(field.default)}", ""]
    return "\n".join(lines)


def _default(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)
