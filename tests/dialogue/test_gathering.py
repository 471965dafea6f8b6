"""Pieces that are one message."""

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.dialogue.gathering import together
from feedbackbot.dialogue.incoming import Incoming, Kind, Received


def text(words: str) -> Incoming:
    return Incoming("memory", "Ani", Kind.TEXT, text=words)


def photo(place: int, album: str = "a", caption: str = "") -> Incoming:
    return Incoming("memory", "Ani", Kind.PHOTO, text=caption, album=album, file=Received(f"f{place}"))


@given(st.integers(2, 10), st.integers(0, 9))
def test_an_album_is_one_message_with_all_files_and_its_words(count: int, place: int) -> None:
    parts = [photo(n, caption="ini buktinya" if n == place % count else "") for n in range(count)]
    whole, used = together(parts)
    assert used == count
    assert [one.ref for one in whole.files] == [f"f{n}" for n in range(count)]
    assert whole.text == "ini buktinya"


def test_another_album_or_picture_is_another_message() -> None:
    assert together([photo(1), photo(2, "b")])[1] == 1
    assert together([photo(1, ""), photo(2, "")])[1] == 1


def test_a_story_in_five_messages_is_one() -> None:
    parts = [
        "Pak kemarin saya antre di dukcapil",
        "dari jam 7",
        "sampai jam 12",
        "tidak dipanggil juga",
        "petugasnya ngobrol",
    ]
    whole, used = together([text(one) for one in parts])
    assert used == len(parts)
    assert whole.text.split("\n") == parts


def test_short_answers_numbers_and_the_wish_to_stop_stay_alone() -> None:
    assert together([text("puas"), text("puas")])[1] == 1
    story = text("Pak kemarin saya antre di dukcapil")
    for other in ("3", "batal", "ya", "/batal"):
        assert together([story, text(other)])[1] == 1
