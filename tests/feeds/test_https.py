"""Whom a service with a certificate has to convince."""

import ssl
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from jn_presenter.feeds.http import Http
from jn_presenter.model.feed import FeedError, Request
from tests.feeds.servers import serving


def test_a_certificate_that_anybody_could_make_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, request = certificate(tmp_path), Request(folder="")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made)
    with serving() as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        feed = Http(url=server.url.replace("http", "https"))
        try:
            found: object = feed.read(request)
        except FeedError as error:
            found = error.finding.code
        asked = len(server.asked)
        monkeypatch.setenv("SSL_CERT_FILE", str(made))
        trusted = feed.read(request)
    assert (found, asked) == ("untrusted", 0)
    assert trusted.rows == (("x", Decimal("1.50")),)


def certificate(folder: Path) -> Path:
    """A file with a key and a certificate of this machine that the key itself has signed."""
    key, name = Ed25519PrivateKey.generate(), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(timezone.utc)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, None)
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "pair.pem").write_bytes(private + made.public_bytes(Encoding.PEM))
    return folder / "pair.pem"
