"""A message becomes what the service takes, and says all of what it said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.channels.whatsapp.reading import OWN_NUMBER
from feedbackbot.channels.whatsapp.text import parts
from feedbackbot.delivery.wording import OPT_OUT
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.message import Button, Choice, Message, Outgoing
from feedbackbot.domain.message_text import escape
from feedbackbot.storage.people.contacts import ChatState
from tests.builders import CATALOGUE
from tests.channels.whatsapp.checked import bodies, choices_of, refusal

CHART = Attachment("chart", {}, name="grafik.png")
REPORT = Attachment("report", {}, name="laporan.pdf")


def buttons(*labels: str, shorts: tuple[str, ...] = ()) -> tuple[tuple[Button, ...], ...]:
    shorts = shorts or tuple(label if len(label) <= 20 else f"{label[:19]}…" for label in labels)
    return tuple(
        (Button(label, short, data=f"!x/{n}"),)
        for n, (label, short) in enumerate(zip(labels, shorts, strict=True))
    )


def kinds(message: Outgoing) -> list[str]:
    assert refusal(message) == ""
    return [
        body["interactive"]["type"] if body["type"] == "interactive" else body["type"]
        for body in bodies(message)
    ]


def test_a_text_is_a_text() -> None:
    [body] = bodies(Outgoing("Halo *Ani*, _apa kabar_?"))
    assert body["text"] == {"body": "Halo *Ani*, _apa kabar_?", "preview_url": False}


def test_up_to_three_short_choices_are_buttons() -> None:
    message = Outgoing("Bagaimana?", rows=buttons("Baik", "Kurang baik", "Tidak baik"))
    assert kinds(message) == ["button"]


@pytest.mark.parametrize("labels", [("Baik", "Label yang lebih panjang dari dua puluh"), tuple("ABCD")])
def test_longer_or_more_choices_are_a_list_with_the_whole_label(labels: tuple[str, ...]) -> None:
    message = Outgoing("Bagaimana?", rows=buttons(*labels))
    assert kinds(message) == ["list"]
    shown = [description or title for title, description in choices_of(bodies(message)[0])]
    assert shown == list(labels)


def test_a_text_too_long_for_buttons_has_a_list() -> None:
    assert kinds(Outgoing("x" * 1_500, rows=buttons("Ya", "Tidak"))) == ["list"]
    assert kinds(Outgoing("kata " * 1_500, rows=buttons("Ya", "Tidak"))) == ["text", "list"]


def test_a_picture_stands_over_its_buttons_and_before_a_list() -> None:
    assert kinds(Outgoing("Ini", rows=buttons("Ya"), picture=CHART)) == ["button"]
    assert bodies(Outgoing("Ini", rows=buttons("Ya"), document=REPORT))[0]["interactive"]["header"] == {
        "type": "document",
        "document": {"filename": "laporan.pdf", "id": "123"},
    }
    assert kinds(Outgoing("Ini", rows=buttons(*"ABCD"), picture=CHART, document=REPORT)) == [
        "document",
        "image",
        "list",
    ]


def test_a_caption_that_is_too_long_follows_its_picture() -> None:
    assert kinds(Outgoing("x" * 1_000, picture=CHART)) == ["image"]
    assert kinds(Outgoing("x" * 1_100, picture=CHART)) == ["image", "text"]


def test_a_link_alone_is_a_button_and_beside_choices_a_line() -> None:
    link = (Button("Buka halaman hasil", "Buka", url="https://kota.go.id/hasil"),)
    assert kinds(Outgoing("Ini", rows=(link,))) == ["cta_url"]
    message = Outgoing("Ini", rows=(link, *buttons("Ya")))
    assert kinds(message) == ["button"]
    assert "https://kota.go.id/hasil" in bodies(message)[0]["interactive"]["body"]["text"]
    assert kinds(Outgoing("Ini", rows=(link, link))) == ["text"]


def test_the_own_number_is_shared_by_saying_so() -> None:
    message = Outgoing("Nomor Anda?", asks_contact="Kirim nomor telepon saya")
    assert kinds(message) == ["list"]
    assert bodies(message)[0]["interactive"]["action"]["sections"][0]["rows"][0]["id"] == OWN_NUMBER


def test_two_choices_whose_labels_begin_alike_are_told_apart() -> None:
    same = "Dinas Kependudukan dan Pencatatan Sipil Kota "
    labels = tuple(
        Choice(str(n), f"{same}{place}") for n, place in enumerate(("Satu", "Dua", "Tiga", "Empat"))
    )
    out = as_outgoing(Message("Mana?", labels), ChatState("x", "0", "y"), page=0, pages=("<", ">"))
    assert refusal(out) == ""
    assert len({title for title, _ in choices_of(bodies(out)[0])}) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*tebal* dan _miring_", "*tebal* dan _miring_"),
        (escape("*bukan tebal* 3*4 a_b"), "∗bukan tebal∗ 3*4 a_b"),
        (escape("~coret~ `kode`"), "∼coret∼ ˋkodeˋ"),
        ("https://a.id/_x_ dan " + escape("_y_"), "https://a.id/_x_ dan ˍyˍ"),
        ("*satu\ndua*", "*satu\ndua*".replace("*", "∗")),
        ("/jadi\\_admin", "/jadi_admin"),
    ],
)
def test_marks_format_where_we_meant_it_and_nowhere_else(text: str, shown: str) -> None:
    assert parts(text) == [shown]


def test_a_part_is_never_longer_than_it_may_be_marks_included() -> None:
    text = " ".join(f"*kata{number}*" for number in range(1_200))
    shown = parts(text)
    assert len(shown) > 1
    assert all(len(part) <= 4096 for part in shown)
    assert " ".join(shown).split() == [f"*kata{number}*" for number in range(1_200)]


labels = st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=10, unique=True)


@given(st.text(max_size=5_000), labels, st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_is_said_with_whatever_choices_is_never_refused(
    text: str, names: list[str], picture: bool, document: bool
) -> None:
    choices = tuple(Choice(str(number), name) for number, name in enumerate(names))
    out = as_outgoing(
        Message(text, choices, picture=CHART if picture else None, document=REPORT if document else None),
        ChatState("x", "0", "y"),
        page=0,
        pages=("<", ">"),
    )
    found = refusal(out)
    assert found == "" or found.startswith("alike"), found


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_what_switches_messages_off_stands_on_a_button_and_not_behind_a_list(language: str) -> None:
    off = Choice(
        "news", CATALOGUE.text(language, "opt-out-button"), CATALOGUE.text(language, "opt-out-short"), OPT_OUT
    )
    sent = as_outgoing(Message("Besok tutup.", below=(off,)), ChatState(), page=0, pages=("", ""))
    assert kinds(sent) == ["button"]


def test_what_is_to_be_copied_is_a_message_of_its_own_without_a_button() -> None:
    message = Outgoing(
        "Jalan rusak", rows=((Button("📋 Salin", "Salin", copies="Jalan rusak"),),), verbatim=True
    )
    assert [body["text"]["body"] for body in bodies(message)] == ["Jalan rusak"]


def test_a_voice_follows_its_words() -> None:
    message = Outgoing("📎 berkas 1", voice=Attachment("received", {"ref": "v"}, name="suara.ogg"))
    assert kinds(message) == ["text", "audio"]
