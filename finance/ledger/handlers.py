"""What the worker does for the ledger."""

from boards.shared.outbox import after_failure, handlers
from finance.ledger.tasks import fail_upload, import_upload

handlers["ledger.import"] = import_upload
after_failure["ledger.import"] = fail_upload
