"""Finding personal data and secrecy marks in text that is about to be published.

Pure rules over plain text: what they find is suggested to a person, who chooses. What
they cannot find: names that are no common Swedish ones, a person told by what they did,
property designations, pictures, and scans without text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers

from boards.shared.personal_numbers import BLANK, SIGN, personal_numbers, plain
from minutes.privacy.enums import Choice, FindingKind
from minutes.privacy.names import FAMILY, GIVEN, NO_NAMES

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]*\w(?:@|\s?[\[(](?:at|a|snabel-a)[\])]\s?)\w[\w-]*(?:\.\w[\w-]*)+"
)
PHONE = re.compile(
    rf"(?<![\w/:.,-])(?:(?:\+|00)46{BLANK}*(?:{SIGN}{BLANK}*)?(?:\(0\){BLANK}*)?|0)"
    rf"[1-9][0-9]{{0,3}}(?:{BLANK}*[-–/]{BLANK}*|{BLANK}+|)?[0-9]{{2,}}"
    rf"(?:{BLANK}[0-9]{{2,}}){{0,5}}(?!\w)"
)
LAST_GROUP = re.compile(rf"{BLANK}+[0-9]+$")
# "kl 0900-1230" is when, not whom.
CLOCK = re.compile(r"[012][0-9][0-5][0-9][-–][012][0-9][0-5][0-9]")
WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéèüß]+"
STREET_END = (
    "gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|allé|backen|backe"
    "|kajen|kaj|esplanaden|ringen|leden|slingan|platsen|plats|gården|stråket|svängen"
)
POSTAL = rf"(?:SE?-?)?[1-9][0-9]{{2}}{BLANK}[0-9]{{2}}{BLANK}+{WORD}(?:{BLANK}{WORD})?"
ADDRESS = re.compile(
    rf"(?<![\w-])(?:{WORD}{BLANK}){{0,2}}"
    rf"(?:[A-ZÅÄÖ][\wåäö-]{{0,40}}?(?:{STREET_END})|{WORD}{BLANK}(?:{STREET_END}))"
    rf"{BLANK}+[0-9]{{1,4}}{BLANK}?(?:[A-Za-z](?!\w))?(?!\w)(?:,?\s+{POSTAL})?"
    rf"|(?<![\w-]){POSTAL}"
)
FULL_WORD = r"[A-ZÅÄÖÉÜÁČŠŽ][\w’']*[\w](?:-[A-ZÅÄÖÉÜ][\w’']*\w)?"
NAME = re.compile(
    rf"(?<![\w-])(?P<first>{FULL_WORD})"
    rf"(?P<rest>(?:(?:[ \u00a0]+|[ \u00a0]?\n)(?:[A-ZÅÄÖ]\.|von|af|de|{FULL_WORD}))"
    r"{1,3})(?!\w)"
)
FAMILY_END = re.compile(r"\w{2,}(?:sson|zon|qvist|kvist|quist)s?")
# Shorter surnames are words and places as well: Ek, Berg, Lund.
CLEAR = 5
PARTICLES = frozenset({"von", "af", "de"})
SECRECY = re.compile(
    r"\b(?:OSL|offentlighets- och sekretesslagen)[ \u00a0]\d{1,2}"
    r"(?::\d+|[ \u00a0]kap\.)"
    r"|\b(?:sekretess(?:belag|markera|skydda)\w*|omfattas av sekretess"
    r"|skydda(?:d|de) (?:identitet|personuppgifter|folkbokföring)"
    r"|konfidentiell\w*|hemligstämpla\w*)",
    re.IGNORECASE,
)
# What an office is called before the @: nobody's own address.
OFFICES = frozenset(
    {"diarium", "info", "kansli", "kommun", "kommunen", "kontakt", "kundservice"}
    | {"medborgarservice", "region", "registrator", "registratur"}
)


@dataclass(frozen=True)
class Passage:
    """A stretch of a document and where it stands, such as "ITVT § 12"."""

    where: str
    text: str


@dataclass(frozen=True)
class Known:
    """What may be public as it is: names of elected and staff, addresses of offices."""

    names: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """Something in a passage that somebody has to look at."""

    kind: FindingKind
    text: str
    where: str
    start: int
    end: int
    suggestion: Choice


Spans = Iterator[tuple[int, int]]


def findings(passages: Iterable[Passage], known: Known) -> list[Finding]:
    """Return what is found, passage by passage in the order it stands.

    Whoever is named once in full is found by the surname alone as well.
    """
    read = list(passages)
    found = [one for passage in read for one in in_passage(passage, known)]
    return found + surnames(read, found, known)


def in_passage(passage: Passage, known: Known) -> list[Finding]:
    """Return what one passage holds; where two agree the stricter one has it."""
    text = plain(passage.text)
    found: list[Finding] = []
    taken = bytearray(len(text))
    for kind, spans in (
        (FindingKind.PERSONAL_NUMBER, personal_numbers(text)),
        (FindingKind.EMAIL, emails(text, known)),
        (FindingKind.PHONE, phones(text, known)),
        (FindingKind.ADDRESS, addresses(text, known)),
        (FindingKind.SECRECY, secrecy_marks(text)),
        (FindingKind.NAME, names(text, known)),
    ):
        for start, end in spans:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                said, choice = text[start:end], SUGGESTED[kind]
                found.append(Finding(kind, said, passage.where, start, end, choice))
    return sorted(found, key=lambda one: one.start)


def surnames(
    passages: list[Passage], found: list[Finding], known: Known
) -> list[Finding]:
    """Return where those found stand with their surname, when nobody known has it."""
    names_found = [one for one in found if one.kind == FindingKind.NAME]
    theirs = {bare(one.text.split()[-1]) for one in names_found}
    theirs -= {bare(name.split()[-1]) for name in known.names}
    if not theirs:
        return []
    either = "|".join(map(re.escape, sorted(theirs)))
    pattern = re.compile(rf"(?<![\w-])(?:{either})s?(?![\w-])")
    taken = {(one.where, place) for one in found for place in range(one.start, one.end)}
    return [
        Finding(FindingKind.NAME, match[0], passage.where, *match.span(), Choice.NONE)
        for passage in passages
        for match in pattern.finditer(plain(passage.text))
        if (passage.where, match.start()) not in taken
    ]


def bare(name: str) -> str:
    """Return a name without the genitive."""
    return name.removesuffix("s")


# A name or a mark may well be right to publish: somebody has to choose.
SUGGESTED = {
    FindingKind.PERSONAL_NUMBER: Choice.MASK,
    FindingKind.EMAIL: Choice.MASK,
    FindingKind.PHONE: Choice.MASK,
    FindingKind.ADDRESS: Choice.MASK,
    FindingKind.NAME: Choice.NONE,
    FindingKind.SECRECY: Choice.NONE,
    FindingKind.SECRET_DOCUMENT: Choice.MASK,
    FindingKind.UNREADABLE: Choice.NONE,
}


def emails(text: str, known: Known) -> Spans:
    """Find e-mail addresses that are not those of an office."""
    for match in EMAIL.finditer(text):
        local = match[0].split("@", maxsplit=1)[0].lower()
        if local not in OFFICES and not is_contact(match[0], known):
            yield match.span()


def phones(text: str, known: Known) -> Spans:
    """Find numbers of the Swedish telephone plan, by Google's tables of it."""
    place = 0
    while match := PHONE.search(text, place):
        said = match[0]
        # What follows may be another number, or an amount.
        while not is_phone(said) and LAST_GROUP.search(said):
            said = LAST_GROUP.sub("", said)
        place = match.start() + len(said)
        if is_phone(said) and not is_contact(said, known):
            yield match.start(), place


def is_phone(text: str) -> bool:
    """Say whether the Swedish telephone plan has such a number."""
    if CLOCK.fullmatch(text):
        return False
    try:
        number = phonenumbers.parse(text.replace("(0)", ""), "SE")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


def addresses(text: str, known: Known) -> Spans:
    """Find a street with its number, and a postal code with its town."""
    for match in ADDRESS.finditer(text):
        if not any(squeezed(match[0]) in squeezed(one) for one in known.contacts):
            yield match.span()


def secrecy_marks(text: str) -> Spans:
    """Find words that say something is secret."""
    return (match.span() for match in SECRECY.finditer(text))


def is_contact(text: str, known: Known) -> bool:
    """Say whether an office itself is reached there."""
    said = squeezed(text)
    return any(said == squeezed(one) for one in known.contacts)


def squeezed(text: str) -> str:
    """Return letters and digits alone, so that spacing does not count."""
    return re.sub(r"[^\w@]", "", text).casefold()


def names(text: str, known: Known) -> Spans:
    """Find what looks like somebody's full name and is neither elected nor staff."""
    place = 0
    while match := NAME.search(text, place):
        end = name_end(match)
        if not end:
            # The next word may begin a name: "Ledamoten Anna Berg".
            place = match.end("first")
            continue
        if not is_known(text[match.start() : end], known):
            yield match.start(), end
        place = end


def name_end(match: re.Match[str]) -> int:
    """Return where the name ends that begins here, 0 when there is none."""
    first = match["first"]
    if first in NO_NAMES or first.isupper():
        return 0
    begins = first in GIVEN or first.split("-")[0] in GIVEN
    last, has_family = 0, False
    for word in re.finditer(r"\s+(\S+)", match["rest"]):
        said, end = word[1], match.start("rest") + word.end()
        if said in PARTICLES or said.endswith("."):
            continue
        if said in NO_NAMES or said.isupper() or (has_family and said in GIVEN):
            break
        is_family = is_family_name(said, alone=not begins)
        # Two words on two lines are a name only when each is known as part of one.
        is_apart = "\n" in word[0] and not (is_family and begins)
        if is_apart or not (is_family or begins):
            break
        if is_family or said in GIVEN or not has_family:
            last = end
        if not is_family and said not in GIVEN:
            break
        has_family = has_family or is_family
    return last


def is_family_name(word: str, *, alone: bool) -> bool:
    """Say whether a word is a surname, `alone` when nothing else says so."""
    if alone and (len(bare(word)) < CLEAR or word in GIVEN):
        return False
    return word in FAMILY or bare(word) in FAMILY or is_ending(word)


def is_ending(word: str) -> bool:
    """Say whether a word ends as Swedish surnames do, each part of a double one."""
    return all(FAMILY_END.fullmatch(part) for part in word.split("-"))


def is_known(name: str, known: Known) -> bool:
    """Say whether the first and last word are those of somebody elected or staff."""
    words = name.split()
    ends = {words[-1], words[-1].removesuffix("s"), words[-1].split("-")[0]}
    return any(
        f"{words[0]} {last}" in known.names or f"{words[0]} {words[1]}" in known.names
        for last in ends
    )
