"""A form's question asked by itself: its options as choices."""

from feedbackbot.dialogue.message import Choice
from feedbackbot.domain.forms.form import Field, FormText
from feedbackbot.i18n import Catalogue


def field_choices(field: Field, catalogue: Catalogue, language: str) -> tuple[Choice, ...]:
    """In the order of the options, from the catalogue."""

    def say(text: FormText | None) -> str:
        return catalogue.text(language, text.key) if text and catalogue.has(text.key) else ""

    return tuple(
        Choice(
            one.key,
            label := say(one.label),
            short=say(one.short) or label,
            also=tuple(words.split(", ")) if (words := say(one.also)) else (),
        )
        for one in field.options
    )
