"""Who rates the office that pays them is marked, and known from the registry."""

from sqlalchemy import select

from feedbackbot.storage.survey.tables import response
from tests.staff.personnel import Personnel
from tests.survey.ratings import rate

VALUES = (4, 4, 3, 4, 3, 3, 4, 4, 2)


async def test_an_employees_rating_of_the_own_unit_is_marked_and_of_another_is_not(office: Personnel) -> None:
    await office.employs(1)
    [person] = await office.links(0)
    await rate(person, VALUES, "u_disdukcapil")
    await rate(person, VALUES, "u_bpbd")
    citizen = office.talk.person("Ani")
    await rate(citizen, VALUES, "u_disdukcapil")
    flags = await office.rows(select(response.c.flags).order_by(response.c.id))
    assert flags == [("own-unit",), ("",), ("",)]
