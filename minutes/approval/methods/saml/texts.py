"""The sentences of SAML: why an answer from the identity provider was refused."""

from django.utils.translation import gettext_lazy as _

from boards.shared.texts import register

register(
    {
        "saml.unsigned": _(
            "The identity provider's certificate of who you are is not signed. Nothing"
            " was signed; tell whoever runs this system."
        ),
        "saml.bad_signature": _(
            "The identity provider's certificate of who you are has been altered, or"
            " is signed by somebody else. Nothing was signed; tell whoever runs this"
            " system."
        ),
        "saml.ambiguous": _(
            "The answer holds more than one certificate of who you are, or one that"
            " is put together. Nothing was signed; tell whoever runs this system."
        ),
        "saml.forbidden_xml": _(
            "The answer is too large or holds parts that are not allowed there."
            " Nothing was signed; tell whoever runs this system."
        ),
        "saml.not_decrypted": _(
            "The answer could not be decrypted. Nothing was signed; tell whoever runs"
            " this system."
        ),
        "saml.expired": _(
            "The answer from the identity provider is not valid now. Nothing was"
            " signed; begin again."
        ),
        "saml.wrong_issuer": _(
            "The answer comes from another identity provider. Nothing was signed."
        ),
        "saml.wrong_audience": _(
            "The answer is meant for another service. Nothing was signed."
        ),
        "saml.wrong_recipient": _(
            "The answer is addressed to another place. Nothing was signed."
        ),
        "saml.wrong_request": _(
            "The answer belongs to another go at signing and is not used again."
            " Nothing was signed; begin again."
        ),
        "saml.message_not_shown": _(
            "The identity provider does not confirm that you were shown what you sign."
            " Nothing was signed; choose another way."
        ),
    }
)
