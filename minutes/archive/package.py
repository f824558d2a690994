"""The archive package as bytes: the same content always gives the same file.

`docs/formats/arkivpaket.md` says what is in it and how it can be read without Justera.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

CHECKSUMS = "checksummor.sha256"
METADATA = "metadata.xml"
SIGNED = "protokoll-underskrivet.pdf"
SEALED = "protokoll-fryst.pdf"
# A zip holds times to write; ours are no part of the content, so they never change.
EPOCH = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip, unpacked bytes stored as they are, in order."""
    whole = {**files, CHECKSUMS: checksums(files)}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name in sorted(whole):
            entry = ZipInfo(name, EPOCH)
            entry.external_attr = READABLE
            entry.create_system = 3
            archive.writestr(entry, whole[name])
    return target.getvalue()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the list that `sha256sum --check` reads."""
    lines = [f"{digest(files[name])}  {name}\n" for name in sorted(files)]
    return "".join(lines).encode()


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def unpack(package: bytes) -> dict[str, bytes]:
    """Return the files of a package; `ValueError` when it is none."""
    try:
        with ZipFile(BytesIO(package)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, EOFError, OSError) as error:
        message = "the file is no readable zip"
        raise ValueError(message) from error


def faults(package: bytes) -> list[str]:
    """List what is wrong with a package: missing, added or changed files."""
    try:
        files = unpack(package)
    except ValueError as error:
        return [str(error)]
    listed = files.pop(CHECKSUMS, b"").decode(errors="replace")
    lines = (line.partition("  ") for line in listed.splitlines() if line)
    wanted = {name: expected for expected, _gap, name in lines}
    found = [f"missing: {name}" for name in sorted(wanted.keys() - files.keys())]
    found += [f"not listed: {name}" for name in sorted(files.keys() - wanted.keys())]
    found += [
        f"changed: {name}"
        for name in sorted(wanted.keys() & files.keys())
        if digest(files[name]) != wanted[name]
    ]
    required = {SIGNED, SEALED, METADATA} - files.keys()
    found += [f"missing: {name}" for name in sorted(required)]
    if not required and not files[SIGNED].startswith(files[SEALED]):
        found.append(f"changed: {SIGNED} does not begin with {SEALED}")
    return found
