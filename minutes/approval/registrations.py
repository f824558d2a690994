"""What the room of justering makes known when the app starts."""

from boards.integrity.checks import Check, checks
from minutes.approval import methods
from minutes.approval.actions import bring_referred
from minutes.approval.integrity import look_at_signatures
from minutes.approval.methods.bankid import checks as bankid_checks  # noqa: F401  they register
from minutes.approval.methods.bankid import texts as bankid_texts  # noqa: F401
from minutes.approval.methods.bankid.method import BankIDMethod
from minutes.approval.methods.oidc import OIDCMethod
from minutes.approval.methods.passkey import PasskeyMethod
from minutes.approval.methods.password import PasswordMethod
from minutes.approval.methods.saml import checks as saml_checks  # noqa: F401
from minutes.approval.methods.saml import texts as saml_texts  # noqa: F401
from minutes.approval.methods.saml.method import SAMLMethod
from minutes.approval.pages import freezing_panel
from minutes.approval.queries import in_justering
from minutes.meeting import registry

methods.register(BankIDMethod())
methods.register(OIDCMethod())
methods.register(SAMLMethod())
methods.register(PasskeyMethod())
methods.register(PasswordMethod())
registry.arising.append(bring_referred)
registry.panels.append(
    registry.Panel("approval", "minutes/approval/_panel.html", freezing_panel)
)
registry.progress_marks.append(registry.ProgressMark("approval", in_justering))
checks.append(Check("signatures", look_at_signatures))
