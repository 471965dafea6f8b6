"""A service is spoken to in secret, and only if it is the right one."""

import ssl
import subprocess
from pathlib import Path

import pytest

from feedbackbot.channels.http_exchange import (
    JSON_HEADERS,
    NotCarried,
    Patience,
)
from tests.channels.kept import Service, echo, exchange


def of_its_own(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """What a service at `localhost` shows, and the file of the certificate that vouches for it."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    asked = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    made = [*asked.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(certificate, key)
    return shown, certificate


async def test_a_service_is_spoken_to_in_secret_if_it_is_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, certificate = of_its_own(tmp_path)
    service = Service(echo)
    async with service.open(shown) as url:
        async with exchange(patience=Patience()) as one:
            with pytest.raises(NotCarried) as caught:
                await one.ask("POST", url, b"secret", JSON_HEADERS)
        assert caught.value.reason == "no-connection"
        assert service.heads == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        async with exchange(patience=Patience()) as one:
            for _ in range(2):
                assert await one.ask("POST", url, b"secret", JSON_HEADERS) == (200, b"secret")
            with pytest.raises(NotCarried):  # another name than the certificate's
                await one.ask("POST", url.with_host("127.0.0.1"), b"secret", JSON_HEADERS)
    assert len(service.heads) == 2
