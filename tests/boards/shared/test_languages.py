"""The public pages in another language: offered when its catalogue is ready."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import translation

from boards.shared import languages
from config.management.commands import catalogue

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
FI = "fi/LC_MESSAGES/django"


@pytest.fixture
def locale(tmp_path: Path, settings: object) -> Iterator[Path]:
    """A folder of catalogues of its own, read anew."""
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    caches["pages"].clear()
    languages.share.cache_clear()
    translation.trans_real._translations.clear()


def filled(folder: Path, share: float) -> None:
    """Make the skeleton, and fill so much of it with what could be Finnish."""
    call_command("catalogue", language="fi")
    made = polib.pofile(str(folder / f"{FI}.po"))
    for entry in made[: int(len(made) * share)]:
        # Each says itself, marked: placeholders stay as they are.
        entry.msgstr = "" if entry.msgid_plural else f"{entry.msgid} FI"
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    made.save_as_mofile(str(folder / f"{FI}.mo"))
    forget()


def test_catalogue_when_language_is_new_then_skeleton_with_what_the_public_reads(
    locale: Path,
) -> None:
    call_command("catalogue", language="fi")
    made = polib.pofile(str(locale / f"{FI}.po"))
    texts = {entry.msgid for entry in made}
    assert made.metadata["Language"] == "fi"
    assert made.metadata[languages.COUNT] == str(len(made))
    assert "What happened next" in texts
    assert "Attest and send" not in texts
    assert made.untranslated_entries() == list(made)
    with pytest.raises(CommandError, match="fi is not complete"):
        call_command("catalogue", language="fi", check=True)


def test_catalogue_when_run_again_then_what_was_translated_stays(locale: Path) -> None:
    call_command("catalogue", language="fi")
    path = locale / f"{FI}.po"
    made = polib.pofile(str(path))
    made.find("What happened next").msgstr = "Mitä sitten tapahtui"
    made.save(str(path))
    call_command("catalogue", language="fi")
    again = polib.pofile(str(path))
    assert again.find("What happened next").msgstr == "Mitä sitten tapahtui"


def test_page_when_catalogue_is_complete_then_link_and_page_in_that_language(
    locale: Path,
) -> None:
    filled(locale, 1)
    page = Client().get("/").content.decode()
    assert 'href="?sprak=fi" lang="fi" hreflang="fi">Suomi</a>' in page
    for _twice in range(2):
        other = Client().get("/?sprak=fi").content.decode()
        assert '<html lang="fi">' in other
        assert "Boards, notices and minutes FI" in other
        assert 'href="?" lang="sv" hreflang="sv">Svenska</a>' in other
    assert '<html lang="sv">' in Client().get("/").content.decode()


@pytest.mark.parametrize("share", [0, 0.5, 0.9])
def test_page_when_catalogue_is_not_complete_then_swedish_and_no_link(
    locale: Path, share: float
) -> None:
    filled(locale, share)
    for url in ("/", "/?sprak=fi", "/?sprak=xx", "/?sprak=../../etc"):
        page = Client().get(url).content.decode()
        assert '<html lang="sv">' in page
        assert "?sprak=" not in page


def test_own_catalogues_then_none_says_what_nobody_reads() -> None:
    """Placeholders of a translation are those of the text."""
    for path in sorted(Path("locale").glob("*/LC_MESSAGES/django.po")):
        made = polib.pofile(str(path))
        for entry in made.translated_entries():
            named = set(catalogue.NAMED.findall(entry.msgid + entry.msgid_plural))
            said = " ".join([entry.msgstr, *entry.msgstr_plural.values()])
            assert set(catalogue.NAMED.findall(said)) <= named, entry.msgid


def test_finnish_page_then_it_says_its_language_and_is_led_to() -> None:
    page = Client().get("/suomeksi/").content.decode()
    assert '<html lang="fi">' in page
    assert "Tietoa näistä sivuista suomeksi" in page
    assert 'href="/suomeksi/" lang="fi"' in Client().get("/").content.decode()
