"""What `SIGNING_KEY` says: a file, a token (RFC 7512) or the address of a service."""

import re
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_to_bytes, urlsplit

from django.core.exceptions import ImproperlyConfigured

from boards.shared.seal.keys.file import KeyFile
from boards.shared.seal.keys.kept import Keeper
from boards.shared.seal.keys.pkcs11 import TokenKey
from boards.shared.seal.keys.service import ServiceKey

SERVICE_PATH = re.compile(r"(?P<mount>/v1/.+)/keys/(?P<name>[\w.-]+)")
LOOPBACK = ("127.0.0.1", "::1", "localhost")
ATTRIBUTES = {"token", "serial", "object", "id", "type"}
QUERY = {"module-path", "pin-source"}


def keeper_at(address: str, *, token_file: str = "", authorities: str = "") -> Keeper:
    """Return the keeper of the key at an address; never repeats the address itself."""
    scheme = address.partition(":")[0]
    if scheme == "file":
        return KeyFile(_path(address, "SIGNING_KEY"))
    if scheme == "pkcs11":
        return _token_key(address)
    if scheme in {"https", "http"}:
        return _service_key(urlsplit(address), token_file, authorities)
    raise ImproperlyConfigured("SIGNING_KEY begins with file:, pkcs11: or https:")


def _token_key(address: str) -> TokenKey:
    path, _, query = address.removeprefix("pkcs11:").partition("?")
    said = dict(part.partition("=")[::2] for part in path.split(";") if part)
    asked = dict(part.partition("=")[::2] for part in query.split("&") if part)
    if "pin-value" in asked:
        raise ImproperlyConfigured("SIGNING_KEY: the PIN belongs in a file: pin-source")
    if unknown := (said.keys() - ATTRIBUTES) | (asked.keys() - QUERY):
        names = ", ".join(sorted(unknown))
        raise ImproperlyConfigured(f"SIGNING_KEY: these are not used here: {names}")
    if not asked.keys() >= QUERY:
        raise ImproperlyConfigured("SIGNING_KEY needs module-path and pin-source")
    if not {"token", "serial"} & said.keys() or not {"object", "id"} & said.keys():
        raise ImproperlyConfigured("SIGNING_KEY needs token or serial, object or id")
    text = {name: unquote(value) for name, value in said.items()}
    return TokenKey(
        module=unquote(asked["module-path"]),
        pin_file=_path(unquote(asked["pin-source"]), "SIGNING_KEY: pin-source"),
        token=text.get("token"),
        serial=text.get("serial"),
        label=text.get("object"),
        identifier=unquote_to_bytes(said["id"]) if "id" in said else None,
    )


def _service_key(url: SplitResult, token_file: str, authorities: str) -> ServiceKey:
    if url.username is not None or url.password is not None:
        raise ImproperlyConfigured("SIGNING_KEY: the token belongs in a file")
    if url.scheme == "http" and url.hostname not in LOOPBACK:
        raise ImproperlyConfigured("SIGNING_KEY: over a network it is https:")
    found = SERVICE_PATH.fullmatch(url.path)
    version = dict(parse_qsl(url.query)).get("version", "")
    if found is None or not url.hostname or not re.fullmatch(r"|[1-9]\d*", version):
        message = "SIGNING_KEY is like https://host/v1/transit/keys/name?version=1"
        raise ImproperlyConfigured(message)
    return ServiceKey(
        address=f"{url.scheme}://{url.netloc}{found['mount']}",
        name=found["name"],
        version=int(version) if version else None,
        token_file=Path(token_file) if token_file else None,
        authorities=Path(authorities) if authorities else None,
    )


def _path(text: str, where: str) -> Path:
    path = Path(unquote(text.removeprefix("file:").removeprefix("//")))
    if not path.is_absolute():
        raise ImproperlyConfigured(f"{where} names a file by its whole path")
    return path
