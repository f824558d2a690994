"""The sentences behind the codes of refusals, warnings and history.

Every room registers its own from its `texts.py`; the apps load those when they start.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from boards.shared.refusals import Refusal

SENTENCES: dict[str, str | Promise] = {}


def register(sentences: Mapping[str, str | Promise]) -> None:
    """Add a room's sentences; a code may only be given once."""
    taken = SENTENCES.keys() & sentences.keys()
    if taken:
        message = f"sentences given twice: {sorted(taken)}"
        raise ValueError(message)
    SENTENCES.update(sentences)


def sentence(refusal: Refusal) -> str:
    """Return the refusal in words, with the law or setting it rests on."""
    text = str(SENTENCES[refusal.code]) % dict(refusal.values)
    if refusal.law:
        return _("%(sentence)s (%(law)s)") % {"sentence": text, "law": refusal.law}
    return text


def event_label(code: str) -> str:
    """Return what happened, as the history pages say it."""
    return str(SENTENCES[code])
