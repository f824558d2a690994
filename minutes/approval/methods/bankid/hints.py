"""BankID's hint codes: what is said to each, and when the app can still be opened."""

from collections.abc import Mapping

PENDING: Mapping[str, str] = {
    "outstandingTransaction": "bankid.outstanding",
    "noClient": "bankid.no_client",
    "started": "bankid.started",
    "userMrtd": "bankid.read_passport",
    "userCallConfirm": "bankid.confirm_call",
    "userSign": "bankid.sign_now",
    "processing": "bankid.going_on",
}
FAILED: Mapping[str, str] = {
    "expiredTransaction": "bankid.expired",
    "certificateErr": "bankid.certificate_error",
    "userCancel": "bankid.cancelled_by_person",
    "cancelled": "bankid.cancelled",
    "startFailed": "bankid.start_failed",
    "userDeclinedCall": "bankid.call_declined",
    "notSupportedUserCallConfirm": "bankid.call_not_supported",
    "transactionRiskBlocked": "bankid.risk_blocked",
}
# While nobody has opened the app: the QR code goes away when somebody has.
OPENABLE = ("outstandingTransaction", "noClient")
