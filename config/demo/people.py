"""Who the demo's people are: plain data."""

from dataclasses import dataclass

from boards.membership.enums import MemberRole

PASSWORD_OF_ALL = "demo-justera-2026"  # noqa: S105  printed beside every demo login


@dataclass(frozen=True)
class Seat:
    """Somebody with an uppdrag."""

    given: str
    family: str
    party: str
    role: MemberRole
    municipality: str
    username: str = ""

    @property
    def email(self) -> str:
        """The address the summons goes to."""
        return address(self.given, self.family)


@dataclass(frozen=True)
class Post:
    """Somebody on the staff."""

    given: str
    family: str
    title: str
    employer: str
    username: str = ""

    @property
    def email(self) -> str:
        """The address of the post."""
        return address(self.given, self.family)


def address(given: str, family: str) -> str:
    """Return an address that can never be delivered."""
    plain = f"{given}.{family}".lower().translate(str.maketrans("åäöé ", "aaoe-"))
    return f"{plain}@alby.example"


PARTIES = {
    "C": "Centerpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "M": "Moderaterna",
    "MP": "Miljöpartiet",
    "S": "Socialdemokraterna",
    "V": "Vänsterpartiet",
    "AIL": "Albylistan",
}

CHAIR, VICE = MemberRole.CHAIR, MemberRole.VICE_CHAIR
SECOND, MEMBER = MemberRole.SECOND_VICE_CHAIR, MemberRole.MEMBER
SUBSTITUTE = MemberRole.SUBSTITUTE

JOINT_SEATS = (
    Seat("Göran", "Ekström", "M", CHAIR, "Alby", "goran"),
    Seat("Birgitta", "Lindqvist", "C", VICE, "Berga", "birgitta"),
    Seat("Mats", "Åhlund", "S", SUBSTITUTE, "Alby", "mats"),
    Seat("Tora", "Wikman", "S", SUBSTITUTE, "Berga"),
)
JOINT_STAFF = (
    Post("Ingrid", "Bergqvist", "kommundirektör", "Alby kommun"),
    Post("Lars", "Björnfot", "kommunchef", "Berga kommun"),
    Post("Jan", "Hedlund", "IT-chef", "Alby och Berga kommuner"),
    Post("Jenny", "Nygård", "controller", "Alby och Berga kommuner", "jenny"),
    Post("Sara", "Gårdman", "kommunsekreterare/kanslichef", "Berga kommun"),
    Post("Fatima", "Sundell", "nämndsamordnare", "Alby kommun", "fatima"),
)

BUILDING_SEATS = (
    Seat("Kerstin", "Almgren", "S", CHAIR, "Alby", "kerstin"),
    Seat("Per", "Rosengren", "M", VICE, "Alby", "per"),
    Seat("Eva", "Sjölander", "C", SECOND, "Alby", "eva"),
    Seat("Ali", "Rahimi", "S", MEMBER, "Alby"),
    Seat("Lena", "Hallberg", "S", MEMBER, "Alby"),
    Seat("Olof", "Brink", "M", MEMBER, "Alby"),
    Seat("Maria", "Öberg", "V", MEMBER, "Alby"),
    Seat("Sven", "Norling", "AIL", MEMBER, "Alby"),
    Seat("Hanna", "Ekdahl", "KD", MEMBER, "Alby"),
    Seat("Tomas", "Grahn", "S", SUBSTITUTE, "Alby"),
    Seat("Ulla", "Fors", "M", SUBSTITUTE, "Alby"),
    Seat("Amina", "Yusuf", "V", SUBSTITUTE, "Alby"),
    Seat("Bo", "Ståhl", "C", SUBSTITUTE, "Alby"),
)
BUILDING_STAFF = (
    Post("Karin", "Wallin", "förvaltningschef", "Alby kommun"),
    Post("Elin", "Strand", "nämndsekreterare", "Alby kommun", "elin"),
    Post("Johan", "Lövgren", "bygglovshandläggare", "Alby kommun"),
)

# Logins, what each is for, in the order they are printed.
LOGINS = (
    ("fatima", "sekreterare i ITVT: sammanträde, protokoll, anslag", "/kansli/"),
    ("elin", "sekreterare i miljö- och byggnadsnämnden", "/kansli/"),
    ("rolf", "registrator i båda nämnderna", "/kansli/"),
    ("jenny", "controller i ITVT", "/kansli/ekonomi/"),
    ("arkiv", "arkivarie i båda nämnderna", "/kansli/arkiv/"),
    ("goran", "ordförande i ITVT", "/uppdrag/"),
    ("birgitta", "vice ordförande och justerare i ITVT", "/uppdrag/"),
    ("mats", "ersättare i ITVT", "/uppdrag/"),
    ("kerstin", "ordförande i miljö- och byggnadsnämnden", "/uppdrag/"),
    ("per", "justerare i miljö- och byggnadsnämnden", "/uppdrag/"),
    ("admin", "systemförvaltare: register och konton", "/admin/"),
)

# In the series Skatteverket keeps for tests (birth numbers 980 to 999): nobody's.
PERSONAL_NUMBERS = {
    "fatima": "197904129801",
    "elin": "198609239820",
    "goran": "195703169812",
    "birgitta": "196207089845",
    "mats": "197101309834",
    "kerstin": "195908179863",
    "per": "196802259850",
    "eva": "197411199883",
}


def names_of_logins() -> dict[str, tuple[str, str]]:
    """Return given and family name of those with an uppdrag or a post, by username."""
    rows = (*JOINT_SEATS, *JOINT_STAFF, *BUILDING_SEATS, *BUILDING_STAFF)
    return {row.username: (row.given, row.family) for row in rows if row.username}
