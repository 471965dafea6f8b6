"""What the open data say of themselves: code, definition, period, source, licence (Satu Data, Perpres 39/2019), for JSON and for CSV."""

from typing import Any, Final

from feedbackbot.domain.survey.elements import ELEMENTS, number_of
from feedbackbot.settings import Settings
from feedbackbot.usecases.survey.instruments import SurveyResult
from feedbackbot.web.reports.pages import CSV_COLUMNS, CSV_OFFICIAL, AllUnits

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_COLUMNS: Final = {
    "code": ("string", "Kode unit, tetap selama unit ada"),
    "unit": ("string", "Nama unit"),
    "first": ("date", "Hari pertama periode berjalan"),
    "last": ("date", "Hari terakhir periode berjalan"),
    "n": ("integer", "Banyaknya penilaian yang dihitung"),
    "ikm": ("decimal", "Indeks Kepuasan Masyarakat, 25-100; kosong bila penilaian terlalu sedikit"),
    "grade": ("string", "Mutu pelayanan A-D menurut PermenPANRB 14/2017"),
    "low": ("decimal", "Batas bawah rentang kepercayaan 95 % dari IKM"),
    "high": ("decimal", "Batas atas rentang kepercayaan 95 % dari IKM"),
    "weight": ("string", "Bobot setiap unsur"),
    "with_flagged": ("boolean", "Apakah penilaian yang meragukan ikut dihitung"),
    "official_period": ("string", "Periode hasil resmi terbaru yang diterbitkan"),
    "official_first": ("date", "Hari pertama periode resmi"),
    "official_last": ("date", "Hari terakhir periode resmi"),
    "official_n": ("integer", "Banyaknya penilaian dalam hasil resmi"),
    "official_ikm": ("decimal", "IKM resmi, tidak berubah sejak diterbitkan"),
    "official_grade": ("string", "Mutu pelayanan dalam hasil resmi"),
    "official_weight": ("string", "Bobot setiap unsur dalam hasil resmi"),
}


def index_metadata(found: AllUnits, settings: Settings) -> dict[str, Any]:
    return {
        "code": "IKM",
        "definition": "Indeks Kepuasan Masyarakat menurut PermenPANRB 14/2017: 25 × rata-rata tertimbang sembilan unsur (1–4)",
        "unit_of_measure": "25–100",
        "period": {"first": found.period.first.isoformat(), "last": found.period.last.isoformat()},
        "least_ratings_shown": found.least,
        "weight": settings.survey_weight,
        "source": settings.city_government,
        "licence": LICENCE,
    }


def csv_metadata(found: AllUnits, settings: Settings) -> dict[str, Any]:
    """Of `/hasil.csv`, as CSV on the Web (W3C) asks for it beside the table."""
    about = index_metadata(found, settings)
    columns = [_column(name, *_COLUMNS[name]) for name in CSV_COLUMNS]
    columns += [
        _column(
            f"{number_of(one).lower()}_{one.key}",
            "decimal",
            f"Nilai rata-rata unsur: {one.official_name}, 1-4",
        )
        for one in ELEMENTS
    ]
    columns += [_column(name, *_COLUMNS[name]) for name in CSV_OFFICIAL]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "url": "hasil.csv",
        "dc:identifier": about["code"],
        "dc:title": about["definition"].partition(":")[0],
        "dc:description": about["definition"],
        "dc:temporal": f"{about['period']['first']}/{about['period']['last']}",
        "dc:source": about["source"],
        "dc:publisher": about["source"],
        "dc:license": {"@id": about["licence"]},
        "tableSchema": {"primaryKey": "code", "columns": columns},
    }


SURVEY_COLUMNS: Final = {
    "unit": ("string", "Kode unit, tetap selama unit ada"),
    "survey": ("string", "Kode survei"),
    "version": ("integer", "Versi pertanyaan; jawaban atas versi lain tidak dijumlahkan"),
    "first": ("date", "Hari pertama periode"),
    "last": ("date", "Hari terakhir periode"),
    "n": ("integer", "Banyaknya orang yang menjawab"),
    "element": ("string", "Kode unsur; index untuk seluruh survei"),
    "value": ("decimal", "Rata-rata unsur, atau indeks; angka tinggi selalu berarti baik"),
    "scale": ("integer", "Nilai tertinggi yang mungkin"),
}


def survey_metadata(found: SurveyResult, settings: Settings) -> dict[str, Any]:
    """Of the CSV of a survey beside the SKM: what it measures, by which source, when."""
    one = found.instrument
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "url": f"{one.id}.csv",
        "dc:identifier": one.index_name,
        "dc:title": one.name["id"],
        "dc:description": one.about["id"],
        "dc:temporal": f"{found.period.first.isoformat()}/{found.period.last.isoformat()}",
        "dc:source": one.source,
        "dc:publisher": settings.city_government,
        "dc:license": {"@id": LICENCE},
        "tableSchema": {
            "primaryKey": ["unit", "element", "scale"],
            "columns": [_column(name, *about) for name, about in SURVEY_COLUMNS.items()],
        },
    }


def _column(name: str, kind: str, description: str) -> dict[str, Any]:
    return {"name": name, "titles": name, "datatype": kind, "dc:description": description}
