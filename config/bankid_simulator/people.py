"""Who can sign in the simulator: the demo's people, and one nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from config.demo.people import PERSONAL_NUMBERS, names_of_logins

# Skatteverket publishes it for tests; in the demo it belongs to nobody.
STRANGER = "198507099805"


@dataclass(frozen=True)
class TestPerson:
    """Somebody with a BankID that is worth nothing."""

    number: str
    given: str
    family: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


def people() -> dict[str, TestPerson]:
    """Return everybody by personal number, in the order of the demo's logins."""
    found = [
        TestPerson(PERSONAL_NUMBERS[username], given, family)
        for username, (given, family) in names_of_logins().items()
        if username in PERSONAL_NUMBERS
    ]
    found.append(TestPerson(STRANGER, "Okänd", "Testperson"))
    return {one.number: one for one in found}
