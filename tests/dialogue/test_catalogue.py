"""Every text is there, in both languages, with the same placeholders; a further language is a file."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

import conversations
from feedbackbot.dialogue.directory import RESERVED
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.domain.message_text import escape, plain, problems
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.i18n import Markup, load_catalogue
from feedbackbot.i18n.catalogue import CatalogueError, catalogue_files
from tests.builders import CATALOGUE

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder in ("conversations", "feedbackbot")
    for path in (ROOT / folder).rglob("*.py")
    if "playground" not in path.parts
]


def texts_of(language: str) -> dict[str, Message]:
    found = {}
    for path in catalogue_files()[language]:
        source = re.sub(r"(?m)^( +)\*(?!\[)", r'\1{ "" }*', path.read_text("utf-8"))
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, Message):
                found[entry.id.name] = entry
    return found


class Placeholders(Visitor):
    def __init__(self, message: Message) -> None:
        self.names: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def test_both_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    indonesian, english = texts_of("id"), texts_of("en")
    assert set(indonesian) == set(english)
    for key, message in indonesian.items():
        assert Placeholders(message).names == Placeholders(english[key]).names, key


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_no_text_has_a_mark_that_formats_nothing(language: str) -> None:
    for key, message in texts_of(language).items():
        values = {name: _sample(name, message) for name in Placeholders(message).names}
        text = CATALOGUE.text(language, key, **values)
        assert text.strip(), key
        assert problems(text) == [], key


def _sample(name: str, message: Message) -> object:
    """A value of the kind that the placeholder wants: a moment for DATETIME, a number else (a text as well as a number)."""
    source = repr_of(message)
    if re.search(rf"DATETIME\(\${name}\b", source):
        return datetime(2026, 11, 24, tzinfo=UTC)
    if re.search(rf"NUMBER\(\${name}\b|\${name} ->", source):
        return Decimal("3.25")
    return "kata"


def repr_of(message: Message) -> str:
    from fluent.syntax import serialize
    from fluent.syntax.ast import Resource

    return serialize(Resource([message]))


def keys_used() -> Iterator[tuple[str, str]]:
    """Keys, or patterns of keys, that the code asks for: `t("key")`, `.text(language, f"a-{b}")`, `FeedbackbotError("key")`."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"t": 0, "text": 1, "FeedbackbotError": 0, "StateChanged": 0, "translate": 0}.get(called)
            if place is None or len(node.args) <= place:
                continue
            for branch in _branches(node.args[place]):
                if isinstance(branch, ast.Constant) and isinstance(branch.value, str):
                    yield re.escape(branch.value), path.name
                elif isinstance(branch, ast.JoinedStr):
                    yield (
                        "".join(
                            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                            for part in branch.values
                        ),
                        path.name,
                    )


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def test_every_key_that_the_code_asks_for_exists() -> None:
    there = set(texts_of("id"))
    used = list(keys_used())
    assert len(used) > 40, "the search for keys finds nothing any more"
    missing = {(key, file) for key, file in used if not any(re.fullmatch(key, name) for name in there)}
    assert missing == set()


def test_every_command_has_a_description() -> None:
    names = [command.name for one in conversations.ALL for command in one.commands if command.listed]
    for name in (*names, *RESERVED):
        for language in CATALOGUE.languages:
            text = CATALOGUE.text(language, f"command-{name.replace('_', '-')}")
            assert 3 <= len(text) <= 256, name


def test_the_scale_is_the_standards_and_every_element_has_its_texts() -> None:
    for key in ELEMENT_KEYS:
        for text in (f"ask-{key}", f"element-{key}", *(f"scale-{key}-{n}" for n in range(1, 5))):
            assert all(CATALOGUE.has(text, language) for language in CATALOGUE.languages), text
    assert [CATALOGUE.text("id", f"scale-biaya-{n}") for n in range(1, 5)] == [
        "Sangat mahal", "Cukup mahal", "Murah", "Gratis",
    ]  # fmt: skip
    assert [CATALOGUE.text("id", f"scale-pengaduan-{n}") for n in range(1, 5)] == [
        "Tidak ada tempat mengadu", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik",
    ]  # fmt: skip


def test_who_has_no_complaint_is_not_taken_for_the_lowest_mark() -> None:
    scale = [CATALOGUE.text("id", f"scale-pengaduan-{n}") for n in range(1, 5)]
    choices = tuple(Choice(str(n), label) for n, label in enumerate(scale, 1))
    for said in ("tidak ada", "Tidak ada.", "tidak ada keluhan", "belum pernah mengadu", "tak ada"):
        assert meant_choice(said, choices) is None, said


def test_acehnese_can_be_added_by_a_file_alone(tmp_path: Path) -> None:
    (tmp_path / "id.ftl").write_text(
        'language-name = Bahasa Indonesia\nback = Kembali\nat = { DATETIME($at, dateStyle: "long") }'
    )
    (tmp_path / "ace.ftl").write_text(
        'language-name = Bahsa Acèh\nat = uroe { DATETIME($at, dateStyle: "long") }'
    )
    catalogue = load_catalogue(tmp_path)
    assert catalogue.languages == ("id", "ace")
    assert catalogue.text("ace", "language-name") == "Bahsa Acèh"
    assert catalogue.text("ace", "back") == "Kembali", "what is not translated yet is said in Indonesian"
    assert catalogue.text("ace", "at", at=datetime(2026, 11, 24, tzinfo=UTC)) == "uroe 24 November 2026"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "id.ftl").write_text("good = Baik\nbad = { $name\n")
    with pytest.raises(CatalogueError, match=r"id\.ftl"):
        load_catalogue(tmp_path).parse_all()
    with pytest.raises(CatalogueError, match=r"id\.ftl"):
        load_catalogue(tmp_path).text("id", "bad", name="Ani")


def test_every_text_of_the_product_can_be_read() -> None:
    load_catalogue().parse_all()


def test_a_text_brings_along_what_it_refers_to(tmp_path: Path) -> None:
    (tmp_path / "id.ftl").write_text(
        "-kota = Lhokseumawe\na = { b } di { -kota }\nb = Selamat { c }\nc = datang\n"
    )
    assert load_catalogue(tmp_path).text("id", "a") == "Selamat datang di Lhokseumawe"


def test_a_text_said_twice_is_found(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "a.ftl").write_text("good = Baik\n")
    (tmp_path / "id" / "b.ftl").write_text("good = Bagus\n")
    with pytest.raises(CatalogueError, match="good"):
        load_catalogue(tmp_path)


def test_bold_at_the_beginning_of_a_line_stays_bold(tmp_path: Path) -> None:
    (tmp_path / "id.ftl").write_text(
        "a =\n    *Judul*\n    { $n ->\n        [0] nol\n       *[other] banyak\n    }\n"
    )
    assert load_catalogue(tmp_path).text("id", "a", n=3) == "*Judul*\nbanyak"


def test_what_a_person_typed_is_never_markup_and_authored_text_is() -> None:
    typed = CATALOGUE.text("id", "unit-not-found", words="*tebal* _miring_ \\")
    assert "“*tebal* _miring_ \\”" in plain(typed)
    authored = CATALOGUE.text("id", "unit-not-found", words=Markup("*tebal*"))
    assert "“tebal”" in plain(authored)


def test_a_text_that_is_missing_or_lacks_a_value_is_a_fault_of_ours() -> None:
    with pytest.raises(CatalogueError):
        CATALOGUE.text("id", "tidak-ada")
    with pytest.raises(CatalogueError):
        CATALOGUE.text("id", "unit-not-found")


def test_moments_are_told_in_the_citys_time_zone() -> None:
    late = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # 3 o'clock the next morning in Lhokseumawe
    assert "25 November 2026" in CATALOGUE.text("id", "rating-repeat", unit="X", at=late, days=30)


@pytest.mark.parametrize("length", [1_999, 2_000, 2_001, 2_500, 2_501, 100_000])
def test_a_value_may_be_as_long_as_a_person_likes(tmp_path: Path, length: int) -> None:
    (tmp_path / "id.ftl").write_text("say = { $who } menulis: { $words }. Sekian.\n", "utf-8")
    typed = "*k" * (length // 2) + "x" * (length % 2)
    text = load_catalogue(tmp_path).text("id", "say", who="<Ani>", words=typed)
    assert text == f"<Ani> menulis: {escape(typed)}. Sekian."
