"""What the outbox does for people: the mail about a passkey."""

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.person.models import Passkey
from boards.shared.outbox import handlers


def tell_passkey(pk: int) -> None:
    """Mail the owner that a passkey was added or removed."""
    # idempotent: the Message-ID is the row's and says which of the two it is
    passkey = Passkey.objects.select_related("user__person").get(pk=pk)
    user = passkey.user
    address = user.email or (user.person.email if user.person else "")
    if not address:
        return
    link = f"{settings.SITE_URL}{reverse('passkey-list')}"
    values = {"name": passkey.name, "link": link}
    if passkey.removed_at:
        subject = _("A passkey was removed from your account in Justera")
        text = _("The passkey “%(name)s” can no longer be used.\n\n%(link)s") % values
    else:
        subject = _("A passkey was added to your account in Justera")
        text = (
            _(
                "The passkey “%(name)s” can now sign minutes in your name. If it was"
                " not you who added it: remove it here at once and tell whoever keeps"
                " the registers.\n\n%(link)s"
            )
            % values
        )
    host = urlparse(settings.SITE_URL).hostname
    word = "removed" if passkey.removed_at else "added"
    EmailMessage(
        subject=subject,
        body=text,
        to=[address],
        headers={"Message-ID": f"<passkey-{word}-{pk}@{host}>"},
    ).send()


handlers["person.tell_passkey"] = tell_passkey
