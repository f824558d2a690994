"""What can be wrong with a seal: each kind says so with a code of its own."""


class SealError(ValueError):
    """The PDF cannot be signed as asked, or cannot be read at all.

    `is_final`: trying again does not help until somebody has put something right.
    """

    code = "seal.failed"
    is_final = False


class AuthorityExpired(SealError):
    """The signing authority's certificate does not hold at that moment."""

    code = "seal.authority_expired"
    is_final = True


class AuthorityRevoked(SealError):
    """The signing authority's certificate is revoked."""

    code = "seal.authority_revoked"
    is_final = True


class ClockSkew(SealError):
    """Our clock and the time stamp authority's are too far apart."""

    code = "seal.clock_skew"
    is_final = True


class KeyUnreachable(SealError):
    """The signing authority's key cannot be used where it is kept."""

    code = "seal.key_unreachable"


class KeyMismatch(SealError):
    """The key that signed is not the one of the signing authority's certificate."""

    code = "seal.key_mismatch"
    is_final = True


class NotInstalled(SealError):
    """The signing authority's folder lacks what a signature needs."""

    code = "seal.not_installed"
    is_final = True


class PersonalNumber(SealError):
    """Something that would be printed for ever holds a personal number."""

    code = "seal.personal_number"
    is_final = True


class TimestampUnavailable(SealError):
    """The time stamp authority does not answer, or answers wrongly."""

    code = "seal.timestamp_unavailable"
