"""The sentences of reminders."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register({"reminder.made": _("A reminder was sent")})
