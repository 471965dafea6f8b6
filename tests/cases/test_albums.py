"""An album is one message with all its files, in every step and on its way to somebody else."""

from tests.cases.office import Office, pictures, sends_case, to_what
from tests.talk import Talk


async def test_an_album_with_words_reaches_the_officer_whole(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Tanya balik")
    await office.officer.types("Mohon kirim foto tempatnya, Pak/Bu.")
    await office.mail()
    await who.taps("Tulis ke petugas")
    await who.sends_album(3, caption="ini fotonya pak")
    assert len(who.answered) == 1
    await office.mail()
    assert pictures(office.officer) == 3
    assert any("ini fotonya pak" in text for text in office.officer.sees())


async def test_the_officers_album_reaches_the_citizen_whole(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await sends_case(who, office)
    await office.officer.taps("Buka")
    await office.officer.taps("Jawab")
    await office.officer.sends_album(3, caption="begini keadaannya")
    await office.mail()
    assert pictures(who) == 3


async def test_an_album_of_ten_in_a_complaint_gets_one_answer(talk: Talk, office: Office) -> None:
    who = talk.person("Warga")
    await to_what(who, office)
    await who.types("Petugas loket meminta uang dua puluh ribu kemarin pagi")
    await who.sends_album(10)
    assert len(who.answered) == 1
    assert "5" in who.last
