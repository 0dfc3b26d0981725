"""Chains of sources: the outlet that a source spoke to, the source, and the one that it had it from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.claim import VoiceKind
from ..kin import children, closing, opening, rights
from . import lexicon, voices
from .trees import agent, child, passive, phrase, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

Link = tuple[tuple[int, int], VoiceKind]
CITING = frozenset({"cited", "cites", "quoted", "quotes", "cite", "quote", "citing", "quoting"})
BY = frozenset({"by", "from"})
"""Prepositions that lead from a document to whoever made it."""
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})
REACH = 16
"""Tokens that are looked through for "as saying"."""


def chain(
    anchor: Token, speaker: Token, kind: VoiceKind | None, to: Token | None, content: tuple[int, int] | None
) -> tuple[Link, ...]:
    """Outlet spoken to, source, the source's own source: each as (first token, token after the last) and kind."""
    out = list(links(speaker, kind))
    above = quoting(anchor)
    by = None if above is None else agent(above) or _said_to(anchor) if passive(above) else subject(above)
    if by is not None and voices.kind(by):
        out.insert(0, _link(by))
    elif (aired := airing(anchor, to, content)) is not None and aired.i != speaker.i:
        out.insert(0, _link(aired))
    cited = _cited(anchor, speaker)
    if cited is not None:
        out.append(_link(cited))
    return tuple(dict.fromkeys(out))


def links(source: Token, kind: VoiceKind | None) -> tuple[Link, ...]:
    """A source between the outlet that it was shown or told to and whoever made it: "a draft seen by the Gazette", "figures
    released by the ministry", "the ministry's report"."""
    out = [(phrase(source), kind or voices.guess(source))]
    for maker, first in _makers(source):
        link = _link(maker)
        if link[0] != out[0][0] and (first or out[-1][1] == "document"):
            out.insert(0 if first else len(out), link)
    return tuple(out)


def _link(head: Token) -> Link:
    return phrase(head), voices.kind(head) or voices.guess(head)


def _makers(source: Token) -> Iterator[tuple[Token, bool]]:
    """Those who made, sent, saw or asked a source, each with whether the article has it from them."""
    document = lexicon.people().get(source.text.lower()) == "document"
    of = next((c for c in children(source) if c.dep_ == "prep" and c.text.lower() == "of"), None)
    inner = child(of, "pobj") if of is not None else None
    for one in (*children(source), *(children(inner) if inner is not None else ())):
        found, first = None, False
        if one.dep_ == "acl" and one.tag_ == "VBN":
            found, first = agent(one), one.text.lower() in lexicon.shown()
            found = found if found is None or not first or voices.kind(found) == "outlet" else None
        elif one.head.i != source.i:
            continue
        elif document and ((one.dep_ in {"prep", "agent"} and one.text.lower() in BY) or one.dep_ == "poss"):
            found, first = one if one.dep_ == "poss" else child(one, "pobj"), False
        if found is not None and found.text.lower() not in POSSESSIVES and voices.kind(found):
            yield found, first


def airing(verb: Token, to: Token | None, content: tuple[int, int] | None) -> Token | None:
    """The outlet that something was said to or on: "told the Gazette", "in an interview with", "speaking to", "writing in"."""
    for head in (to, *_beside(verb, content)):
        if head is not None and (found := _outlet(head)) is not None:
            return found
    return None


def _outlet(head: Token) -> Token | None:
    """The outlet that a noun is, or is of: "the Gazette’s weekly programme"."""
    if voices.kind(head) == "outlet":
        return head
    own = child(head, "poss")
    return own if own is not None and voices.kind(own) == "outlet" else None


def _beside(verb: Token, content: tuple[int, int] | None) -> Iterator[Token]:
    """The nouns of the prepositions beside a cue that can lead to an outlet, outside what is said."""
    heads = [verb, *(c for c in children(verb) if c.dep_ == "advcl" and c.text.lower() in lexicon.linking())]
    for head in heads:
        for one in children(head):
            noun = child(one, "pobj") if one.dep_ == "prep" else None
            if noun is None or (content is not None and content[0] <= noun.idx < content[1]):
                continue
            if head is not verb and one.text.lower() in {"to", "in", "on", "for", "with"}:
                yield noun
            elif noun.text.lower() in lexicon.occasions():
                yield from _told(noun)


def _told(occasion: Token) -> Iterator[Token]:
    """To whom an interview was given, by whom a statement was carried."""
    for one in children(occasion):
        if (
            one.dep_ == "prep"
            and one.text.lower() in {"with", "to", "for", "in", "on"}
            and (to := child(one, "pobj")) is not None
        ):
            yield to
        elif one.dep_ == "acl" and (by := agent(one) or _to(one)) is not None:
            yield by


def _to(verb: Token) -> Token | None:
    to = next((c for c in children(verb) if c.dep_ == "prep" and c.text.lower() in {"to", "in", "on"}), None)
    return child(to, "pobj") if to is not None else None


def _said_to(verb: Token) -> Token | None:
    """The one who quotes, where the parse hung "by" on what is quoted: "was quoted as saying by"."""
    by = next((c for c in children(verb) if c.dep_ in {"prep", "agent"} and c.text.lower() == "by"), None)
    return child(by, "pobj") if by is not None else None


def quoting(verb: Token) -> Token | None:
    """The verb that hands on what follows "as saying"."""
    lead = verb.head
    if verb.tag_ != "VBG" or lead.text.lower() != "as" or lead.dep_ != "prep":
        return None
    above = lead.head if lead.head.tag_.startswith("V") else lead.head.head
    return above if above.text.lower() in CITING else None


def relayed(verb: Token) -> Token | None:
    """Whose words they are where the subject only passes them on: "the paper quoted a witness as saying"."""
    found = None
    if verb.text.lower() in CITING:
        found = subject(verb) if passive(verb) else child(verb, "dobj")
    if found is None:
        return None
    first = max(found.i, verb.i) if passive(verb) else found.i
    after = verb.doc[first : min(first + REACH, closing(verb))]
    return (
        found
        if any(t.text.lower() == "as" and t.i + 1 < len(t.doc) and t.nbor().tag_ == "VBG" for t in after)
        else None
    )


def relays(verb: Token) -> bool:
    """Whether a verb of citing has somebody who can speak as its object."""
    found = child(verb, "dobj") if verb.text.lower() in CITING else None
    return found is not None and voices.kind(found) is not None


def _cited(verb: Token, source: Token) -> Token | None:
    """Whom the source names as its own: "citing an official", "quoted a witness as saying", "which cited drone footage"."""
    if verb.text.lower() in CITING:
        found = subject(verb) if passive(verb) else child(verb, "dobj")
        return found if found is not None and voices.kind(found) else None
    said = child(verb, "ccomp")
    near = (*children(verb), *(rights(said) if said is not None else ()))  # the parse may hang it on what is said
    citing = next((c for c in near if c.text.lower() in {"citing", "quoting"} and _set_off(c)), None)
    own = next((c for c in children(source) if c.dep_ in {"relcl", "acl"} and c.text.lower() in CITING), None)
    citer = citing if citing is not None else own
    return child(citer, "dobj") if citer is not None else None


def _set_off(citing: Token) -> bool:
    """Whether a comma or the beginning of the sentence stands before a participle."""
    return citing.i == opening(citing) or citing.nbor(-1).text == ","
