"""Answers taken apart and put together anew around a true signature (XSW)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.minutes.approval.federation.idp import NS

SAML, DS = f"{{{NS['saml']}}}", f"{{{NS['ds']}}}"
NUMBER = "urn:oid:1.2.752.29.4.13"
VICTIM = "195703169812"


def true_one(root: Any) -> Any:
    return root.find(f"{SAML}Assertion")


def forged(root: Any, *, keeps_id: bool = False, is_signed: bool = False) -> Any:
    """Return the assertion with the number the attacker wants."""
    found = deepcopy(true_one(root))
    for one in found.iter(f"{SAML}Attribute"):
        if one.get("Name") == NUMBER:
            one[0].text = VICTIM
    if not keeps_id:
        found.set("ID", "_forged")
    if not is_signed:
        found.remove(found.find(f"{DS}Signature"))
    return found


def before(root: Any) -> Any:
    """A forged assertion before the true one."""
    root.insert(list(root).index(true_one(root)), forged(root))
    return root


def after(root: Any) -> Any:
    """A forged assertion after the true one."""
    root.append(forged(root))
    return root


def inside_signature(root: Any) -> Any:
    """The forged one outermost, the true one in an Object of its signature."""
    true, false = true_one(root), forged(root, is_signed=True)
    root.replace(true, false)
    signature = true.find(f"{DS}Signature")
    true.remove(signature)
    etree.SubElement(false.find(f"{DS}Signature"), f"{DS}Object").append(true)
    return root


def inside_forged(root: Any) -> Any:
    """The true one, whole, as a child of the forged one."""
    true, false = true_one(root), forged(root)
    root.replace(true, false)
    false.append(true)
    return root


def signature_moved(root: Any) -> Any:
    """The true signature in the forged one, the true one among its advice."""
    true, false = true_one(root), forged(root)
    root.replace(true, false)
    signature = true.find(f"{DS}Signature")
    false.insert(1, deepcopy(signature))
    true.remove(signature)
    etree.SubElement(false, f"{SAML}Advice").append(true)
    return root


def same_id(root: Any) -> Any:
    """Two assertions of one ID."""
    root.append(forged(root, keeps_id=True, is_signed=True))
    return root


def in_extensions(root: Any) -> Any:
    """The true one hidden away, the forged one where it is read, with its signature."""
    true, false = true_one(root), forged(root, is_signed=True)
    root.replace(true, false)
    etree.SubElement(root, f"{{{NS['samlp']}}}Extensions").append(true)
    return root


def id_in_name_id(root: Any) -> Any:
    """The signed bytes under another element's ID, within one assertion."""
    true, false = true_one(root), forged(root, is_signed=True)
    root.replace(true, false)
    true.tag = f"{SAML}Evidence"
    false.append(true)
    return root


ATTACKS = {
    one.__name__: one
    for one in (
        before,
        after,
        inside_signature,
        inside_forged,
        signature_moved,
        same_id,
        in_extensions,
        id_in_name_id,
    )
}
