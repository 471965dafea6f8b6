"""What admins do, each from the own home."""

import re
from datetime import UTC, datetime

from feedbackbot.dialogue.incoming import Received
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant
from tests.broadcast.city import newest, write
from tests.city_staff import hire, invite, offer_training
from tests.imports.post import Post, runs
from tests.reports.readers import rate_all
from tests.staff.personnel import Personnel, row_of, sheet_bytes
from tests.talk import Talker
from tests.tasks.city import City
from tests.tasks.walking import Walk

CAMPAIGN = (
    "📢 Siaran, ajakan", "🧪 Ajakan terukur", "Buat kampanye", "Menerima undangan", "Pelayanan Prima", "Semua pegawai",
    "Pengingat biasa", "Lanjut dengan", "Pakai begitu", "Setiap orang", "30 dari 100", "14 hari", "Saya mengerti, mulai",
)  # fmt: skip


async def at_home(admin: Talker, walk: Walk) -> None:
    await admin.types("/mulai")
    walk.begins(admin)


async def writes_a_broadcast(city: City, walk: Walk) -> None:
    """To everybody, without buttons and translation, sent at once."""
    admin = city.office.admin
    await at_home(admin, walk)
    await walk.tap(admin, "📢 Siaran, ajakan")
    await walk.tap(admin, "📢 Tulis siaran")
    await walk.tap(admin, "Semua yang memakai asisten ini")
    await walk.type(admin, "Kantor tutup besok.")
    await walk.tap(admin, "Tanpa English")
    await walk.tap(admin, "Tanpa tombol")
    await walk.tap(admin, "Kirim sekarang")
    assert (await newest(city.office.talk)).id


async def imports(city: City, walk: Walk) -> None:
    """A list of staff, sent out of the blue at home: read, looked at, taken over."""
    admin, post = city.office.admin, Post()
    staff = Personnel(city.office.talk, city.clock)
    data = sheet_bytes([row_of(0), row_of(1)])
    post.files["berkas"] = data
    await at_home(admin, walk)
    await walk.document(admin, Received("berkas", "pegawai.xlsx", "", len(data)))
    await walk.tap(admin, "👥 Data pegawai (Excel, CSV)")
    await runs(staff, post)
    await city.office.mail()
    walk.hears(admin)
    await walk.tap(admin, next(label for label in admin.buttons() if label.startswith("✅")))
    await runs(staff, post)
    await city.office.mail()
    walk.hears(admin)
    assert "2 baru" in admin.last


async def publishes(city: City, walk: Walk) -> None:
    """The half year that is over."""
    admin = city.office.admin
    city.clock.now = datetime(2026, 5, 4, 3, tzinfo=UTC)
    await rate_all(city.office.talk)
    city.clock.now = datetime(2026, 8, 3, 3, tzinfo=UTC)
    await at_home(admin, walk)
    await walk.tap(admin, "📊 Hasil dan loket")
    await walk.tap(admin, "📰 Terbitkan hasil")
    await walk.tap(admin, "Semester I 2026")
    await walk.tap(admin, "📌 Terbitkan 1 unit")
    assert "sudah diterbitkan" in admin.last


async def starts_a_campaign(city: City, walk: Walk) -> None:
    """One message against none, by person, as it is proposed."""
    admin, talk = city.office.admin, city.office.talk
    staff = await talk.run(hire, 60, units=[1, 2, 3])
    training, _ = await talk.run(offer_training, "Pelayanan Prima")
    await talk.run(invite, training, staff)
    await at_home(admin, walk)
    for label in CAMPAIGN:
        await walk.tap(admin, next(one for one in admin.buttons() if label in one))
    assert "Kampanye dimulai" in admin.last


async def gives_a_role(city: City, walk: Walk) -> None:
    """From the admin's own home to the link that is passed on; no code, no name has to be typed."""
    admin = city.office.admin
    await admin.types("/mulai")
    walk.begins(admin)
    await walk.tap(admin, "👥 Orang dan data")
    await walk.tap(admin, "👥 Peran")
    await walk.tap(admin, "➕ Pelatih")
    assert any("start=admin_" in text for text in admin.sees())


async def takes_a_role(city: City, walk: Walk) -> None:
    """Whoever gets the link opens it and says yes."""
    admin, newcomer = city.office.admin, city.office.talk.person("Rahmat")
    await admin.types("/peran")
    await admin.taps("➕ Pelatih")
    link = next(found for text in admin.sees() if (found := re.search(r"start=(\S+)", text)))
    await walk.open(newcomer, link.group(1))
    await walk.tap(newcomer, "Ya, terima")
    assert "Pelatih" in newcomer.last


async def approves(city: City, walk: Walk) -> None:
    office = city.office
    author, other = office.admin, office.talk.person("Intan")
    await other.types("/mulai")
    await office.talk.run(add_grant, (await other.contact()).person_id, Role.PROGRAMME_ADMIN, None)
    await write(author, "Banjir di Banda Sakti")
    await author.taps("Jadikan darurat")
    await author.taps("Minta persetujuan")
    walk.begins(other)
    await office.mail()
    walk.hears(other)
    await walk.tap(other, "Setujui")
    assert "Disetujui" in other.notice
