"""A key service that plays Vault's transit engine, over TLS, as badly as it is told."""

import base64
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.x509.oid import NameOID

TOKEN = "s.only-the-service-knows"
Answer = tuple[int, bytes]


@dataclass
class Transit:
    """The service: its keys by version, and what it does instead of answering well."""

    keys: list[ec.EllipticCurvePrivateKey] = field(
        default_factory=lambda: [ec.generate_private_key(ec.SECP256R1())]
    )
    instead: Callable[[], Answer] | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def address(self) -> str:
        return f"{self.url}/v1/transit/keys/justera"

    def answer(self, verb: str, path: str, token: str | None, said: Any) -> Answer:
        self.asked.append(f"{verb} {path}")
        if self.instead is not None:
            return self.instead()
        if token != TOKEN:
            return 403, b'{"errors":["permission denied"]}'
        if (verb, path) == ("GET", "/v1/transit/keys/justera"):
            return data(self._shown())
        if (verb, path) == ("POST", "/v1/transit/sign/justera"):
            return data(self._signed(said))
        return 404, b'{"errors":[]}'

    def _shown(self) -> dict[str, Any]:
        versions = {str(at): public(key) for at, key in enumerate(self.keys, start=1)}
        return {
            "type": "ecdsa-p256",
            "latest_version": len(self.keys),
            "keys": {at: {"public_key": pem} for at, pem in versions.items()},
        }

    def _signed(self, said: Any) -> dict[str, Any]:
        assert said["prehashed"] is True
        assert said["hash_algorithm"] == "sha2-256"
        assert said["marshaling_algorithm"] == "asn1"
        version = said.get("key_version", len(self.keys))
        digest = base64.b64decode(said["input"])
        key = self.keys[version - 1]
        signature = key.sign(digest, ec.ECDSA(Prehashed(hashes.SHA256())))
        text = base64.b64encode(signature).decode()
        return {"signature": f"vault:v{version}:{text}", "key_version": version}


def data(said: dict[str, Any]) -> Answer:
    return 200, json.dumps({"data": said}).encode()


def public(key: ec.EllipticCurvePrivateKey) -> str:
    return (
        key.public_key()
        .public_bytes(
            serialization.Encoding.PEM,
            serialization.PublicFormat.SubjectPublicKeyInfo,
        )
        .decode()
    )


@contextmanager
def served(transit: Transit, folder: Path) -> Iterator[Path]:
    """Serve it over TLS, and give back the file with the authority to believe."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            said = json.loads(self.rfile.read(size)) if size else None
            token = self.headers["X-Vault-Token"]
            status, content = transit.answer(self.command, self.path, token, said)
            self.send_response(status)
            self.send_header("Location", f"{transit.url}/elsewhere")
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            self.answer()

        def log_message(self, *_given: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority = tls_pair(folder)
    context.load_cert_chain(authority, folder / "tls.key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_given: None
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    transit.url = f"https://127.0.0.1:{server.server_port}"
    try:
        yield authority
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def tls_pair(folder: Path) -> Path:
    """Make the server's certificate, which stands for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "the key service")])
    host = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(hours=1))
        .not_valid_after(datetime.now(UTC) + timedelta(hours=1))
        .add_extension(host, critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "tls.key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    file = folder / "tls.cert.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return file
