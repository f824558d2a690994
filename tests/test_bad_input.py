"""Whatever a stranger sends to an open address: a clear answer, and never a 500.

The addresses are those of the process that serves the public alone, so a new page is
tried by itself.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.test import Client

from minutes.opendata.bulk.tasks import make_year_files
from minutes.opendata.oparl.asking import FILTERS
from minutes.opendata.oparl.enums import Kind
from minutes.search.questions import NAMES as SEARCHED
from tests.crawler import HOLE, open_addresses
from tests.factories import published
from tests.factories.statements import statement

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
    pytest.mark.time_machine(datetime(2020, 10, 1, 10), tick=False),
]
BODILESS = {405, 412, 416}
ADDRESSES = dict(map(reversed, open_addresses()))
LONG = "x" * 10_000
ELSEWHERE = "elsewhere.example"

# What may stand in a hole of an address and leads to nothing.
ABSURD = (
    *("0", "-1", "9" * 30, "1e9", "²", "٣", "None", "null", "undefined", "okand"),
    *("\x00", "a\x00b", "\N{PILE OF POO}", "å", " ", ".", "..", "%", "'", '"', "\\"),
    *("1 OR 1=1", "<script>", "{{7*7}}", "2020-13-45", "9999-12-31", "0001-01-01"),
    LONG,
)
# Every question that any public page reads: each is asked of each.
NAMES = (
    *("q", "kommun", "namnd", "ar", "slag", "utfall", "parti", "ordning", "page"),
    *("datum", "kod", "sida", "limit", "omit_internal", "created_since"),
    *("created_until", "modified_since", "modified_until", "okand"),
)
VALUES = (
    *("", "0", "-1", "9" * 30, "٣", "²020", "0000", "9999", "NaN", "1e400", "true"),
    *("%00", "a%00b", "%FF%FE", "%C3%28", "%ED%A0%80", "%F0%9F%92%A9", "%25", "%"),
    *("'", "%22", "%5C", "%3Cscript%3E", "((((", "%22%22%22", "*", "-", "|%26!", ":*"),
    *("2020-02-30", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59%2B00:00"),
    *("0001-01-01T00:00:00-23:59", "2020-01-01T00:00:00%2B99:99", "ITVT%20%C2%A7"),
    *("%C2%A7" * 500, "a%20" * 2500, "%C3%A5" * 1600, LONG),
)
QUERIES = (
    *("?", "??", "?&&&", "?=", "?=&=", "?q", "?%00", "?%FF=%FF", f"?{LONG}"),
    "?" + "&".join(f"q{number}=1" for number in range(1000)),
    "?" + "q=a&" * 2500,
    "?page=1&page=2&page[]=3&page[$gt]=",
)
HOSTS = ("", "a b", "[::1", "a:99999999", "..", LONG, "å", "-")
PASSED = (ELSEWHERE, ", , ,", "javascript:alert(1)", "\x00", LONG, "1.2.3.4," * 500)
ACCEPTED = ("", "*", ",,,;;;", "a/b;q=x", "*/*;q=1e400", "a/b," * 2500, "\xff", LONG)
MARKS = ("", "*", '"', 'W/"', '"a', ",,,", '"a",' * 2500, "\x00", LONG)
MOMENTS = (
    *("yesterday", "0", "Mon, 99 Feb 2020 25:61:61 GMT", "\x00", LONG),
    *("Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT"),
)
PARTS = (
    *("", "bytes", "bytes=", "bytes=-", "bytes=-0", "bytes=a-b", "bytes=5-1"),
    *("bytes=0-", "bytes=-1", "bytes=0-0,-1", f"bytes={'9' * 30}-", "lines=0-"),
    *("bytes=0-" + "9" * 5000, "bytes=" + "0-1," * 2500, "bytes=٣-"),
)
COOKIES = (
    *("=", ";;;", "sessionid=\x00", f"sessionid={LONG}", "messages=[[", "a=\xff"),
    "csrftoken=\x00; sessionid=..",
)
KINDS = (
    *("", "multipart/form-data", "multipart/form-data; boundary=\xff", "a/b/c", LONG),
    "text/html; charset=nonsense",
)
OTHERS = ("http://[", "\x00", "null", LONG, "true", "DELETE", "100-continue")
HEADERS: dict[str, tuple[str, ...]] = {
    "Host": HOSTS,
    **dict.fromkeys(("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded"), PASSED),
    **dict.fromkeys(("X-Forwarded-Host", "X-Forwarded-Port", "X-Real-IP"), PASSED),
    **dict.fromkeys(("Accept", "Accept-Language", "Accept-Encoding"), ACCEPTED),
    **dict.fromkeys(("If-None-Match", "If-Match", "If-Range"), MARKS),
    **dict.fromkeys(("If-Modified-Since", "If-Unmodified-Since", "Date"), MOMENTS),
    "Range": PARTS,
    "Cookie": COOKIES,
    "Content-Type": KINDS,
    **dict.fromkeys(("HX-Request", "HX-Current-URL", "Origin", "Referer"), OTHERS),
    **dict.fromkeys(("User-Agent", "X-HTTP-Method-Override", "Expect"), OTHERS),
}
MULTIPART = (
    b'--a\r\nContent-Disposition: form-data; name="NAME"; filename="\xff/../x"\r\n'
    b"Content-Type: \x00\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--a--\r\n"
)
FORM = "application/x-www-form-urlencoded"
BODIES: tuple[tuple[str, bytes], ...] = (
    ("application/json", b"{"),
    (FORM, b"text=%00%ff&" * 10),
    (f"{FORM}; charset=nonsense", b"text=a"),
    (FORM, b"a=1&" * 6000),
    ("multipart/form-data", b"--a"),
    ("multipart/form-data; boundary=a", b"--a\r\nContent-Disposition: form-data"),
    ("multipart/form-data; boundary=a", MULTIPART.replace(b"NAME", b"text")),
    ("multipart/form-data; boundary=a", MULTIPART.replace(b"NAME", b"a\x00")),
)
METHODS = ("PUT", "PATCH", "DELETE", "TRACE", "BREW", "OPTIONS", "HEAD")


@pytest.fixture
def world() -> published.World:
    made = published.World()
    statement()
    return made


def test_addresses_then_all_that_are_open_are_tried() -> None:
    assert len(ADDRESSES) > 50
    assert set(ADDRESSES) == {name for _path, name in open_addresses()}


@pytest.fixture(params=sorted(ADDRESSES))
def path(request: pytest.FixtureRequest) -> str:
    """Each address in turn, as it is written."""
    return ADDRESSES[request.param]


def holes(path: str) -> list[tuple[str, str]]:
    return HOLE.findall(path)


def filled(path: str, values: tuple[str, ...]) -> str:
    for value in values:
        said = quote(value, safe="")
        path = HOLE.sub(lambda _hole, said=said: said, path, count=1)
    return f"/{path}"


def candidates(world: published.World, kind: str, name: str) -> list[str]:
    """What may stand in a hole and be right."""
    rows = (world.corrected, world.item, world.paper, *world.notices, world.alby)
    keys = [str(row.pk) for row in (*rows, world.joint, world.meeting)]
    number = world.case.dnr.rsplit(" ", 1)[-1].replace("/", "-")
    by_name = {
        "year": ["2020"],
        "number": ["1"],
        "label": ["1"],
        "day": ["2020-09-29"],
        "kind": [one.path for one in Kind] if kind == "str" else ["protokoll"],
        "key": [*keys, *(f"{key}-1" for key in keys)],
        "board": ["itvt"],
    }
    by_kind = {"int": keys, "slug": ["alby", "itvt", number], "str": keys}
    return by_name.get(name, by_kind.get(kind, ["okand"]))


def good(client: Client, world: published.World, path: str) -> str:
    """An address of this kind that answers, if there can be one."""
    if path.endswith(".zip"):
        make_year_files()
    made = [candidates(world, kind, name) for kind, name in holes(path)]
    url = "/"
    for values in product(*made):
        url = filled(path, values)
        if client.get(url).status_code < 400:
            break
    return url


def absurd(client: Client, world: published.World, path: str) -> Iterator[str]:
    """The address with something absurd in each hole in turn, and in all at once."""
    count = len(holes(path))
    right = [candidates(world, kind, name)[0] for kind, name in holes(path)]
    for value in ABSURD if count else ():
        yield filled(path, (value,) * count)
        for at in range(count if count > 1 else 0):
            yield filled(path, (*right[:at], value, *right[at + 1 :]))


def is_clear(answer: Any) -> None:
    """Say nothing of our insides, keep nobody's name, and say something."""
    said = b"" if answer.streaming else answer.content
    assert answer.status_code < 500, answer.status_code
    # Who sends a broken session or token gets it taken back or made anew; no one else.
    assert not answer.cookies or sent_a_cookie(answer)
    assert b"Traceback" not in said
    assert ELSEWHERE.encode() not in said
    assert ELSEWHERE not in str(answer.headers)
    if answer.status_code >= 400 and answer.request["REQUEST_METHOD"] != "HEAD":
        assert said or answer.status_code in BODILESS
        assert answer["Content-Type"]


def sent_a_cookie(answer: Any) -> bool:
    return bool(answer.wsgi_request.META.get("HTTP_COOKIE"))


def test_address_when_it_holds_or_asks_nonsense_then_a_clear_answer(
    client: Client, world: published.World, path: str
) -> None:
    for url in absurd(client, world, path):
        is_clear(client.get(url))
    url = good(client, world, path)
    for query in QUERIES:
        is_clear(client.get(url + query))
    for value in VALUES:
        is_clear(client.get(f"{url}?" + "&".join(f"{name}={value}" for name in NAMES)))


def test_address_when_it_is_sent_nonsense_then_a_clear_answer(
    client: Client, world: published.World, path: str
) -> None:
    url = good(client, world, path)
    for turn in range(max(map(len, HEADERS.values()))):
        # The host is tried by itself: a wrong one ends it there.
        caches["pages"].clear()
        sent = {name: some[turn % len(some)] for name, some in HEADERS.items()}
        is_clear(client.get(url, headers={"Host": sent.pop("Host")}))
        is_clear(client.get(url, headers=sent))
    for kind, body in BODIES:
        is_clear(client.generic("POST", url, body, content_type=kind))
    for method in METHODS:
        is_clear(client.generic(method, url))


@pytest.mark.parametrize("name", HEADERS)
def test_header_when_it_alone_is_nonsense_then_a_clear_answer(
    client: Client, world: published.World, name: str
) -> None:
    for url in ("/", "/oparl/v1.1/body", "/tillganglighet/alby/rapportera/", "/okand/"):
        for value in HEADERS[name]:
            for _kept in range(2):
                is_clear(client.get(url, headers={name: value}))


def test_filter_when_it_alone_is_absurd_then_a_clear_answer(
    client: Client, world: published.World
) -> None:
    lists = f"/oparl/v1.1/body/{world.alby.pk}/meeting"
    asked = [(lists, name) for name in ("page", "limit", "omit_internal", *FILTERS)]
    asked += [("/sok/", name) for name in ("page", *SEARCHED.values())]
    asked += [("/citat/", "q"), ("/diarium/itvt/", "q"), ("/verifiera/", "kod")]
    for (url, name), value in product(asked, VALUES):
        first = "q=text&" if (url, name) != (url, "q") else ""
        is_clear(client.get(f"{url}?{first}{name}={value}"))


def test_page_when_it_is_kept_for_our_name_then_not_given_under_another(
    client: Client, world: published.World
) -> None:
    for _kept in range(2):
        assert client.get("/").status_code == 200
        answer = client.get("/", headers={"Host": ELSEWHERE})
        assert answer.status_code == 400
        is_clear(answer)


def test_names_then_every_question_that_a_page_reads_is_among_them() -> None:
    assert {*SEARCHED.values(), *FILTERS} <= set(NAMES)
