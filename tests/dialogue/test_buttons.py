"""How choices become buttons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.buttons import LIST_LENGTH, LIST_ROWS, SHORT_LENGTH, as_outgoing
from feedbackbot.dialogue.message import Button, Choice, Message, Outgoing
from feedbackbot.storage.people.contacts import ChatState

STATE = ChatState("pesan", "ab12", "buah", "3")


def laid_out(message: Message, page: int = 0) -> Outgoing:
    return as_outgoing(message, STATE, page=page, pages=("‹", "›"))


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"k{number}", f"Pilihan {number}") for number in range(count))


@given(st.integers(0, 60), st.integers(1, 4), st.integers(0, 3))
def test_every_choice_is_on_exactly_one_page_and_those_below_on_each(
    count: int, columns: int, below: int
) -> None:
    message = Message(
        "?", choices(count), columns=columns, below=tuple(Choice(f"b{n}", f"Bawah {n}") for n in range(below))
    )
    room = LIST_ROWS - below
    pages = 1 if count <= room else -(-count // (room - 2))
    seen: list[str] = []
    for page in range(pages):
        rows = laid_out(message, page).rows
        labels = [button.label for row in rows for button in row]
        seen += [label for label in labels if label.startswith("Pilihan")]
        assert [label for label in labels if label.startswith("Bawah")] == [
            f"Bawah {n}" for n in range(below)
        ]
        assert ("‹" in labels) == (page > 0)
        assert ("›" in labels) == (page < pages - 1)
        assert all(1 <= len(row) <= max(columns, below, 2) for row in rows)
    assert seen == [f"Pilihan {number}" for number in range(count)]


def test_a_button_carries_where_it_belongs_or_the_door_it_opens() -> None:
    message = Message(
        "?", (Choice("ya", "Ya"), Choice("7", "Unit", opens="nilai"), Choice("x", "Web", url="https://a.id"))
    )
    assert [button.data for row in laid_out(message).rows for button in row] == [
        "pesan.ab12/buah.3/ya",
        "!nilai/7",
        None,
    ]


def test_more_than_64_bytes_are_a_fault_of_ours_found_at_once() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        laid_out(Message("?", (Choice("k" * 60, "Ya"),)))


def test_a_short_label_has_room_for_20_characters_and_for_24_in_a_list() -> None:
    long = "Pendaftaran penduduk baru dari luar kota"
    few = laid_out(Message("?", (Choice("a", long), Choice("b", "Lain"))))
    many = laid_out(Message("?", (Choice("a", long), *choices(3))))
    assert few.rows[0][0].short == long[: SHORT_LENGTH - 1] + "…"
    assert many.rows[0][0].short == "Pendaftaran penduduk…"
    assert len(many.rows[0][0].short) <= LIST_LENGTH
    assert few.rows[0][0].label == long


def test_short_labels_that_would_look_alike_get_the_number_that_can_be_typed() -> None:
    same = tuple(
        Choice(f"k{number}", f"Pengantar KTP dan KK · Kantor {number}", short="Pengantar KTP dan KK")
        for number in range(4)
    )
    shorts = [button.short for row in laid_out(Message("?", same)).rows for button in row]
    assert shorts == [f"{number}. Pengantar KTP dan KK" for number in range(1, 5)]


BUTTONS = st.builds(Button, st.text(), st.text(), st.text(), st.none())
PICTURES = st.builds(
    Attachment,
    st.text(),
    st.dictionaries(st.text(), st.integers() | st.text() | st.none()),
    st.text(),
    st.none() | st.text(),
)
MESSAGES = st.builds(
    Outgoing,
    text=st.text(),
    rows=st.lists(st.lists(BUTTONS, max_size=3).map(tuple), max_size=3).map(tuple),
    replaces_ref=st.none() | st.text(min_size=1),
    picture=st.none() | PICTURES,
    asks_contact=st.none() | st.text(min_size=1),
    closes_keyboard=st.booleans(),
)


@given(MESSAGES)
def test_what_is_written_into_the_outbox_is_read_back_the_same(message: Outgoing) -> None:
    assert Outgoing.from_json(message.to_json()) == message


def test_a_label_is_cut_after_a_whole_word() -> None:
    labels = ("😟 Pengaduan: ada yang salah", "Penyelenggaraannyasangatpanjangsekali ya")
    many = (
        *(Choice(f"k{number}", label) for number, label in enumerate(labels)),
        Choice("a", "A"),
        Choice("b", "B"),
    )
    shorts = [button.short for row in laid_out(Message("?", many)).rows for button in row]
    assert shorts[:2] == ["😟 Pengaduan: ada yang…", "Penyelenggaraannyasanga…"]
