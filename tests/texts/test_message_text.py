"""Our markup formats what authors mean and leaves everything else, above all typed text, as it stands."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.message_text import (
    ProblemKind,
    Span,
    escape,
    parse,
    plain,
    plain_length,
    problems,
    utf16_length,
)

marked_text = st.text(st.sampled_from(list("*_\\ a1.\n)(\U0001f600")) | st.characters(), max_size=60)


def shape(text: str) -> str:
    """Spans written down briefly: B bold, I italic, X both."""
    names = {(False, False): "", (True, False): "B", (False, True): "I", (True, True): "X"}
    return "".join(
        f"{names[span.bold, span.italic]}[{span.text}]" if span.bold or span.italic else span.text
        for span in parse(text)
    )


@pytest.mark.parametrize(
    ("authored", "shown"),
    [
        ("", ""),
        ("Terima kasih", "Terima kasih"),
        ("*Terima kasih*", "B[Terima kasih]"),
        ("Halo _Bu Ani_!", "Halo I[Bu Ani]!"),
        ("*tebal _keduanya_ tebal*", "B[tebal ]X[keduanya]B[ tebal]"),
        ("*_keduanya_*", "X[keduanya]"),
        ("(*tebal*), *lagi*.", "(B[tebal]), B[lagi]."),
        ("⚠️*penting*", "⚠️B[penting]"),
        ("*Penting ⚠️*", "B[Penting ⚠️]"),
        (r"\*bukan tebal\*", "*bukan tebal*"),
        (r"*\*bintang\**", "B[*bintang*]"),
        ("C:\\temp dan \\\\", "C:\\temp dan \\"),
        ("ujung \\", "ujung \\"),
        ("skm_2026_lhokseumawe", "skm_2026_lhokseumawe"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("3*4*5", "3*4*5"),
        ("1_000_000", "1_000_000"),
        ("* satu\n* dua", "* satu\n* dua"),
        ("Nama: ____ Sandi: ***", "Nama: ____ Sandi: ***"),
        ("https://contoh.id/_a_/*b*/c", "https://contoh.id/_a_/*b*/c"),
        ("*https://contoh.id/a_b*", "B[https://contoh.id/a_b]"),
        ("_lihat t.me/skm_bot_.", "I[lihat t.me/skm_bot]."),
        ("*satu\ndua*", "*satu\ndua*"),
        ("*satu\n*dua*", "*satu\nB[dua]"),
        ("*) syarat *penting*", "*) syarat B[penting]"),
        ("*a _b* c_", "B[a _b] c_"),
        ("**markdown**", "**markdown**"),
        ("@lhokseumawe_bot /skm_saya", "@lhokseumawe_bot /skm_saya"),
    ],
)
def test_marks_are_read_as_the_rules_say(authored: str, shown: str) -> None:
    assert shape(authored) == shown


@pytest.mark.parametrize(
    ("authored", "expected"),
    [
        ("*tebal", [(ProblemKind.NEVER_CLOSED, 0, 1)]),
        ("baik\nGratis*", [(ProblemKind.NEVER_OPENED, 11, 2)]),
        ("*a _b* c_", [(ProblemKind.NEVER_CLOSED, 3, 1), (ProblemKind.NEVER_OPENED, 8, 1)]),
        ("**tebal**", [(ProblemKind.DOUBLED, 0, 1), (ProblemKind.DOUBLED, 7, 1)]),
        (r"\*\*a\* *b", [(ProblemKind.NEVER_CLOSED, 8, 1)]),
        ("*a\nb*", [(ProblemKind.NEVER_CLOSED, 0, 1), (ProblemKind.NEVER_OPENED, 4, 2)]),
    ],
)
def test_a_mark_without_partner_is_told_with_its_place(
    authored: str, expected: list[tuple[ProblemKind, int, int]]
) -> None:
    assert [(found.kind, found.position, found.line) for found in problems(authored)] == expected


@pytest.mark.parametrize(
    "authored",
    [
        "3 * 4",
        "skm_2026",
        "* butir",
        "Nama:__ / ____",
        "*baik* dan _bagus_",
        "https://a.id/_x",
        "a\\_b",
        "***",
    ],
)
def test_what_is_plainly_text_is_no_problem(authored: str) -> None:
    assert problems(authored) == []


def test_a_problem_shows_the_words_around_it() -> None:
    [found] = problems("Pelayanan kami *gratis untuk semua warga kota")
    assert found.near == "ayanan kami *gratis untuk"


@given(st.text(st.characters()) | marked_text)
@settings(deadline=None)
def test_typed_text_is_never_markup(typed: str) -> None:
    assert parse(escape(typed)) == ([Span(typed)] if typed else [])
    assert problems(escape(typed)) == []


@given(marked_text, marked_text)
@settings(deadline=None)
def test_typed_text_inside_an_authored_line_keeps_every_character(typed: str, around: str) -> None:
    assert typed in plain(f"{around} {escape(typed)}")


@given(marked_text)
@settings(deadline=None, max_examples=400)
def test_only_marks_and_backslashes_are_ever_taken_out(authored: str) -> None:
    spans = parse(authored)
    kept = iter(plain(authored))
    missing = []
    wanted = next(kept, None)
    for character in authored:
        if character == wanted:
            wanted = next(kept, None)
        else:
            missing.append(character)
    assert wanted is None
    assert set(missing) <= set("*_\\")
    assert all(span.text for span in spans)
    assert all(a.bold != b.bold or a.italic != b.italic for a, b in pairwise(spans))


@given(marked_text)
@settings(deadline=None)
def test_formatting_never_crosses_a_line_and_problems_point_at_marks(authored: str) -> None:
    for span in parse(authored):
        if span.bold or span.italic:
            assert "\n" not in span.text
    assert all(
        0 <= found.position < len(authored) and authored[found.position] in "*_"
        for found in problems(authored)
    )


@given(marked_text)
@settings(deadline=None)
def test_a_text_without_lone_marks_stays_without_problems_when_escaped_again(authored: str) -> None:
    assert plain(escape(plain(authored))) == plain(authored)


def test_length_counts_utf16_units_without_marks() -> None:
    assert plain_length("*Hai* \U0001f600\\*") == 7
    assert utf16_length("\ud800") == 1


def test_a_long_text_of_nothing_but_marks_is_read_to_the_end() -> None:
    hostile = "*a _b " * 20_000
    assert plain(hostile) == hostile
    assert len(problems(hostile)) == 40_000
