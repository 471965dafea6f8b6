"""Files and functions stay short enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def sources() -> Iterator[tuple[str, str]]:
    """Path and text of the product's modules; migrations are written once and never read for the product's sake."""
    for folder in ("feedbackbot", "conversations"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if "versions" not in file.parts:
                yield str(file.relative_to(ROOT)), file.read_text("utf-8")


def test_no_file_is_longer_than_it_may_be() -> None:
    too_long = {name: lines for name, text in sources() if (lines := text.count("\n")) > LONGEST_FILE}
    assert not too_long, "split it by what it means"


def test_no_function_is_longer_than_it_may_be() -> None:
    too_long = [
        f"{name}:{node.lineno} {node.name} ({lines} lines)"
        for name, text in sources()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not too_long, "give its parts names"
