"""What stands in the attacked city beside what taps lead to: a course, the forum, a tip, words that were not understood."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update

from feedbackbot.domain.forum.statement import Reason
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.ready_replies import add_ready_reply
from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.tables import tip
from feedbackbot.storage.cases.talks import bridge_of
from feedbackbot.storage.forum.tables import forum_topic
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.training.tables import course, enrolment
from feedbackbot.usecases.cases.tips import NewTip, TipKind, send_tip
from feedbackbot.usecases.forum.moderate import decide
from feedbackbot.usecases.survey.instruments import all_instruments
from feedbackbot.usecases.training.import_course import bring_course
from feedbackbot.usecases.understanding.learn_words import keep_unclear
from feedbackbot.usecases.units.find_unit import kinds
from tests.attacks.world import World
from tests.forum.city import City, with_role
from tests.survey.ratings import rate
from tests.training.papers import DATA, FILE, sends

WORDS = "Loket dua tutup sebelum jam tiga sore tadi"


async def furnish(world: World) -> dict[str, Any]:
    """Put everything there that scenes need; returns the numbers and names that they speak of."""
    talk, known = world.talk, dict[str, Any]()
    admin = (await talk.person("Rina").contact()).person_id
    budi = (await talk.person("Budi").contact()).person_id
    ilham = await with_role(talk, "Ilham", Role.INSPECTOR, None)
    assert ilham.chat
    hasan = (await talk.person("Hasan").contact()).person_id
    await talk.run(bring_course, None, DATA, FILE.name, "memory")
    learner = talk.person("Pegawai 1")
    await learner.types("/belajar")
    await learner.presses(learner.chat[-1], learner.chat[-1].buttons[0])
    await sends(learner)
    await rate(talk.person("Budi"), (4,) * 9, "u_bpbd")
    await _forum(world, known)

    def rows(tx: Any) -> None:
        known["course"] = tx.run(select(course.c.training_id)).scalar_one()
        known["kind"] = kinds(tx)[0].code
        known["talk"] = bridge_of(tx, tx.run(select(low_score_alert.c.talk_token)).scalar_one())
        known["survey"], instrument = next(iter(all_instruments(tx).items()))
        known["statement"] = instrument.elements[0].key
        ask_instrument(tx, 1, known["survey"])
        known["unclear"] = "kapan tutup ya"
        keep_unclear(tx, "not-understood", "", known["unclear"])
        send_tip(tx, budi, NewTip(TipKind.OTHER, WORDS, 1), ())
        known["tip"] = tx.run(select(tip.c.id)).scalar_one()
        add_ready_reply(tx, 1, "Terima kasih", "Terima kasih, kami periksa", hasan)
        add_grant(tx, hasan, Role.HEAD, 2)
        add_grant(tx, admin, Role.TRAINER, None)
        tx.run(update(enrolment).where(enrolment.c.id == 2).values(completed_at=tx.now))

    await talk.work(rows)
    return known


async def _forum(world: World, known: dict[str, Any]) -> None:
    """Topics that are open, over, over without an office, and answered; a statement that waits and one that was refused."""
    talk, rina, budi = world.talk, world.talk.person("Rina"), world.talk.person("Budi")
    city = City(talk, world.clock, rina, rina, rina)
    topics = [await city.opens(unit_id=unit) for unit in (1, 1, None, 1)]
    words = ("Petugas loket perlu lebih ramah", "Kursi di ruang tunggu perlu ditambah")
    written = [await city.writes(budi, topics[0], one) for one in words]
    assert [one.problem for one in written] == ["", ""]
    [waits, refused] = sorted(await city.of(budi), key=lambda one: one.id)
    await talk.run(decide, (await rina.contact()).person_id, refused.id, Reason.OFF_TOPIC)

    def end(tx: Any) -> None:
        over = {"opens_at": tx.now - timedelta(days=9), "closes_at": tx.now - timedelta(days=1)}
        tx.run(update(forum_topic).where(forum_topic.c.id.in_(topics[1:])).values(**over))
        answer = {"answer": WORDS, "answer_unit_id": 1, "due_on": date(2026, 12, 24), "answered_at": tx.now}
        tx.run(update(forum_topic).where(forum_topic.c.id == topics[3]).values(**answer))

    await talk.work(end)
    known |= {"open": topics[0], "over": topics[1], "whole": topics[2], "answered": topics[3]}
    known |= {"waits": waits.id, "refused": refused.id, "shown": (await city.shown(topics[0]))[0].id}
