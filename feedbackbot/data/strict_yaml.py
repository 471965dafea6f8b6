"""A YAML loader that refuses what plain YAML takes in silence."""

from collections.abc import Hashable
from typing import Any

import yaml

# libyaml's is ten times as fast, and a city's file is read at every start
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StrictLoader(_Safe):  # type: ignore[misc]
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
