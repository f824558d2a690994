"""Sentences behind the codes of this room."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register({"publication.minutes_published": _("Minutes published")})
