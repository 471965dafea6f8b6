"""What no tap leads to in the attacked city: a course, the forum, an officer's words, a file. Each scene is somebody who stands there."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import select, update

from feedbackbot.domain.forum.statement import Reason
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.ready_replies import add_ready_reply
from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.tables import tip
from feedbackbot.storage.cases.talks import bridge_of
from feedbackbot.storage.forum.tables import forum_topic
from feedbackbot.storage.people.contacts import ChatState
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
from tests.dialogue.crawl import put_state
from tests.forum.city import City, with_role
from tests.survey.ratings import rate
from tests.talk import Talker
from tests.training.test_external import sends
from tests.training.test_learning import DATA, FILE

WORDS = "Loket dua tutup sebelum jam tiga sore tadi"
FOUND = {"words": "puskesmas"}
"""Words that several units answer to."""


class Scene(NamedTuple):
    """`data`: what the conversation remembers there."""

    who: str
    conversation: str
    step: str
    data: Mapping[str, Any] = MappingProxyType({})


async def stands(world: World, scene: Scene) -> Talker:
    """As if somebody had come to the step; its question is in the chat."""
    one = world.talk.person(scene.who)
    version = world.talk.dialogue.directory.by_key[scene.conversation].version
    state = ChatState(
        scene.conversation, "1", scene.step, data_version=version, data=json.dumps(dict(scene.data))
    )
    await put_state(world.talk, one, state)
    await one.sends_tap("x.0/x/x")
    return one


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


def scenes(known: dict[str, Any]) -> Iterator[Scene]:
    for one in (
        "batas",
        "hasil",
        "kasus",
        "kios",
        "kunci_api",
        "lapor",
        "laporan",
        "nilai",
        "peran",
        "poster",
        "survei",
        "ubah_info",
    ):
        yield Scene("Zulfikar", one, "temuan", FOUND | ({"role": "officer"} if one == "peran" else {}))
    group = {"group_by": "kind", "group": known["kind"]}
    yield Scene("Zulfikar", "peran", "cari", {"role": "officer"})
    yield Scene("Zulfikar", "peran", "cabut")
    yield Scene("Zulfikar", "menu", "peran")
    yield Scene("Zulfikar", "belum_paham", "daftar")
    yield Scene("Zulfikar", "belum_paham", "arti", {"words": known["unclear"]})
    for one in ("lapor", "nilai", "peran", "undang"):
        who, more = ("Rina", {"training_id": 1}) if one == "undang" else ("Zulfikar", {})
        more |= {"role": "officer"} if one == "peran" else {}
        yield Scene(who, one, "kecamatan", more)
        yield Scene(who, one, "kelompok", group | more)
    yield from _of_citizens(known)
    yield from _of_forum(known)
    yield from _of_trainings(known)
    yield from _of_staff(known)


def _of_citizens(known: dict[str, Any]) -> Iterator[Scene]:
    yield Scene("Budi", "diundang", "nomor")
    for step in ("izin", "butir"):
        yield Scene(
            "Budi",
            "jawab",
            step,
            {"unit_id": 1, "survey": known["survey"], "token": "a" * 16, "at": known["statement"]},
        )
    yield Scene("Budi", "paham", "darurat", {"text": "Kebakaran besar di pasar"})
    told_secretly = {
        "kind": "suap",
        "what": WORDS,
        "unit_id": 1,
        "unit_name": "Disdukcapil",
        "unit_done": True,
        "tip_id": known["tip"],
    }
    for step in ("jenis", "cari", "kecamatan", "kelompok", "temuan", "apa", "periksa", "kode", "lihat"):
        yield Scene("Budi", "wbs", step, told_secretly | FOUND | {"group_by": "kind", "group": known["kind"]})
    yield Scene("Budi", "lapor", "rahasia", {"what": "Petugas minta uang pelicin"})
    told = {"kind": "pengaduan", "unit_id": 1, "unit_name": "Disdukcapil", "what": WORDS}
    for step in ("jenis", "layanan", "kapan", "tempat", "nama"):
        yield Scene("Budi", "lapor", step, told)
    rated = {"unit_id": 1, "unit_name": "Disdukcapil", "chose_service": True}
    yield Scene("Budi", "nilai", "formulir", rated)
    yield Scene("Budi", "nilai", "lanjut", rated)
    for step in ("ubah", "ulang"):
        yield Scene("Budi", "nilai", step, rated | {"counts": True})
    for step in ("jawab", "susulan", "belakangan", "sudah", "tulis", "alasan"):
        yield Scene("Ani", "tiket", step, {"case_id": 1, "draft": WORDS})
    for step in ("tanggapi", "jawab", "nilailagi"):
        yield Scene("Ani", "pulih", step, {"talk": known["talk"], "draft": WORDS, "element": "waktu"})
    yield Scene("Ani", "tindaklanjut", "jawab", {"unit_id": 1, "unit": "Disdukcapil", "draft": WORDS})


def _of_forum(known: dict[str, Any]) -> Iterator[Scene]:
    there = {"topic": known["open"], "statement": known["shown"]}
    for step in ("topik", "izin", "suara", "tulis", "milik"):
        yield Scene("Budi", "forum", step, there)
    yield Scene("Rina", "forum_moderasi", "periksa", there | {"statement": known["waits"]})
    yield Scene("Budi", "forum", "keberatan", there | {"statement": known["refused"]})
    for step in ("topik", "tutup", "sembunyi", "tutupi", "pelatihan", "unsur"):
        yield Scene("Rina", "forum_moderasi", step, there)
    yield Scene("Rina", "forum_moderasi", "alasan", there | {"statement": known["waits"]})
    yield Scene("Rina", "forum_moderasi", "jawab", {"topic": known["over"]})
    yield Scene("Rina", "forum_moderasi", "jawab", {"topic": known["whole"]})
    said = {"answer": WORDS, "unit_id": 1, "due": "2026-12-24"}
    for step in ("kantor", "kapan", "yakin"):
        yield Scene("Rina", "forum_moderasi", step, {"topic": known["whole"]} | said)
    yield Scene("Rina", "forum_moderasi", "tepati", {"topic": known["answered"]})


def _of_trainings(known: dict[str, Any]) -> Iterator[Scene]:
    enrolled = {"enrolment_id": 2, "title": "Pelayanan prima"}
    yield Scene("Pegawai 1", "evaluasi", "soal", enrolled)
    for step in ("materi", "siap", "soal"):
        yield Scene("Pegawai 1", "belajar", step, {"training_id": known["course"]})
    yield Scene("Syarifah", "hadir", "peserta", {"session_id": 1})
    yield Scene("Rina", "impor", "berkas", {"kind": "pegawai"})
    yield Scene("Rina", "impor", "kursus", {"kind": "gambar"})
    yield Scene("Pegawai 1", "pelatihan", "alasan", {"training_id": 1})
    yield Scene("Rina", "pelatihan", "kursi", {"training_id": 1})
    session = {"starts_at": "2026-12-10T02:00:00Z", "ends_at": "2026-12-10T05:00:00Z", "place": "Aula"}
    new = {
        "title": "Pelayanan baru",
        "kind": "teknis",
        "skill": "soft",
        "mode": "classroom",
        "form": "B3",
        "jp": 4,
    }
    for step in ("periksa", "batas", "izin", "jp", "kursi"):
        yield Scene("Rina", "pelatihan_baru", step, new | {"sessions": [session], "reviewed": step != "izin"})
    paper = {"file": {"kind": "photo", "channel": "memory", "ref": "x"},
             "title": "Pelatihan", "organiser": "BPSDM", "day": "2026-03-12", "jp": 20, "number": "7", "number_asked": True}  # fmt: skip
    for step in ("jp", "nomor", "periksa"):
        yield Scene("Pegawai 1", "sertifikat", step, paper)
    yield Scene("Rina", "sertifikat", "alasan", {"external_id": 1})
    for step in ("cari", "daftar_nip", "golongan", "jp", "periksa", "sasaran"):
        yield Scene("Rina", "undang", step, {"training_id": 1})
    yield Scene("Rina", "undang", "temuan", FOUND | {"training_id": 1})


def _of_staff(known: dict[str, Any]) -> Iterator[Scene]:
    for step in ("balas", "siap", "untuk"):
        yield Scene("Fajar", "kasus", step, {"case_id": 1, "draft": WORDS})
    for step in ("alarm", "tulis", "balas"):
        yield Scene("Fajar", "pulih", step, {"alert_id": 1, "draft": WORDS})
    yield Scene("Hasan", "tindaklanjut", "kasus", {"unit_id": 1, "element": "waktu", "words": WORDS})
    yield Scene(
        "Zulfikar", "ubah_info", "layanan", {"unit_id": 1, "unit_name": "Disdukcapil", "topic": "fee"}
    )
    drawn = {"kind": "accepted", "goal": "accepted:1", "messages": [{"principle": "plain-reminder"}]}
    for step in ("pesan", "kalimat", "undian", "dasar", "lama", "tinjau"):
        yield Scene("Rina", "kampanye", step, drawn)
    yield Scene("Rina", "siarkan", "rincian", {"group": "units"})
    yield Scene("Rina", "siarkan", "daftar", {"broadcast_id": 1})
    yield from (Scene("Hasan", one, "kantor") for one in ("jawaban", "piket", "tindaklanjut"))
    for step in ("daftar", "satu", "tulis"):
        yield Scene("Ilham", "inspektorat", step, {"tip_id": known["tip"]})
    yield Scene("Ilham", "inspektorat", "balas", {"tip_id": known["tip"], "draft": "Hari apa itu terjadi?"})
