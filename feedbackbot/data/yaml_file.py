"""Reading a YAML file so that a slip of the pen is reported with its line instead of losing data."""

from importlib.resources.abc import Traversable
from pathlib import Path


class DataFileError(Exception):
    """A data file is missing or is not readable; the text names the file and, where known, the line."""


def read_yaml(file: Traversable | Path, name: str) -> object:
    """What the file holds, as plain lists, mappings and values. DataFileError otherwise."""
    import yaml

    from feedbackbot.data.strict_yaml import StrictLoader

    try:
        # The loader is a SafeLoader: no object of the file's choosing is ever built.
        return yaml.load(file.read_text("utf-8"), Loader=StrictLoader)  # noqa: S506
    except OSError as error:
        raise DataFileError(f"{name}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DataFileError(f"{name}: is not UTF-8 text") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise DataFileError(f"{name}{line}: {error.problem}") from error
    except yaml.YAMLError as error:
        raise DataFileError(f"{name}: is not YAML ({error})") from error
