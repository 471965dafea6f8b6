"""Files of what people write and mean; for `feedbackbot.understanding`."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from feedbackbot.data.yaml_file import read_yaml

_SHIPPED_NAME: Final = re.compile(r"[a-z0-9-]+")


def understanding_data() -> dict[str, object]:
    """What people write and mean, by the name of the file, one per language."""
    folder = files("feedbackbot.data") / "understanding"
    return {
        one.name: read_yaml(one, one.name)
        for one in sorted(folder.iterdir(), key=lambda one: one.name)
        if one.name.endswith(".yaml")
    }


def understanding_model(name: str) -> bytes:
    """A learned part, as scripts/train-understanding wrote it."""
    return (files("feedbackbot.data") / "understanding" / name).read_bytes()


def office_words(name: str) -> object:
    """What people call the offices of a city: `offices_<name>.yaml` beside its file, shipped or its own; an empty mapping without one."""
    own = Path(name)
    if own.suffix in {".yaml", ".yml"}:
        beside = own.with_name(f"offices_{own.stem}.yaml")
        return read_yaml(beside, str(beside)) if beside.is_file() else {}
    words = files("feedbackbot.data") / f"offices_{name}.yaml"
    return read_yaml(words, words.name) if _SHIPPED_NAME.fullmatch(name) and words.is_file() else {}
