"""Make the certificate of a signing key that is kept elsewhere, or try the key."""

from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from boards.shared.clock import now
from boards.shared.seal.errors import SealError
from boards.shared.seal.installing import (
    Installing,
    make_certificate,
    request_certificate,
    try_key,
)
from boards.shared.seal.setup import own_authority, own_keeper


class Command(BaseCommand):
    """`manage.py signing_certificate`: see docs/signatures.md."""

    help = "Make the signing authority's certificate, or without a name try its key."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what the authority is to be called."""
        parser.add_argument("--name", help=_("what the certificate is called"))
        parser.add_argument("--organization", help=_("the municipality"))
        years = _("how long it holds (10)")
        parser.add_argument("--years", type=int, default=10, help=years)
        request = _("print a request for another authority instead (PKCS#10)")
        parser.add_argument("--request", action="store_true", help=request)

    def handle(self, *_args: object, **options: Any) -> None:
        """Do what is asked; a key that cannot be used is said in one line."""
        with translation.override("sv"):
            try:
                self.stdout.write(answer(options))
            except (SealError, ImproperlyConfigured) as error:
                raise CommandError(str(error)) from error


def answer(options: dict[str, Any]) -> str:
    """Do what is asked and return what to print."""
    if not options["name"]:
        authority = own_authority()
        try_key(authority, now())
        return _("The key signs.") + "\n" + described(authority.certificate)
    if not settings.SIGNING_KEY:
        raise CommandError(_("SIGNING_KEY is not set: the installation is on trial."))
    name = options["name"]
    installing = Installing(own_keeper(), name, options["organization"] or name)
    if options["request"]:
        return request_certificate(installing).decode("ascii")
    folder, years = Path(settings.SIGNING_DIR), options["years"]
    return described(make_certificate(folder, installing, now(), years))


def described(certificate: x509.Certificate) -> str:
    """Return what tells one certificate from another."""
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return "\n".join(
        (
            certificate.subject.rfc4514_string(),
            f"{begin:%Y-%m-%d} – {end:%Y-%m-%d}",
            f"SHA-256 {certificate.fingerprint(hashes.SHA256()).hex()}",
        )
    )
