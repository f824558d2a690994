"""What the codes in snapshots are called, to whoever reads them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLES: dict[str, Promise] = {
    "chair": _("Chair"),
    "vice_chair": _("Vice chair"),
    "second_vice_chair": _("Second vice chair"),
    "member": _("Member"),
    "substitute": _("Substitute"),
}
OUTCOMES: dict[str, Promise] = {
    "adopted": _("Adopted"),
    "partly": _("Adopted in part"),
    "rejected": _("Rejected"),
    "postponed": _("Postponed"),
    "referred_back": _("Referred back"),
    "remitted": _("Sent for an opinion"),
    "proposes": _("Proposed to another body"),
    "elected": _("Elected"),
    "noted": _("Noted"),
    "answered": _("Deemed answered"),
    "completed": _("Deemed completed"),
    "withdrawn": _("Withdrawn from the agenda"),
}
APPEALS: dict[str, Promise] = {
    "legality": _("Review of legality (KL 13)"),
    "administrative": _("Administrative appeal (FL 40)"),
    "none": _("Not appealable"),
}
FOLLOW_UPS: dict[str, Promise] = {
    "carried_out": _("Put into effect"),
    "reported_back": _("Reported back"),
}
CHOICES: dict[str, Promise] = {
    "yes": _("Yes"),
    "no": _("No"),
    "abstain": _("Abstains"),
}
SETTLED: dict[str, Promise] = {
    "acclamation": _("Acclamation"),
    "majority": _("Majority"),
    "casting_vote": _("The chair's casting vote"),
    "lot": _("Lot"),
    "minority": _("A third of those present (KL 5:50)"),
}


def named(names: dict[str, Promise], code: str) -> str:
    """Return what a code is called; a code from a later version stays itself."""
    return str(names.get(code, code))
