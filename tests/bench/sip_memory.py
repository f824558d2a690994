"""`python -m tests.bench.sip_memory MIB`: the most memory a package of that size took.

It writes and checks the package in a process of its own, without a database, and prints
the process's largest resident size in KiB.
"""

from __future__ import annotations

import hashlib
import resource
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import django

MIB = 1 << 20
FILES = 8
MOMENT = datetime(2020, 12, 31, tzinfo=UTC)


def main(size: int) -> None:
    """Build a package of `size` MiB in eight files, read it back, and say."""
    django.setup()
    from minutes.archive.sip.checking import check_package  # noqa: PLC0415  app ready
    from minutes.archive.sip.facts import (  # noqa: PLC0415  app ready
        Aggregation,
        Agreement,
        Delivery,
        PackageFile,
        Record,
    )
    from minutes.archive.sip.writing import write_package  # noqa: PLC0415  app ready

    with TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        digest = written(source, size * MIB // FILES)
        records = [
            Record(
                key=f"X 1/2020-{number}",
                number=number,
                title="Handling",
                kind="Skrivelse",
                direction="incoming",
                dates=(("received", date(2020, 1, 1)),),
                files=(
                    PackageFile(
                        path=f"representations/rep1/data/{number:04d}/fil.bin",
                        title="fil.bin",
                        media_type="application/octet-stream",
                        size=size * MIB // FILES,
                        sha256=digest,
                        created=MOMENT,
                        opens=lambda: source.open("rb"),
                    ),
                ),
            )
            for number in range(1, FILES + 1)
        ]
        case = Aggregation("X 1/2020", "caseFile", "Ärende", (), tuple(records))
        said = Agreement("Nämnden", "", "Alby kommun", "")
        delivery = Delivery("x-1", "Ärende", MOMENT, said, (case,), (), ())
        package = write_package(delivery, Path(folder))
        with package.open("rb") as stream:
            found = check_package(stream)
        assert not found.faults, found.faults
        assert package.stat().st_size > size * MIB
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)  # noqa: T201


def written(path: Path, size: int) -> str:
    """Write a file a piece at a time and return its checksum."""
    digest, piece = hashlib.sha256(), bytes(range(256)) * (MIB // 256)
    with path.open("wb") as stream:
        for _part in range(size // MIB):
            stream.write(piece)
            digest.update(piece)
        rest = piece[: size % MIB]
        stream.write(rest)
        digest.update(rest)
    return digest.hexdigest()


if __name__ == "__main__":
    main(int(sys.argv[1]))
