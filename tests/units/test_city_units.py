"""The city's data file in the database."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from feedbackbot.domain.units.city import City, Counter, Named, Service, Unit
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.storage.units.units import counter_of, districts, kinds, services_of, unit_by_code, units_of
from feedbackbot.usecases.units.find_unit import services_at
from feedbackbot.usecases.units.load_city_units import LoadedCity, load_city_units
from tests.builders import LHOKSEUMAWE, test_settings
from tests.talk import Clock

KTP = Service("ktp", "KTP elektronik", "KTP", ("e-ktp",))
KK = Service("kk", "Kartu Keluarga", "KK", ())
CAPIL = Unit(
    "capil", "Catatan Sipil", "Capil", "dinas", None, ("dukcapil",), (KTP, KK),
    (Counter("loket-1", "Loket 1", ("ktp",)),), True, 1000,
)  # fmt: skip
PKM = Unit("pkm", "Puskesmas", "Puskesmas", "puskesmas", "utara", (), (KTP,), (), True, None)
TOWN = City(
    "kota", "Kota", "Pemerintah Kota", "Asia/Jakarta", (Named("utara", "Kecamatan Utara"),),
    (Named("dinas", "Dinas"), Named("puskesmas", "Puskesmas")), (CAPIL, PKM),
)  # fmt: skip


class Load:
    def __init__(self, database: Database) -> None:
        self.database = database

    async def __call__(self, city: City) -> LoadedCity:
        return await self.run(load_city_units, city)

    async def run(self, work, *args):  # type: ignore[no-untyped-def]
        return await self.database.write(
            lambda connection: work(Transaction(connection, Clock()(), test_settings()), *args)
        )


@pytest.fixture
def load(database: Database) -> Load:
    return Load(database)


async def test_loading_twice_changes_nothing(load: Load) -> None:
    assert await load(LHOKSEUMAWE) == LoadedCity(
        len(LHOKSEUMAWE.units), sum(len(u.services) for u in LHOKSEUMAWE.units), 0
    )
    first = await load.run(lambda tx: tx.run(select(unit).order_by(unit.c.id)).all())
    await load(LHOKSEUMAWE)
    assert await load.run(lambda tx: tx.run(select(unit).order_by(unit.c.id)).all()) == first


async def test_a_renamed_unit_keeps_its_id_by_its_code(load: Load) -> None:
    await load(TOWN)
    before = await load.run(unit_by_code, "capil")
    await load(replace(TOWN, units=(replace(CAPIL, name="Dinas Dukcapil"), PKM)))
    after = await load.run(unit_by_code, "capil")
    assert (after.id, after.name) == (before.id, "Dinas Dukcapil")


async def test_what_the_file_no_longer_has_becomes_inactive_and_comes_back_as_it_was(load: Load) -> None:
    await load(TOWN)
    before = await load.run(unit_by_code, "pkm")
    assert (await load(replace(TOWN, units=(CAPIL,)))).vanished == 1
    assert await load.run(unit_by_code, "pkm") is None
    assert await load.run(services_of, before.id) == []
    assert [kind.name for kind in await load.run(kinds)] == ["Dinas"]
    assert await load.run(districts) == []
    await load(TOWN)
    assert (await load.run(unit_by_code, "pkm")).id == before.id


async def test_a_service_and_a_counter_can_vanish_from_one_unit_alone(load: Load) -> None:
    await load(TOWN)
    await load(replace(TOWN, units=(replace(CAPIL, services=(KK,), counters=()), PKM)))
    capil, pkm = await load.run(unit_by_code, "capil"), await load.run(unit_by_code, "pkm")
    assert [one.code for one in await load.run(services_of, capil.id)] == ["kk"]
    assert [one.code for one in await load.run(services_of, pkm.id)] == ["ktp"]
    assert await load.run(counter_of, capil.id, "loket-1") is None


async def test_units_are_found_by_kind_and_district(load: Load) -> None:
    await load(TOWN)
    assert [one.code for one in await load.run(units_of, "kind", "dinas")] == ["capil"]
    assert [one.code for one in await load.run(units_of, "district", "utara")] == ["pkm"]
    assert await load.run(units_of, "nonsense", "utara") == []


async def test_a_counter_gives_its_own_services_or_all(load: Load) -> None:
    await load(TOWN)
    capil = await load.run(unit_by_code, "capil")
    assert [one.code for one in await load.run(services_at, capil.id, "loket-1")] == ["ktp"]
    assert [one.code for one in await load.run(services_at, capil.id, None)] == ["ktp", "kk"]
    assert [one.code for one in await load.run(services_at, capil.id, "loket-9")] == ["ktp", "kk"]
