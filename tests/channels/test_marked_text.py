"""What was set in the chat app's editor is kept in our own markup, or it is said that it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.channels.telegram.marked_text import marked_text
from feedbackbot.domain.message_text import Span, parse, plain

LINK = {"type": "text_link", "url": "https://kota.example/daftar"}


def part(kind: str, text: str, words: str, **more: str) -> dict[str, object]:
    """An entity over `words` of `text`, counted as Telegram counts."""
    before = text[: text.index(words)]
    units = [len(one.encode("utf-16-le")) // 2 for one in (before, words)]
    return {"type": kind, "offset": units[0], "length": units[1], **more}


@pytest.mark.parametrize(
    ("text", "kind", "words", "marked"),
    [
        ("Kantor tutup besok", "bold", "besok", "Kantor tutup *besok*"),
        ("🎉🇮🇩 Kantor tutup besok", "italic", "tutup", "🎉🇮🇩 Kantor _tutup_ besok"),
        ("Besok tutup", "bold", "Besok ", "*Besok* tutup"),
        ("Baris satu\nBaris dua", "bold", "Baris satu\nBaris dua", "*Baris satu*\n*Baris dua*"),
        ("(penting) datang", "bold", "penting", "(*penting*) datang"),
    ],
)
def test_bold_and_italic_are_kept(text: str, kind: str, words: str, marked: str) -> None:
    assert marked_text(text, [part(kind, text, words)]) == (marked, False)


def test_two_looks_of_one_word_are_kept() -> None:
    found, lost = marked_text(
        "besok libur", [part("bold", "besok libur", "besok"), part("italic", "besok libur", "besok")]
    )
    assert (parse(found)[0], lost) == (Span("besok", bold=True, italic=True), False)


def test_a_link_behind_words_stands_behind_them() -> None:
    text = "Daftar di sini, ya"
    assert marked_text(text, [part("text_link", text, "di sini", url=LINK["url"])]) == (
        "Daftar di sini (https://kota.example/daftar), ya",
        False,
    )
    bare = "Buka kota.example/daftar"
    assert marked_text(bare, [part("text_link", bare, "kota.example/daftar", url=LINK["url"])]) == (
        bare,
        False,
    )


@pytest.mark.parametrize(
    "kind", ["underline", "strikethrough", "spoiler", "blockquote", "code", "pre", "text_mention", "new"]
)
def test_what_has_no_like_is_told(kind: str) -> None:
    assert marked_text("Besok libur", [part(kind, "Besok libur", "Besok")]) == ("", True)


def test_bold_inside_a_word_would_show_a_star_and_is_told() -> None:
    assert marked_text("pengumuman", [part("bold", "pengumuman", "umum")]) == ("", True)


def test_an_address_or_a_mention_is_shown_anyway() -> None:
    assert marked_text("@kota #libur", [part("mention", "@kota #libur", "@kota")]) == ("", False)


@given(
    st.text(max_size=30),
    st.lists(
        st.fixed_dictionaries(
            {
                "type": st.sampled_from(["bold", "italic", "text_link", "code", "url"]),
                "offset": st.integers(-2, 40),
                "length": st.integers(-2, 40),
                "url": st.just("https://kota.example"),
            }
        ),
        max_size=5,
    ),
)
def test_no_words_are_lost_whatever_the_entities_say(text: str, entities: list[dict[str, object]]) -> None:
    marked, _ = marked_text(text, entities)
    if marked:
        assert plain(marked).replace(" (https://kota.example)", "") == plain(text).replace(
            " (https://kota.example)", ""
        )
