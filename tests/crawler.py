"""Reading all that is open, as any program would: links, data, files, guesses."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from itertools import product
from zipfile import ZipFile

from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pypdf import PdfReader

from config.public_urls import open_patterns
from tests.factories.secrets import PHONE, PROTECTED, SECRET

HREF = re.compile(r'(?:href|src|action)="([^"]+)"')
OUTSIDE = ("http", "mailto:", "#", "data:", "/static/")
HOLE = re.compile(r"<(?:(\w+):)?(\w+)>")
TOO_MANY = 429
# What an open address is asked for, when it needs a question to answer.
QUESTIONS = ("/sok/?q=beslut", "/citat/?q=ITVT § 1/2020-09-29", "/citat/?q=ITVT 1/2020")
# Open addresses that no GET brings anything from: one is sent to, one leads nowhere.
SILENT = {"api-verification", "oparl-nothing"}
# Open to whoever has the token in a mail of their own: a guess shows nobody's.
PERSONAL = {"subscription-confirm", "subscription-end", "subscription-manage"}


class Crawl:
    """Everything a browser met: what each address said, and which views answered."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.said: dict[str, str] = {}
        self.met: set[str] = set()

    def ask(self, url: str) -> str:
        """Fetch an address once."""
        if url not in self.said:
            # Each as somebody new: who is asked to wait has not seen what is there.
            caches["limits"].clear()
            answer = self.client.get(url)
            assert answer.status_code != TOO_MANY, url
            self.said[url] = text_of(answer)
            if answer.status_code < 400:
                self.met.add(resolve(url.partition("?")[0]).url_name)
        return self.said[url]

    def follow(self, *starts: str) -> "Crawl":
        """Fetch what can be reached from some addresses without an account."""
        waiting = list(starts)
        while waiting:
            url = waiting.pop()
            if url not in self.said:
                waiting += leads(url, self.ask(url))
        return self

    def guess(self, urls: Iterable[str]) -> "Crawl":
        """Fetch addresses that nothing leads to."""
        for url in urls:
            self.ask(url)
        return self

    def leaks(self) -> list[str]:
        """Return where a secret stands, each with what is around it."""
        return [
            f"{url}: {text[max(0, at - 60) : at + 60]}"
            for url, text in self.said.items()
            for word in (SECRET, PROTECTED, PHONE)
            if (at := text.lower().find(word.lower())) >= 0
        ]


def crawl(client: Client) -> Crawl:
    """Read all that links and data lead to, from every open address without a hole."""
    plain = [f"/{path}" for path, _name in open_addresses() if "<" not in path]
    return Crawl(client).follow(*QUESTIONS, *plain)


def all_of(client: Client) -> Crawl:
    """Read what links lead to, and every address that can be guessed."""
    return crawl(client).guess(every_address())


def text_of(answer: object) -> str:
    """What a reader, or a reader's program, finds in an answer."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.items())
    return f"{headers} {read(content)}"


def read(content: bytes) -> str:
    """Return the text of a file, of the files in it, and of what is said about them."""
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        pages = " ".join(page.extract_text() for page in reader.pages)
        files = [one for data in reader.attachments.values() for one in data]
        xmp = reader.trailer["/Root"].get("/Metadata")
        files += [xmp.get_data()] if xmp else []
        return f"{reader.metadata} {pages} {' '.join(map(read, files))}"
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as made:
            return " ".join(
                f"{name} {read(made.read(name))}" for name in made.namelist()
            )
    return unescape(unicode_read(content))


def unicode_read(content: bytes) -> str:
    """Return text with what JSON writes as \\u00e5 read too."""
    text = content.decode(errors="replace")
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def leads(url: str, text: str) -> list[str]:
    """Return the addresses of ours that an answer names."""
    found = []
    for link in HREF.findall(text):
        if not link.startswith(OUTSIDE) and link.startswith(("/", "?")):
            target = link.split("#")[0]
            found.append(url.partition("?")[0] + target if target[0] == "?" else target)
    moved = re.findall(r"(?:^| )Location: (/\S*)", text)
    ours = re.findall(rf"{re.escape(settings.SITE_URL)}(/[^\s\"'<>#),]*)", text)
    lists = [one for one in ours if re.fullmatch(r"/oparl/v1.1/body/\d+/\w+", one)]
    # Each list of objects also with what was withdrawn.
    since = [f"{one}?modified_since=2000-01-01T00:00:00Z" for one in lists]
    return [*found, *moved, *ours, *since]


def patterns(
    resolver: URLResolver, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Walk every address there is."""
    for one in resolver.url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        else:
            yield path, one


def open_addresses() -> list[tuple[str, str]]:
    """Return every address without login, as it is written and by its name."""
    found = open_patterns(get_resolver().url_patterns)
    return [(str(one.pattern), one.name or str(one.pattern)) for one in found]


def every_address() -> Iterator[str]:
    """Return every address with every key up to the highest in use."""
    for path, _pattern in patterns(get_resolver()):
        if "(?P" not in path and not path.startswith("admin/"):
            yield from filled(path)


def every_open_address() -> Iterator[str]:
    """Return every open address with every key up to the highest in use."""
    for path, _name in open_addresses():
        yield from filled(path)


def filled(path: str) -> Iterator[str]:
    """Return an address with everything that may stand in its holes."""
    choices = [
        {
            "year": ["2020"],
            "label": ["1", "2"],
            "int": [str(number) for number in range(1, 13)],
            "slug": ["itvt", "alby", "berga", "1-2020"],
            "day": ["2020-09-29"],
        }.get(hole if hole in {"year", "label"} else kind, ["1", "itvt"])
        for kind, hole in HOLE.findall(path)
    ]
    for chosen in product(*choices):
        made = path
        for value in chosen:
            made = HOLE.sub(value, made, count=1)
        yield f"/{made}"


def unvisited(found: Crawl, addresses: Iterable[tuple[str, str]]) -> set[str]:
    """Return the open addresses that never answered with anything."""
    return {name for _path, name in addresses} - found.met - SILENT - PERSONAL
