"""What a tap leads to: the fresh, the old, the doubled, the forged."""

import pytest

from feedbackbot.dialogue.buttons import EntryTap, StepTap, read_data
from tests.talk import Talk, Talker


async def test_a_fresh_tap_is_taken_and_the_question_makes_place_for_the_next(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.taps("Mangga")
    assert ani.sees() == ["Catatan untuk mangga?"]
    assert ani.notice == ""


async def test_an_old_button_gets_a_notice_and_the_present_question(ani: Talker) -> None:
    await ani.types("/pesan")
    old = ani.button("Mangga")
    await ani.types("jambu")
    await ani.presses(*old)
    assert "sudah lewat" in ani.notice
    assert ani.last == "Catatan untuk jambu?"
    assert (await ani.state()).step == "catatan"


async def test_a_doubled_tap_counts_once(ani: Talker) -> None:
    await ani.types("/pesan")
    button = ani.button("Mangga")
    await ani.presses(*button)
    await ani.presses(*button)
    assert ani.sees() == ["Catatan untuk mangga?"]
    assert (await ani.state()).step == "catatan"


async def test_a_button_of_an_earlier_run_of_the_same_conversation_is_old(ani: Talker) -> None:
    await ani.types("/pesan")
    old = ani.button("Mangga")
    await ani.types("/pesan")
    await ani.presses(*old)
    assert "sudah lewat" in ani.notice
    assert (await ani.state()).step == "buah"


async def test_a_button_of_another_round_of_the_same_step_is_old(ani: Talker) -> None:
    await ani.types("/pesan")
    for answer in ("mangga", "tanpa", "kota3"):
        await ani.types(answer)
    old = ani.button("Ya")
    await ani.taps("Ya")
    await ani.presses(*old)
    assert "sudah lewat" in ani.notice
    assert ani.last == "Putaran 1"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "/",
        "//",
        "pesan/buah/mangga",
        "pesan.0000/buah/mangga",
        "!tidakada/1",
        "!",
        "pesan.%/~9/~",
        "\u202e/é/☃",
        "~1",
    ],
)
async def test_forged_data_gets_a_notice_and_the_present_question(ani: Talker, data: str) -> None:
    await ani.types("/pesan")
    await ani.sends_tap(data, "1")
    assert "sudah lewat" in ani.notice
    assert ani.last == "Buah apa?"
    assert (await ani.state()).step == "buah"


async def test_a_choice_that_the_question_never_offered_is_not_taken(ani: Talker) -> None:
    """Once with keys known beforehand, once where the question must be looked at."""
    await ani.types("/pesan")
    run = (await ani.state()).run
    await ani.sends_tap(f"pesan.{run}/buah/durian", "1")
    assert (await ani.state()).step == "buah"
    await ani.types("mangga")
    await ani.sends_tap(f"pesan.{run}/catatan/durian", "1")
    assert (await ani.state()).step == "catatan"
    assert "sudah lewat" in ani.notice


async def test_somebody_elses_button_does_nothing_in_ones_own_chat(toys: Talk, ani: Talker) -> None:
    budi = toys.person("Budi")
    await ani.types("/pesan")
    await budi.types("/pesan")
    await budi.presses(*ani.button("Mangga"))
    assert (await budi.state()).step == "buah"
    assert "sudah lewat" in budi.notice


async def test_a_button_pressed_when_nothing_is_under_way_leads_home(ani: Talker) -> None:
    await ani.types("/pesan")
    old = ani.button("Mangga")
    await ani.types("/batal")
    await ani.presses(*old)
    assert ani.last == "Rumah"
    assert "menu" in ani.notice


async def test_asking_again_after_a_tap_keeps_to_the_tapped_message(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.taps("Kembali")
    assert ani.sees() == ["Buah apa?"]
    assert ani.notice == "Tidak ada yang sebelumnya"


async def test_a_long_list_is_turned_page_by_page_and_a_choice_on_the_last_page_counts(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.taps("Mangga")
    await ani.taps("Tanpa catatan")
    assert ani.buttons() == [*(f"Kota{n}" for n in range(8)), "Berikutnya ›"]
    await ani.taps("Berikutnya")
    assert ani.buttons() == [*(f"Kota{n}" for n in range(8, 16)), "‹ Sebelumnya", "Berikutnya ›"]
    await ani.taps("Berikutnya")
    assert ani.buttons() == [*(f"Kota{n}" for n in range(16, 20)), "‹ Sebelumnya"]
    await ani.taps("Sebelumnya")
    assert len(ani.chat) == 1, "the pages take each other's place"
    await ani.taps("Berikutnya")
    await ani.taps("Kota19")
    assert ani.last == "Putaran 0"


@pytest.mark.parametrize("page", ["~99", "~999"])
async def test_a_page_that_does_not_exist_shows_the_last(ani: Talker, page: str) -> None:
    await ani.types("/pesan")
    await ani.taps("Mangga")
    await ani.taps("Tanpa catatan")
    await ani.sends_tap(f"pesan.{(await ani.state()).run}/kota/{page}", "1")
    assert "Kota19" in ani.buttons()


def test_data_is_read_as_it_was_written() -> None:
    assert read_data("pesan.ab12/putaran.3/ya") == StepTap("pesan", "ab12", "putaran", "3", "ya")
    assert read_data("pesan.ab12/kota/~2") == StepTap("pesan", "ab12", "kota", "", "~2", page=2)
    assert read_data("!u/disdukcapil_loket-1") == EntryTap("u", "disdukcapil_loket-1")
    assert read_data("!u") is None
