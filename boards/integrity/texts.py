"""The sentences of the checks."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "integrity.ordered": _("A check of everything was ordered"),
        "integrity.under_way": _("A check is under way already."),
        "integrity.check.files": _("Stored files"),
        "integrity.check.chain": _("History and its chain"),
        "integrity.check.seals": _("Seals of the chain"),
        "integrity.check.triggers": _("Guards in the database"),
        "integrity.check.rows": _("Rows against the history"),
        "integrity.check.cases": _("Case numbers"),
        "integrity.check.documents": _("Act numbers"),
        "integrity.check.items": _("Numbers of the §§"),
        "integrity.check.signatures": _("Signatures of approved minutes"),
        "integrity.check.publication": _("What is published"),
        "integrity.check.packages": _("Archive packages"),
        "integrity.check.deliveries": _("Packages for the e-archive"),
        "integrity.check.stamps": _("Time stamps of archived minutes"),
        "integrity.looked.stamps": _("time stamps: %(count)s"),
        "integrity.stamp_replaced": _(
            "The minutes with time stamp %(number)s are not those that were kept."
        ),
        "integrity.stamp_unreadable": _(
            "The minutes with time stamp %(number)s cannot be read: %(error)s"
        ),
        "integrity.stamp_not_following": _(
            "The minutes with time stamp %(number)s do not begin with those before."
        ),
        "integrity.stamp_weak": _(
            "The last time stamp held until %(day)s and has not been made anew."
        ),
        "integrity.looked.documents": _("signed documents: %(count)s"),
        "integrity.looked.signatures": _("signatures: %(count)s"),
        "integrity.looked.published": _("published documents: %(count)s"),
        "integrity.looked.packages": _("packages: %(count)s"),
        "integrity.looked.deliveries": _("packages for the e-archive: %(count)s"),
        "integrity.looked.files": _("files: %(count)s"),
        "integrity.looked.files_disposed": _("files disposed of: %(count)s"),
        "integrity.looked.bytes": _("bytes: %(count)s"),
        "integrity.looked.numbers": _("numbers: %(count)s"),
        "integrity.looked.links": _("links: %(count)s"),
        "integrity.looked.history_rows": _("history rows: %(count)s"),
        "integrity.looked.rows_unsealed": _(
            "history rows not bound into the chain yet: %(count)s"
        ),
        "integrity.looked.seals": _("seals: %(count)s"),
        "integrity.looked.tables": _("tables: %(count)s"),
        "integrity.looked.triggers": _("triggers: %(count)s"),
        "integrity.looked.rows": _("rows: %(count)s"),
        "integrity.broke_off": _("The check could not be finished: %(error)s"),
        "integrity.file_missing": _("The file is missing (stored file %(id)s)."),
        "integrity.file_unreadable": _(
            "The file cannot be read (stored file %(id)s): %(error)s"
        ),
        "integrity.file_length": _(
            "The file is %(size)s bytes and was %(expected)s (stored file %(id)s)."
        ),
        "integrity.file_changed": _(
            "The file has been changed: its SHA-256 is %(sha256)s (stored file %(id)s)."
        ),
        "integrity.links_missing": _(
            "Links %(first)s to %(last)s of the chain are missing."
        ),
        "integrity.link_changed": _(
            "The link does not follow from the one before and what it covers."
        ),
        "integrity.row_changed": _(
            "History was changed after it was bound into the chain (link %(link)s)."
        ),
        "integrity.row_deleted": _(
            "History that was bound into the chain is gone (link %(link)s)."
        ),
        "integrity.row_inserted": _(
            "History was put in afterwards, where the chain is closed (link %(link)s)."
        ),
        "integrity.seals_missing": _(
            "Seals %(first)s to %(last)s before it are missing."
        ),
        "integrity.seal_replaced": _("The seal before it is another than it was."),
        "integrity.seal_broken": _("The seal is not what was signed."),
        "integrity.seal_untrusted": _(
            "The seal was not made by this installation's signing authority, or its"
            " time stamp does not hold."
        ),
        "integrity.sealed_link_missing": _(
            "The link that was sealed is gone (link %(link)s)."
        ),
        "integrity.sealed_link_rewritten": _(
            "The chain was made anew after it was sealed (link %(link)s)."
        ),
        "integrity.seal_late": _(
            "The chain has not been sealed since %(day)s: see that the worker runs"
            " and that the signing key can be reached."
        ),
        "integrity.trigger_off": _(
            "The trigger that guards the table is missing, changed or switched off."
        ),
        "integrity.triggers_off": _(
            "A switch in the database turns the triggers off for this account: %(is)s."
        ),
        "integrity.row_differs": _("The row was changed past its history: %(fields)s."),
        "integrity.row_unknown": _("The row was put in past its history."),
        "integrity.row_gone": _("The row was deleted past its history."),
        "integrity.minutes_unreadable": _(
            "The signed document cannot be read: %(error)s"
        ),
        "integrity.signature_broken": _(
            "A signature does not hold any more: %(signers)s."
        ),
        "integrity.minutes_changed": _(
            "Something follows the last signature, or there is none."
        ),
        "integrity.minutes_replaced": _(
            "The document does not begin with the bytes that were given to be signed."
        ),
        "integrity.signature_missing": _(
            "A signature that was given is not in the document: %(signers)s."
        ),
        "integrity.signature_unrecorded": _(
            "The document holds a signature that nobody gave here."
        ),
        "integrity.published_without_source": _(
            "It is published, but what it was made of is not there."
        ),
        "integrity.published_other_document": _(
            "Another document is published than the one that was signed or registered."
        ),
        "integrity.published_file_unknown": _(
            "A file that is published is not among the stored files."
        ),
        "integrity.published_secret": _("Something secret is published."),
        "integrity.published_words": _(
            "The words that are published are not those that were approved."
        ),
        "integrity.package_replaced": _(
            "The package is another than the one that was built (%(sha256)s)."
        ),
        "integrity.package_damaged": _("The package is damaged: %(faults)s"),
        "integrity.case_missing": _("Case numbers are missing: %(numbers)s."),
        "integrity.case_beyond": _(
            "Case numbers were given by nobody: %(numbers)s; the last is %(last)s."
        ),
        "integrity.act_missing": _("Act numbers are missing: %(numbers)s."),
        "integrity.act_beyond": _(
            "Act numbers were given by nobody: %(numbers)s; the last is %(last)s."
        ),
        "integrity.item_missing": _("§§ are missing: %(numbers)s."),
        "integrity.item_beyond": _(
            "§§ were numbered by nobody: %(numbers)s; the last is %(last)s."
        ),
    }
)
