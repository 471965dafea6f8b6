"""Telegram's HTML: what becomes an entity, where, and what is refused in which words."""

import html
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.playground.html_entities import parse_html
from feedbackbot.playground.html_tags import utf16_length
from feedbackbot.playground.refusals import Refusal
from feedbackbot.playground.text_rules import caption_text, found_entities, message_text

STADIUM = "🏟 🏟&lt;"  # ten bytes of pictures, a space, a reference: 13 bytes, 6 UTF-16 units


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("B", "bold"),
    ],
)
def test_each_tag_becomes_its_entity(markup: str, kind: str) -> None:
    assert parse_html(f"x<{markup}>Halo</{markup}>") == ("xHalo", [entity(kind, 1, 4)])


def test_offsets_count_utf16_units() -> None:
    text, entities = parse_html("🏟 🏟<i>🏟 &gt;<b>&lt🏟</b></i>")
    assert text == "🏟 🏟🏟 ><🏟"
    assert entities == [entity("italic", 5, 7), entity("bold", 9, 3)]
    assert utf16_length(text) == 12


def test_spoiler_expandable_quote_and_emoji_come_from_attributes() -> None:
    assert parse_html('<span class="tg-spoiler">a</span>')[1] == [entity("spoiler", 0, 1)]
    assert parse_html("<blockquote expandable>a</blockquote>")[1] == [entity("expandable_blockquote", 0, 1)]
    assert parse_html('<tg-emoji emoji-id="77">a</tg-emoji>')[1] == [
        entity("custom_emoji", 0, 1, custom_emoji_id="77")
    ]


@pytest.mark.parametrize(
    ("markup", "entities"),
    [
        ('<a href="https://kota.go.id/x?a=1&amp;b=2">sini</a>', [entity("text_link", 0, 4, url="https://kota.go.id/x?a=1&b=2")]),
        ("<a href='kota.go.id'>sini</a>", [entity("text_link", 0, 4, url="http://kota.go.id/")]),
        ("<a>kota.go.id</a>", [entity("text_link", 0, 10, url="http://kota.go.id/")]),
        ('<a href="bukan alamat">sini</a>', []),
        ("<a href=\"tg://user?id=12\">dia</a>", [entity("text_link", 0, 3, user={"id": 12, "is_bot": False, "first_name": "User 12"})]),
    ],
)  # fmt: skip
def test_links_are_completed_or_left_out(markup: str, entities: list[dict[str, Any]]) -> None:
    found = parse_html(markup)[1]
    for one in found:
        one["type"] = "text_link" if one["type"] == "text_mention" else one["type"]
    assert found == entities


def test_pre_with_a_language_is_one_entity() -> None:
    assert parse_html('<pre><code class="language-sql">x</code></pre>')[1] == [
        entity("pre", 0, 1, language="sql")
    ]
    assert parse_html('<code class="language-sql"><pre>x</pre></code>')[1] == [
        entity("pre", 0, 1, language="sql")
    ]
    assert [one["type"] for one in parse_html("<pre><code>x</code></pre>")[1]] == ["code", "pre"]
    assert parse_html('<code class="language-sql">x</code>')[1] == [entity("code", 0, 1)]


def test_only_four_named_references_are_known() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&laquo;&#65;&#x42;&#12345678;") == ('<>&"&laquo;AB&#12345678;', [])


def test_an_empty_end_tag_closes_and_an_empty_entity_vanishes() -> None:
    assert parse_html("<i>a</><b></b>") == ("a", [entity("italic", 0, 1)])


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (STADIUM + "<abacaba", "Unclosed start tag at byte offset 13"),
        (STADIUM + "<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<{}>", 'Unsupported start tag "{}" at byte offset 0'),
        (STADIUM + "<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        (STADIUM + "<i    aba>", 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13'),
        (STADIUM + "<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        (STADIUM + "<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        (STADIUM + '<i aba="&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        (STADIUM + "</", "Unexpected end tag at byte offset 13"),
        (STADIUM + "<b></b></", "Unexpected end tag at byte offset 20"),
        (STADIUM + "<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (STADIUM + "<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("&#xDFDF;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"),
    ],
)  # fmt: skip
def test_broken_markup_is_refused_in_telegrams_words(markup: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(markup)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "<i>", "</i>", "<a href=x.id>", "</a>", "&lt;", "&", "<", ">", "🏟", "a"]
        )
    )
)
def test_any_markup_is_parsed_or_refused_and_entities_stay_within_the_text(parts: list[str]) -> None:
    try:
        text, entities = parse_html("".join(parts))
    except Refusal as refused:
        assert refused.description.startswith("Bad Request: can't parse entities: ")
        return
    for one in entities:
        assert one["length"] > 0
        assert 0 <= one["offset"] <= one["offset"] + one["length"] <= utf16_length(text)


def test_spaces_at_the_edges_go_and_entities_move_along() -> None:
    assert message_text("  Halo <b>kota </b> ", "HTML") == ("Halo kota", [entity("bold", 5, 4)])
    assert message_text("  <b> x</b>", "HTML") == (" x", [entity("bold", 0, 2)])


def test_a_bots_text_is_measured_after_parsing_in_utf16_units() -> None:
    assert len(message_text("<b>" + "a" * 4096 + "</b>", "HTML")[0]) == 4096
    for text in ("a" * 4097, "🏟" * 2049):
        with pytest.raises(Refusal, match="Bad Request: message is too long"):
            message_text(text, "")
    with pytest.raises(Refusal, match="Bad Request: message caption is too long"):
        caption_text("a" * 1025, "")
    assert caption_text("a" * 1024, "")[0] == "a" * 1024


def test_commands_links_mentions_and_tags_are_found() -> None:
    text = "🏟 /nilai@kota_bot di https://kota.go.id/x. tanya @petugas #pajak a@kota.go.id, bukan 1/2"
    units = text.encode("utf-16-le")
    found = {
        one["type"]: units[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le")
        for one in found_entities(text)
    }
    assert found == {
        "bot_command": "/nilai@kota_bot",
        "url": "https://kota.go.id/x",
        "mention": "@petugas",
        "hashtag": "#pajak",
        "email": "a@kota.go.id",
    }


def test_nothing_is_found_inside_code() -> None:
    assert [one["type"] for one in message_text("<code>/nilai</code> /bantuan", "HTML")[1]] == [
        "code",
        "bot_command",
    ]
