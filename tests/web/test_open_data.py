"""The city's figures as open data that say what they are, and as a chart on other sites."""

import csv
import io
import re
from html import unescape

import pytest
from starlette.applications import Starlette

from tests.web.results import visitor


async def test_the_table_is_described_column_by_column(app: Starlette) -> None:
    async with visitor(app) as client:
        table = await client.get("/hasil.csv")
        address = re.match(r"<([^>]+)>; rel=.describedby", table.headers["link"])
        assert address
        about = (await client.get(address[1])).json()
    header = next(csv.reader(io.StringIO(table.text.lstrip("\ufeff"))))
    assert [one["name"] for one in about["tableSchema"]["columns"]] == header
    assert all(one["dc:description"] for one in about["tableSchema"]["columns"])
    assert about["url"] == "hasil.csv" and about["dc:identifier"] == "IKM"
    assert (
        "PermenPANRB 14/2017" in about["dc:description"] and "licenses/by/4.0" in about["dc:license"]["@id"]
    )
    assert about["dc:source"] == "Pemerintah Kota Lhokseumawe"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", about["dc:temporal"])


async def test_a_units_page_leads_an_editor_to_its_chart(app: Starlette) -> None:
    async with visitor(app) as client:
        page = (await client.get("/hasil/disdukcapil")).text
        link = re.search(r'json\+oembed".*?href="([^"]+)"', page)
        assert link
        told = (await client.get(unescape(link[1]) + "&maxwidth=540")).json()
        assert (told["type"], told["width"], told["height"]) == ("photo", 540, 450)
        chart = await client.get(told["url"])
        assert "oembed" not in (await client.get("/hasil/bpbd")).text, "too few ratings: there is no chart"
    assert chart.headers["content-type"] == "image/svg+xml"
    assert chart.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(
    "query",
    ["", "?url=https://elsewhere/hasil/disdukcapil", "?url={here}/hasil/none", "?url={here}/hasil/bpbd",
     "?url={here}/n/disdukcapil", "?url=http://[", "?url={here}/hasil/disdukcapil/../../x"],
)  # fmt: skip
async def test_nothing_but_a_units_chart_is_embedded(app: Starlette, query: str) -> None:
    async with visitor(app) as client:
        here = str(client.base_url).rstrip("/")
        assert (await client.get("/oembed" + query.format(here=here))).status_code == 404
        xml = await client.get(f"/oembed?format=xml&url={here}/hasil/disdukcapil")
    assert xml.status_code == 501
