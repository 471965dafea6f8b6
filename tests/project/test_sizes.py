"""Files and functions stay short enough to be read at once."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 250
LONGEST_FUNCTION = 40
MEDIAN = 75
PRODUCT = ("feedbackbot", "conversations")
ALL = (*PRODUCT, "tests", "benchmarks", "scripts")
# tells how sentences of any set are understood, in one file that others run at any checkout
STANDS_ALONE = {"tests/understanding/measure.py"}


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    """Path and text of the modules in these folders, scripts without ending too; migrations are written once and never read for the
    product's sake."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*")):
            if (file.suffix == ".py" and "versions" not in file.parts) or is_python_script(file):
                yield str(file.relative_to(ROOT)), file.read_text("utf-8")


def is_python_script(file: Path) -> bool:
    if file.suffix or not file.is_file():
        return False
    with file.open("rb") as opened:
        first = opened.readline()
    return first.startswith(b"#!") and b"python" in first


def test_no_file_is_longer_than_it_may_be() -> None:
    too_long = {name: lines for name, text in sources(*ALL) if (lines := text.count("\n")) > LONGEST_FILE}
    assert too_long.keys() <= STANDS_ALONE, "split it by what it means"


def test_half_of_the_product_s_files_are_read_at_one_look() -> None:
    lengths = [text.count("\n") for _, text in sources(*PRODUCT) if text]
    assert statistics.median(lengths) <= MEDIAN


def test_no_function_is_longer_than_it_may_be() -> None:
    too_long = [
        f"{name}:{node.lineno} {node.name} ({lines} lines)"
        for name, text in sources(*ALL)
        if name not in STANDS_ALONE
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not too_long, "give its parts names"
