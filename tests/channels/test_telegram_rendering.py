"""Outgoing messages become calls within Telegram's limits."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.channels.telegram.rendering import Call, calls, html_parts
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.domain.message_text import escape, plain, utf16_length
from feedbackbot.playground.html_entities import parse_html

YES = Button("Ya", "Ya", data="rate/1/yes")
LINK = Button("Buka", "Buka", url="https://example.id/hasil")
CHART = Attachment("chart", {}, "grafik.png", "chart:1")
REPORT = Attachment("report", {}, "laporan.pdf", "report:1")


def one(message: Outgoing) -> Call:
    (call,) = calls(7, message)
    return call


def markup(message: Outgoing) -> Any:
    return calls(7, message)[-1].parameters.get("reply_markup")


def test_a_text_is_html_without_link_preview() -> None:
    call = one(Outgoing("*Halo* _Ani_, <b>3 & 4</b>"))
    assert call.method == "sendMessage"
    assert call.parameters == {
        "chat_id": 7,
        "text": "<b>Halo</b> <i>Ani</i>, &lt;b&gt;3 &amp; 4&lt;/b&gt;",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def test_bold_within_italic_is_nested() -> None:
    assert html_parts("_miring *dan tebal*_") == ["<i>miring </i><b><i>dan tebal</i></b>"]


def test_buttons_carry_data_or_a_link() -> None:
    assert markup(Outgoing("?", rows=((YES, LINK),))) == {
        "inline_keyboard": [
            [
                {"text": "Ya", "callback_data": "rate/1/yes"},
                {"text": "Buka", "url": "https://example.id/hasil"},
            ]
        ]
    }


def test_a_label_over_64_characters_gives_way_to_the_short_one() -> None:
    long = Button("D" * 65, "Dinas", data="x")
    fits = Button("D" * 64, "Dinas", data="x")
    rows = markup(Outgoing("?", rows=((long,), (fits,))))["inline_keyboard"]
    assert [row[0]["text"] for row in rows] == ["Dinas", "D" * 64]


def test_a_contact_is_asked_for_by_a_key_with_the_choices_below_it() -> None:
    message = Outgoing("Nomor?", rows=((YES,), (LINK,)), asks_contact="Bagikan", replaces_ref="5")
    call = one(message)
    assert call.method == "sendMessage"
    assert call.parameters["reply_markup"] == {
        "keyboard": [[{"text": "Bagikan", "request_contact": True}], [{"text": "Ya"}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def test_a_keyboard_goes_away_with_a_message_without_buttons() -> None:
    assert one(Outgoing("Terima kasih", closes_keyboard=True)).parameters["reply_markup"] == {
        "remove_keyboard": True
    }


def test_a_keyboard_goes_away_before_a_message_with_buttons() -> None:
    first, second = calls(7, Outgoing("Pilih", rows=((YES,),), closes_keyboard=True))
    assert first.parameters["reply_markup"] == {"remove_keyboard": True}
    assert "inline_keyboard" in second.parameters["reply_markup"]


def test_a_keyboard_goes_away_before_an_edit() -> None:
    first, second = calls(7, Outgoing("Selesai", replaces_ref="5", closes_keyboard=True))
    assert first.parameters["reply_markup"] == {"remove_keyboard": True}
    assert second.method == "editMessageText"
    assert "reply_markup" not in second.parameters


def test_a_replacement_edits_and_knows_what_to_send_instead() -> None:
    call = one(Outgoing("Nomor 2", rows=((YES,),), replaces_ref="5"))
    assert (call.method, call.parameters["message_id"]) == ("editMessageText", 5)
    assert call.instead is not None
    assert call.instead.method == "sendMessage"
    assert "message_id" not in call.instead.parameters
    assert call.instead.parameters["reply_markup"] == call.parameters["reply_markup"]


def test_a_reference_that_is_none_of_telegrams_is_not_edited() -> None:
    assert one(Outgoing("x", replaces_ref="wamid.1")).method == "sendMessage"


def test_a_picture_carries_the_text_as_its_caption() -> None:
    call = one(Outgoing("*Hasil*", rows=((YES,),), picture=CHART, replaces_ref="5"))
    assert (call.method, call.file_field, call.attachment) == ("sendPhoto", "photo", CHART)
    assert call.parameters["caption"] == "<b>Hasil</b>"
    assert "inline_keyboard" in call.parameters["reply_markup"]


def test_a_picture_without_a_text_has_no_caption() -> None:
    assert one(Outgoing("", picture=CHART)).parameters == {"chat_id": 7}


def test_a_document_beside_a_picture_goes_ahead_without_text() -> None:
    first, second = calls(7, Outgoing("Laporan", rows=((YES,),), picture=CHART, document=REPORT))
    assert (first.method, first.parameters) == ("sendDocument", {"chat_id": 7})
    assert (second.method, second.parameters["caption"]) == ("sendPhoto", "Laporan")


def test_a_caption_that_is_too_long_goes_on_in_a_message_with_the_buttons() -> None:
    paragraphs = "\n\n".join(f"{number}. " + "kata " * 60 for number in range(6))
    first, second = calls(7, Outgoing(paragraphs, rows=((YES,),), document=REPORT))
    assert first.method == "sendDocument"
    assert utf16_length(first.parameters["caption"]) <= 1024
    assert "reply_markup" not in first.parameters
    assert second.parameters["text"].startswith("3. kata")
    assert "inline_keyboard" in second.parameters["reply_markup"]


def test_a_long_text_is_cut_between_paragraphs_and_only_its_end_has_buttons() -> None:
    paragraph = "kata " * 399 + "akhir."
    made = calls(7, Outgoing("\n\n".join([paragraph] * 5), rows=((YES,),)))
    assert [call.parameters["text"].count("akhir.") for call in made] == [2, 2, 1]
    assert [("reply_markup" in call.parameters) for call in made] == [False, False, True]


def test_bold_over_a_cut_is_closed_and_opened_again() -> None:
    parts = html_parts("*" + "kata " * 1000 + "akhir*")
    assert len(parts) == 2
    assert all(part.startswith("<b>") and part.endswith("</b>") for part in parts)


def test_an_empty_text_is_left_to_telegrams_refusal() -> None:
    assert one(Outgoing("")).parameters["text"] == ""


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.text("ab*_\\ \n😀é<&.", max_size=40) | st.sampled_from(["kata " * 300, "x" * 900, "😀" * 600]),
        max_size=12,
    ),
    st.sampled_from([50, 1024, 4096]),
)
def test_parts_fit_and_together_show_all_that_was_written(pieces: list[str], first: int) -> None:
    text = "\n".join(pieces)
    shown = [parse_html(part)[0] for part in html_parts(text, first, 4096)]
    limits = [first] + [4096] * len(shown)
    assert all(utf16_length(part) <= limit for part, limit in zip(shown, limits, strict=False))
    assert "".join("".join(shown).split()) == "".join(plain(text).split())


@settings(deadline=None)
@given(st.text(max_size=200))
def test_typed_words_are_never_markup(typed: str) -> None:
    for part in html_parts(escape(typed)):
        assert parse_html(part)[1] == []


def test_what_is_to_be_copied_is_one_block_and_one_button() -> None:
    copies = Button("📋 Salin", "Salin", copies="Jalan <rusak> & gelap")
    call = one(Outgoing("Jalan <rusak> & gelap", rows=((copies,),), verbatim=True))
    assert call.parameters["text"] == "<code>Jalan &lt;rusak&gt; &amp; gelap</code>"
    assert call.parameters["reply_markup"] == {
        "inline_keyboard": [[{"text": "📋 Salin", "copy_text": {"text": "Jalan <rusak> & gelap"}}]]
    }


def test_a_voice_is_heard_under_its_caption() -> None:
    call = one(
        Outgoing("📎 7F3-QX2K: berkas 1 dari 1", voice=Attachment("received", {"ref": "v"}, "suara.ogg"))
    )
    assert (call.method, call.file_field) == ("sendVoice", "voice")
    assert call.parameters["caption"].startswith("📎")


def test_what_copies_and_what_is_heard_is_written_down_and_read_again() -> None:
    copies = Button("📋 Salin", "Salin", copies="x")
    message = Outgoing("x", rows=((copies,),), voice=Attachment("received", {}, "suara.ogg"), verbatim=True)
    assert Outgoing.from_json(message.to_json()) == message
