"""A citizen rates a unit."""

from sqlalchemy import select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.tables.survey import response
from tests.talk import Talk, Talker

ANSWERS = (
    "Sangat sesuai", "Sangat mudah", "Cepat", "Gratis", "Sesuai",
    "Kompeten", "Sangat sopan dan ramah", "Dikelola dengan baik", "Cukup",
)  # fmt: skip
VALUES = (4, 4, 3, 4, 3, 3, 4, 4, 2)


async def rows(talk: Talk) -> list[dict[str, object]]:
    return await talk.work(lambda tx: [dict(row) for row in tx.run(select(response)).mappings()])


async def answer_all(person: Talker, answers: tuple[str, ...] = ANSWERS) -> None:
    for label in answers:
        await person.taps(label)


async def test_a_first_rating_by_qr_code_takes_eleven_taps_with_consent_and_choice_of_service(
    talk: Talk,
) -> None:
    ani = talk.person("Ani")
    await ani.opens("u_disdukcapil_loket-1")
    await ani.taps("Setuju")
    await ani.taps("KTP elektronik")
    await answer_all(ani)
    assert ani.taps_made == 11
    assert any("Terima kasih" in text for text in ani.sees())
    [row] = await rows(talk)
    assert tuple(row[key] for key in ELEMENT_KEYS) == VALUES
    assert row["submitted_at"] is not None
