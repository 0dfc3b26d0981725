"""Which of a sentence's hits are events of their own, and which only the content or the object of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..kin import children, lefts
from ..syntax import DEPTH, passive, under
from .hits import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token


def absorbs(top: Hit, hit: Hit) -> bool:
    """Whether the hit is only the content, the object or a repetition of another one."""
    if top.token.i == hit.token.i or top.verb is None or _off(hit):
        return False
    at, verb = hit.token, top.verb
    path = []
    for _ in range(4 * DEPTH):
        if at.i == verb.i or at.head == at:
            break
        path.append(at)
        at = at.head
    if at.i != verb.i or not path:
        return False
    if top.nominal and hit.token.i == verb.i:
        return False
    if hit.nominal and top.type == "STATEMENT" and path[-1].dep_ == "nsubjpass":
        return False  # "her death was announced"
    if hit.nominal and (
        top.type == hit.type
        or (path[-1].dep_ in ("dobj", "nsubjpass", "prep", "prt") and len(path) <= 2 and not top.nominal)
    ):
        return True
    return top.pattern.row.scope != "open" and not top.nominal and not _aside(path, top.type == "PROTEST")


def _aside(path: Sequence[Token], loose: bool) -> bool:
    """Whether the way up leaves the content of a clause: by its subject, a co-ordinate verb, "after ..."."""
    for step in path:
        dep = step.dep_
        if dep in ("nsubj", "nsubjpass", "csubj", "relcl", "parataxis", "appos") or (
            dep == "conj" and step == path[-1] and _own(step)
        ):
            return True
        if dep == "advcl" and not any(c.lower_ == "to" for c in lefts(step)) and not (loose and step.tag_ == "VBG"):
            return True
        if dep == "prep" and step.lower_ in (
            "after",
            "following",
            "since",
            "during",
            "amid",
            "despite",
            "because",
            "when",
            "while",
        ):
            return True
    return False


def _own(verb: Token) -> bool:
    """Whether a co-ordinate verb stands for itself."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("nsubj", "nsubjpass") for c in children(verb))


def distinct(hits: list[Hit]) -> list[Hit]:
    """One hit for each verb: "held talks" counts by its noun only where the verb says nothing."""
    kept: dict[int, Hit] = {}
    for hit in hits:
        key = hit.verb.i if hit.verb is not None else hit.token.i
        told = hit.type != "STATEMENT"  # "her death was announced": the death is the event
        if key not in kept or _off(hit) or (kept[key].nominal and not hit.nominal and told and not _off(kept[key])):
            kept[key] = hit
    return sorted(kept.values(), key=lambda h: h.token.i)


def _off(hit: Hit) -> bool:
    """Whether a noun's event was called off by nobody named: "the march was called off"."""
    return hit.mood.modal == "cancelled" and hit.verb is not None and passive(hit.verb)


def content(statement: Hit, other: Hit) -> bool:
    """Whether the other event is what was announced: it says more than that it was announced."""
    return (
        other.token.i != statement.token.i
        and other.type not in ("BUSINESS", "STATEMENT")
        and under(other.token, statement.token)
    )
