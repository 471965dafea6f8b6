"""Reading a YAML file so that a slip of the pen is reported with its line instead of losing data."""

from collections.abc import Hashable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml


class DataFileError(Exception):
    """A data file is missing or is not readable; the text names the file and, where known, the line."""


# libyaml's is ten times as fast, and a city's file is read at every start
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Safe):  # type: ignore[misc]
    """SafeLoader that refuses a key given twice, of which plain YAML silently keeps the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value!r} is given twice", key.start_mark
                )
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


def read_yaml(file: Traversable | Path, name: str) -> object:
    """What the file holds, as plain lists, mappings and values. DataFileError otherwise."""
    try:
        # The loader is a SafeLoader: no object of the file's choosing is ever built.
        return yaml.load(file.read_text("utf-8"), Loader=_StrictLoader)  # noqa: S506
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
