"""Signing with one's own password, given anew (eIDAS art. 26)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.auth import authenticate
from django.utils.translation import gettext_lazy as _

from boards.board.enums import Assurance
from boards.shared.clock import now
from minutes.approval.methods import NotProved, Proof, SigningRequest, Step

if TYPE_CHECKING:
    from boards.person.models import User


class PasswordMethod:
    """The password of the account, checked in the request that signs."""

    identifier = "password"
    label = _("Own password")
    level = Assurance.OWN_WORD
    template = "minutes/approval/methods/password.html"
    visits = False
    polls = False

    def is_open_to(self, user: User) -> bool:
        """Say whether the account has a password."""
        return user.has_usable_password()

    def start(self, request: SigningRequest) -> Step:  # noqa: ARG002  the contract's
        """Ask for the password."""
        return Step(fields=("password",))

    def poll(
        self,
        request: SigningRequest,  # noqa: ARG002  the contract's
        state: Mapping[str, Any],  # noqa: ARG002  the contract's
    ) -> Step:
        """Wait: nothing happens until the password is given."""
        return Step(fields=("password",))

    def cancel(self, request: SigningRequest, state: Mapping[str, Any]) -> None:
        """Nothing was begun anywhere."""

    def verify(
        self,
        request: SigningRequest,
        answer: Mapping[str, Any],
        state: Mapping[str, Any] | None = None,  # noqa: ARG002  the contract's
    ) -> Proof:
        """Return the proof; wrong passwords count towards the lock of the log-in."""
        password = str(answer.get("password", ""))
        if not self._is_right(request, password):
            raise NotProved("sign.wrong_password", "password", is_final=True)
        return Proof(
            method=self.identifier,
            user_id=request.user.pk,
            shown_sha256=request.shown_sha256,
            authenticated_at=now(),
            level=self.level,
            evidence=self.evidence(request),
        )

    def evidence(self, request: SigningRequest) -> dict[str, Any]:
        """Return the account and the address it came from."""
        return {
            "account": request.user.get_username(),
            "address": request.address,
        }

    def _is_right(self, request: SigningRequest, password: str) -> bool:
        # Without a request (imports, the demo) there is no address to close.
        if request.http is None:
            return request.user.check_password(password)
        name = request.user.get_username()
        found = authenticate(request.http, username=name, password=password)
        return found is not None and found.pk == request.user.pk
