"""Everything that can be wrong with a sheet, a code or a course has its words in both languages."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from feedbackbot.i18n import load_catalogue

DOMAIN = Path(__file__).parents[2] / "feedbackbot/domain"
TEXTS = Path(__file__).parents[2] / "feedbackbot/i18n"
KEY = re.compile(
    r'"((?:sheet|cell|nip|name|words|phone|rank|email|code|jp|course|training|import|skipped)-[a-z0-9-]+)"'
)


def keys_in_code() -> set[str]:
    sources = [
        path.read_text()
        for part in ("people", "sheets", "spoken", "staff", "survey", "training")
        for path in (DOMAIN / part).glob("*.py")
        if path.name != "notices.py"  # names of notices are no texts
    ]
    return {key for source in sources for key in KEY.findall(source)}


class Gaps(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def gaps(language: str) -> dict[str, set[str]]:
    text = (TEXTS / language / "imports.ftl").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Message):
            visitor = Gaps()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


def test_every_key_of_the_rules_has_a_text_and_no_text_is_left_over() -> None:
    of_rules = {key for key in gaps("id") if KEY.fullmatch(f'"{key}"')}
    assert of_rules == keys_in_code()


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    assert gaps("id") == gaps("en")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_text_can_be_made(language: str) -> None:
    catalogue = load_catalogue()
    for key, names in gaps(language).items():
        assert "{" not in catalogue.text(language, key, **dict.fromkeys(names, 3))
