"""The proxy files of docs/operations.md, run in front of the web server as they stand there: only names and ports are changed."""

import asyncio
import contextlib
import re
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from feedbackbot.web.app import create_app, watch_routes
from feedbackbot.web.forms.visitor import network_of
from feedbackbot.web.server import WebServer
from tests.builders import test_settings
from tests.endtoend.bot_process import ROOT, free_port

PUBLISHED = ["/hasil", "/hasil.csv", "/hasil/disdukcapil", "/verify", "/verify/ABC"]
INSIDE = ["/metrics", "/health/live", "/health/ready", "/", "/anything", "/hasilnya"]


def written(name: str) -> str:
    text = (ROOT / "docs/operations.md").read_text("utf-8")
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


async def page(request: Request) -> Response:
    return PlainTextResponse(f"page {len(await request.body())}")


async def visitor(request: Request) -> Response:
    return PlainTextResponse(network_of(request, test_settings(web_address_header="X-Forwarded-For")))


async def ready() -> str:
    return ""


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    """Pages and, as without an own port, health and metrics beside them."""
    pages = [Route(path, page) for path in ("/hasil", "/hasil.csv", "/hasil/{code}", "/verify/{code}")]
    pages.append(Route("/verify", visitor))
    hook = Route("/telegram/webhook", page, methods=["POST"])
    running = WebServer(create_app([*watch_routes(ready), *pages, hook]), "127.0.0.1", 0)
    await running.start()
    yield running
    await running.stop()


def nginx(folder: Path, port: int, behind: int) -> list[str]:
    key, certificate = folder / "key.pem", folder / "cert.pem"
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*made.split(), "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True
    )
    site = (
        written("nginx")
        .replace("listen 443", f"listen 127.0.0.1:{port}")
        .replace("127.0.0.1:8080", f"127.0.0.1:{behind}")
    )
    site = re.sub(r"/etc/\S+fullchain.pem", str(certificate), site)
    site = re.sub(r"/etc/\S+privkey.pem", str(key), site).replace("bot.example.go.id", "localhost")
    kept = "".join(
        f"{one}_temp_path {folder};\n" for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"pid {folder}/pid;\nerror_log stderr;\ndaemon off;\nmaster_process off;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{kept}{site}}}\n"
    )
    return ["nginx", "-c", str(file), "-p", str(folder)]


def caddy(folder: Path, port: int, behind: int) -> list[str]:
    text = written("caddy").replace("127.0.0.1:8080", f"127.0.0.1:{behind}")
    # its own certificates, and no second port beside
    text = text.replace("{\n", "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n", 1)
    text = text.replace("bot.example.go.id {", f"localhost:{port} {{\n\tbind 127.0.0.1\n\ttls internal")
    file = folder / "Caddyfile"
    file.write_text(text)
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


@pytest.mark.timeout(90)
@pytest.mark.parametrize("proxy", [nginx, caddy])
async def test_a_proxy_by_the_documentation_publishes_the_pages_and_nothing_else(
    proxy: Callable[[Path, int, int], list[str]], server: WebServer, tmp_path: Path
) -> None:
    name = getattr(proxy, "__name__", "")
    if shutil.which(name) is None and not Path(f"/usr/sbin/{name}").exists():
        pytest.skip(f"{name} is not installed: scripts/install-test-tools installs it")
    port = free_port()
    command = proxy(tmp_path, port, server.port)
    environment = {"PATH": "/usr/sbin:/usr/bin:/bin", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with (tmp_path / "log").open("wb") as log:
        running = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log, env=environment)
    try:
        await _answers(port)
        async with _client() as client:
            for path in PUBLISHED:
                assert (await _status(client, port, path), path) == (200, path)
            for path in INSIDE:
                assert (await _status(client, port, path), path) == (404, path)
            for said in ("203.0.113.7", "203.0.113.7, 198.51.100.2"):
                assert await _visitor(client, port, said) == "127.0.0.1", "what a visitor claims is not taken"
            url = f"https://localhost:{port}/telegram/webhook"
            async with client.post(url, data=b"x" * 5000) as answer:
                assert await answer.text() == "page 5000"
            async with client.post(url, data=b"x" * 3_000_000) as answer:
                assert answer.status == 413
    finally:
        with contextlib.suppress(ProcessLookupError):
            running.terminate()
        await running.wait()


def _client() -> aiohttp.ClientSession:
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trusting))


async def _answers(port: int) -> None:
    async with _client() as client:
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                if await _status(client, port, "/hasil") == 200:
                    return
            await asyncio.sleep(0.2)


async def _status(client: aiohttp.ClientSession, port: int, path: str) -> int:
    async with client.get(f"https://localhost:{port}{path}") as answer:
        return answer.status


async def _visitor(client: aiohttp.ClientSession, port: int, said: str) -> str:
    """Whom the web server takes for the visitor."""
    headers = {"X-Forwarded-For": said}
    async with client.get(f"https://localhost:{port}/verify", headers=headers) as answer:
        return await answer.text()
