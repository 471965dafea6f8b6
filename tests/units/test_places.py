"""A pin is named by the nearest place that the city vouches for; a wrong file is refused with its row."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.units.city_place import CityDataError
from feedbackbot.domain.units.places import FARTHEST_KM, Place, distance_km, nearest, parse_places
from feedbackbot.errors import SettingsError
from feedbackbot.storage.database import Database
from feedbackbot.usecases.units.prepare_database import check_places
from tests.builders import talk_in, test_settings
from tests.cases.office import staffed

ROW = {"name": "Gampong Utara", "kecamatan": "Contoh", "latitude": 5.20, "longitude": 97.15, "source": "uji"}
SOUTH = ROW | {"name": "Gampong Selatan", "latitude": 5.16}
FILE = """
- {name: Gampong Utara, kecamatan: Contoh, latitude: 5.20, longitude: 97.15, source: uji}
- {name: Gampong Selatan, kecamatan: Contoh, latitude: 5.16, longitude: 97.15, source: uji}
"""


def test_the_nearest_is_found_and_what_is_far_is_none() -> None:
    places = parse_places([ROW, SOUTH], "f")
    assert nearest(places, 5.195, 97.151) == places[0]
    assert nearest(places, 5.165, 97.149) == places[1]
    assert nearest(places, 5.6, 97.15) is None
    assert nearest((), 5.2, 97.15) is None


@given(st.floats(-11, 6), st.floats(95, 141), st.floats(-11, 6), st.floats(95, 141))
def test_a_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    there, back = distance_km(Place("", "", a, b), c, d), distance_km(Place("", "", c, d), a, b)
    assert there == pytest.approx(back, abs=1e-6) and 0 <= there < 6000
    assert distance_km(Place("", "", a, b), a, b) <= FARTHEST_KM


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ({}, "list of places"),
        ([{"name": "x"}], "row 1: name and kecamatan"),
        ([ROW, ROW], "stands twice: Gampong Utara"),
        ([ROW | {"source": ""}], "row 1: says no source"),
        ([ROW | {"latitude": 97.15, "longitude": 5.2}], "exchanged"),
        ([ROW | {"latitude": "utara"}], "numbers in degrees"),
        ([ROW | {"colour": "red"}], "should have name"),
        (["x"], "row 1"),
    ],
)
def test_a_wrong_row_is_named(rows: object, says: str) -> None:
    with pytest.raises(CityDataError, match=says):
        parse_places(rows, "places.yaml")


def test_a_wrong_file_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="PLACES_FILE"):
        check_places(test_settings(places_file=str(tmp_path / "none.yaml")))
    check_places(test_settings())


async def test_a_pin_is_named_for_citizen_and_officer(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "places.yaml"
    file.write_text(FILE, "utf-8")
    talk = await talk_in(database, places_file=str(file))
    office, ani = await staffed(talk), talk.person("Ani")
    await ani.types("/mulai")
    await ani.does(Kind.LOCATION, latitude=5.199, longitude=97.151)
    await ani.taps("Setuju")
    await ani.taps("Pengaduan: ada yang salah")
    await ani.types("dukcapil")
    await ani.types("Lampu jalan di depan loket mati sejak kemarin")
    await ani.taps("Lewati")
    assert "Tempat: dekat Gampong Utara, Contoh, titik di peta" in ani.last
    await ani.taps("Kirim")
    await office.mail()
    await office.officer.taps("Buka")
    assert "dekat Gampong Utara" in office.officer.last and "openstreetmap.org" in office.officer.last
