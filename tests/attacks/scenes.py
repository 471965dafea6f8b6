"""What no tap leads to in the attacked city: a course, the forum, an officer's words, a file. Each scene is somebody who stands there."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from feedbackbot.storage.people.contacts import ChatState
from tests.attacks.furnished import WORDS
from tests.attacks.world import World
from tests.dialogue.crawl import put_state
from tests.talk import Talker

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
    yield Scene("Rina", "sertifikat", "alasan", {"external_id": 1})
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
