""" "Anda bilang, kami kerjakan": published by the unit, told to those who asked for it, shown with the results."""

from tests.cases.office import Office, sends_case
from tests.deliver import deliver
from tests.survey.ratings import rate
from tests.talk import Clock, Talk, Talker

LINK = "u_disdukcapil"


async def publish(office: Office) -> None:
    head = office.head
    await head.types("/tindaklanjut")
    await head.taps("Kecepatan")
    await head.types("Loket 3 dibuka setiap Senin dan Kamis")
    if (await head.state()).step == "kasus":
        await head.presses(head.chat[-1], head.chat[-1].buttons[0])
        await head.taps("Lanjut ›")
    await head.taps("Umumkan")


async def tell(office: Office) -> int:
    from feedbackbot.usecases.cases.follow_ups import tell_follow_ups

    total = 0
    while any((counts := await office.talk.run(tell_follow_ups)).values()):
        total += counts["told"]
    await deliver(office.talk)
    return total


async def test_who_rated_or_complained_is_told_once_and_nobody_else(
    office: Office, ani: Talker, budi: Talker, talk: Talk
) -> None:
    await rate(ani, (3,) * 9, LINK)
    case_id = await sends_case(budi, office)
    await budi.sends_tap(f"!tiket/{case_id}.tarikya", "1")
    dewi = talk.person("Dewi")
    await rate(dewi, (3,) * 9, "u_bpbd")
    await publish(office)
    assert "Sudah diumumkan" in office.head.last
    assert await tell(office) == 2
    for person in (ani, budi):
        assert "Loket 3 dibuka setiap Senin dan Kamis" in person.last
        assert "Jangan kirim ini lagi" in "".join(person.buttons())
    assert "Loket 3" not in "\n".join(dewi.sees())
    assert await tell(office) == 0


async def test_it_is_shown_with_the_results(office: Office, ani: Talker, talk: Talk) -> None:
    for number in range(5):
        await rate(talk.person(f"Warga {number}"), (3,) * 9, LINK)
    await publish(office)
    await ani.types("/hasil dukcapil")
    assert "Anda bilang, kami kerjakan (Kecepatan, 24 Nov 2026): Loket 3 dibuka" in ani.last


async def test_only_the_head_or_admin_of_a_unit_publishes_and_only_for_it(
    office: Office, ani: Talker
) -> None:
    for person in (ani, office.officer, office.admin):
        await person.types("/tindaklanjut")
        assert (await person.state()).conversation != "tindaklanjut"
    await office.head.types("/tindaklanjut")
    await office.head.taps("Kecepatan")
    await office.head.types("x" * 1000)
    assert "paling banyak 450" in office.head.said()


async def test_who_switched_news_off_is_not_told(office: Office, ani: Talker) -> None:
    await rate(ani, (3,) * 9, LINK)
    await publish(office)
    await ani.sends_tap("!langganan/news", "1")
    before = len(ani.chat)
    assert await tell(office) == 0
    assert len(ani.chat) == before


async def test_letters_that_show_nothing_are_no_words(office: Office) -> None:
    await office.head.types("/tindaklanjut")
    await office.head.taps("Kecepatan")
    for nothing in ("\u3164" * 40, "\u0640" * 40, "\uffa0 \u115f"):
        await office.head.types(nothing)
        assert (await office.head.state()).step == "apa"


ANSWER = "bagus, tapi loket 4 juga perlu dibuka karena antreannya panjang"


async def is_told(office: Office, who: Talker, clock: Clock) -> None:
    await rate(who, (3,) * 9, LINK)
    await who.types("/batal")
    clock.passes(minutes=5)
    await publish(office)
    await tell(office)
    assert "Loket 3" in who.last
    clock.passes(minutes=1)


async def test_words_right_after_it_become_a_case_of_that_unit_once_confirmed(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await is_told(office, ani, clock)
    await ani.types(ANSWER)
    assert "atas perbaikan" in ani.last
    assert ANSWER in ani.last
    await ani.taps("Ya, kirim ke petugas")
    assert (await ani.state()).conversation == "lapor"
    await ani.taps("Setuju")
    kept = (await ani.state()).data
    assert ANSWER in kept
    assert f'"unit_id":{office.unit_id}' in kept


async def test_what_is_plainly_something_else_is_not_asked_about(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await is_told(office, ani, clock)
    await ani.types("makasih ya min")
    assert "Sama-sama" in ani.last
    await ani.types("jalan di depan rumah saya rusak parah sudah dua bulan")
    assert "atas perbaikan" not in ani.last


async def test_after_something_else_was_said_it_claims_nothing_more(
    office: Office, ani: Talker, clock: Clock
) -> None:
    await is_told(office, ani, clock)
    await ani.types("/hasil dukcapil")
    clock.passes(minutes=1)
    await ani.types(ANSWER)
    assert "atas perbaikan" not in ani.last


async def test_its_words_may_be_meant_for_something_else(office: Office, ani: Talker, clock: Clock) -> None:
    await is_told(office, ani, clock)
    await ani.types("lampu jalan di depan rumah kami mati sudah seminggu")
    assert "atas perbaikan" in ani.last
    await ani.taps("Bukan, ini hal lain")
    assert "atas perbaikan" not in ani.last
    assert (await ani.state()).conversation in ("lapor", "paham")
