"""Every template, style sheet and module obeys the strict CSP and the house."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted((ROOT / "static" / "js").glob("*.js"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))

FORBIDDEN = {
    "inline script": r"<script(?![^>]*\ssrc=)",
    "inline style": r"<style|\sstyle\s*=\s*[\"'](?!btn)",
    "event attribute": r"<[^>]*\son[a-z]+\s*=",
    "javascript link": r"javascript:",
    "another host": r"(?:src|href)=[\"'](?:https?:)?//",
    "unchecked HTML": r"\|\s*safe\b|autoescape off|safeseq",
    "evaluated by htmx": r"hx-on|hx-vals=[\"']js:|hx-trigger=[\"'][^\"']*\[",
}
POSTING = re.compile(r"\{% (?:csrf_token|crispy|action_button|confirm_button)\b")
PART_ALONE = re.compile(r"\{% include \"([^\"]+)\"[^%]*\sonly %\}")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template_holds_nothing_the_csp_forbids(path: Path) -> None:
    # What the tags of a component are given is no attribute of HTML.
    source = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"))
    found = [
        what
        for what, form in FORBIDDEN.items()
        if re.search(form, source, re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template_hands_the_csrf_token_to_parts_that_post(path: Path) -> None:
    alone = PART_ALONE.findall(path.read_text(encoding="utf-8"))
    sources = {part: (ROOT / "templates" / part).read_text("utf-8") for part in alone}
    assert [part for part, text in sources.items() if POSTING.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_template_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize(
    "path", [p for p in TEMPLATES if p.parent.name == "components"], ids=name
)
def test_component_says_what_it_is_given_and_is_listed(path: Path) -> None:
    assert "{#" in path.read_text(encoding="utf-8")
    listed = (ROOT / "docs" / "components.md").read_text(encoding="utf-8")
    assert f"`{path.stem}`" in listed


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_evaluates_no_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|https?://(?!www\.w3\.org)", source)


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_style_sheet_fetches_from_here_only(path: Path) -> None:
    assert not re.search(r"url\([\"']?(?:https?:)?//|@import", path.read_text())
