"""Who takes part: heads of phrases that mean people, bodies, groups or countries, and their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import Party, Span
from ..model.page import Page
from .grammar import grammar, listed
from .kin import children, lefts, rights
from .lexicon import adjuncts, classes, people
from .lexicon import things as lifeless
from .mood import moods
from .syntax import DEPTH, RELATIVE, child, doers, edges, joined, preps

if TYPE_CHECKING:
    from spacy.tokens import Token

WHO = frozenset({"PERSON", "ORG", "GPE", "NORP"})
THING = WHO | {"PRODUCT", "FAC", "LOC", "WORK_OF_ART", "EVENT", "LAW"}
SETTLED = "ends of place names"
PLACES = frozenset({"GPE", "LOC", "FAC"})
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "who"})
OWN = frozenset({"his", "their", "its"})
MEMO = "ends of names"


def party(token: Token, *, things: bool = False) -> bool:
    """Whether the head of a phrase means somebody (or, with `things`, something that has a name)."""
    if token.tag_ in ("PRP",):
        return token.lower_ in PRONOUNS
    if token.tag_ in RELATIVE or (
        token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY")
        and token.tag_ != "NNS"
    ):
        return False
    if token.ent_type_ in (THING if things else WHO) and token.tag_[:2] in ("NN", "JJ"):
        return token.tag_[:2] == "NN" or token.dep_ not in ("amod", "compound")
    if token.tag_ in ("NNP", "NNPS"):
        return things or not token.ent_type_
    if token.lower_ in people() and token.tag_[:2] == "NN":
        return not any(c.tag_ == "WP$" for c in children(token))
    if token.tag_[:2] == "NN" and token.lower_.endswith(listed("people")) and token.lower_ not in lifeless():
        return True
    if token.lower_ in grammar("crowds") and token.dep_ == "nsubj" and child(token, "prep") is None:
        return True
    if token.lower_ in grammar("measure"):
        return any(party(one, things=things) for one in preps(token, "of"))
    return (
        token.tag_ == "JJ"
        and any(c.dep_ == "det" for c in children(token))
        and token.lower_ in ("wounded", "injured", "accused", "dead", "opposition")
    )


def idiom(noun: Token) -> bool:
    """Whether a noun after a preposition stands for a place or a state: "on board", "in office", "on the north side"."""
    if noun.tag_ != "NN":
        return False
    if noun.lower_ in grammar("spots") and noun.head.lower_ in ("on", "at", "to", "into", "from"):
        return True
    bare = all(c.dep_ == "punct" for c in lefts(noun)) and child(noun, "prep", "appos") is None
    return bare and not noun.ent_type_ and noun.lower_ not in grammar("bare")


def demonym(token: Token) -> bool:
    """Whether a modifier names a country or a group: "Kenyan", "Kenya's"."""
    return (
        not _built(token)
        and token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
        and token.dep_ in ("amod", "compound", "poss", "nmod", "conj")
        and token.tag_ in ("JJ", "NNP", "NNPS", "NNS", "NN")
    )


def _adjunct(token: Token) -> bool:
    """Whether a noun before another one names somebody: "rebel positions"."""
    return token.dep_ in ("compound", "amod", "nmod") and token.lower_ in adjuncts()


def actors(verb: Token) -> list[Token]:
    """Those who do it; of "issued a statement calling for", the one who issued it."""
    found = doers(verb)
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and found
        and not any(party(f) for f in found)
        and verb.head.dep_ == "dobj"
        and verb.head.head.lower_ in moods("issue")
    ):
        above = doers(verb.head.head) if verb.head.head.tag_[:2] == "VB" else []
        return above or found
    return found


def span(page: Page, head: Token) -> Span:
    """The span of a party's name or phrase."""
    start, end = edges(head)
    return page.cut(start, end)


def within(noun: Token, *, things: bool = False, depth: int = 3) -> list[Token]:
    """The nearest parties inside a phrase that is none itself: its owner, a demonym, "by ...", "of ...".

    An adjective such as "military" only stands for want of others: "a military aid programme for Norland".
    """
    level, weak = [noun], [noun][:0]
    for _ in range(depth):
        below = [
            c
            for t in level
            for c in children(t)
            if c.dep_ not in ("punct", "det", "cc", "relcl", "mark", "aux", "advcl")
        ]
        found = [
            c
            for c in below
            if (
                c.dep_ not in ("amod", "compound", "nmod")
                and party(c, things=things)
                and not (c.dep_ == "pobj" and idiom(c))
                and c.lower_ not in OWN
                and not (
                    c.dep_ == "pobj"
                    and c.head.lower_ == "of"
                    and not _spoken(c)
                    and not c.ent_type_
                    and c.tag_[:3] != "NNP"
                )
                and not (c.dep_ == "pobj" and c.head.lower_ in grammar("where") and c.ent_type_ in PLACES)
            )
            or demonym(c)
            or _adjunct(c)
            or (things and c.dep_ == "compound" and c.tag_ in ("NNP", "NNPS"))
        ]
        firm = [c for c in found if c.tag_ != "JJ" or demonym(c)]
        if firm:
            return _lead(found)
        weak = weak or found
        level = below
        if not level:
            break
    return _lead(weak)


def _spoken(noun: Token) -> bool:
    """Whether "of" tells whose words they are: "the demands of the miners"."""
    return noun.head.head.lower_ in classes()["plea"]


def _lead(found: list[Token]) -> list[Token]:
    """Owners before others, in text order, at most three."""
    return sorted({t.i: t for one in found for t in joined(one)}.values(), key=lambda t: t.i)[:3]


def parties(page: Page, heads: Iterable[Token], part: str, *, things: bool = False) -> Iterator[Party]:
    """A party for each head that is one; of a role with a name beside it, the name."""
    for head in heads:
        meant = antecedent(head)
        if _shout(page, meant) or not any(map(str.isalnum, meant.text)):
            continue
        if party(meant, things=things) or demonym(meant) or _adjunct(meant) or _named(page, meant):
            for one in _halves(page, meant) or (_whole(page, meant),):
                yield Party(one, part)  # type: ignore[arg-type]


def _named(page: Page, token: Token) -> bool:
    """Whether a name that the article gives elsewhere in full ends here: a surname that is a common noun too ("Banks said")."""
    if token.tag_[:2] != "NN" or not token.text[:1].isupper():
        return False
    if MEMO not in page.memo:
        known = (m.span for m in page.mentions if m.form == "name" and m.kind in ("person", "organisation"))
        page.memo[MEMO] = frozenset(span.end for span in known)
    return token.idx + len(token.text) in page.memo[MEMO]


def _whole(page: Page, head: Token) -> Span:
    """The name beside a role; with the role where that says of what: "a member of the council, Ana Ruiz"."""
    name = _name(head)
    start, end = edges(name)
    outer = name.i != head.i and (name.head != head or name.ent_type_ != "PERSON")  # "the Danish airline Zephyr"
    return page.cut(edges(head)[0] if outer else start, end)


def _halves(page: Page, head: Token) -> tuple[Span, ...]:
    """Two who share the last word for the parse only: "bank director and union head"; none where it is one."""
    for c in lefts(head):
        if c.dep_ in ("nmod", "compound") and c.tag_ in ("NN", "NNS", "NNP") and party(c) and not c.ent_type_:
            link = next((k for k in rights(c) if k.dep_ == "cc" and k.lower_ == "and"), None)
            if link is not None and link.i < head.i:
                return page.cut(edges(head)[0], c.i + 1), page.cut(link.i + 1, head.i + 1)
    return ()


def _shout(page: Page, token: Token) -> bool:
    """Whether a word of a headline is only written like a name: "Man Jailed for Killing Girlfriend"."""
    return (
        token.tag_ in ("NNP", "NNPS")
        and not token.ent_type_
        and token.lower_ not in people()
        and page.kind(token.idx) == "headline"
        and not _named(page, token)
    )


def antecedent(head: Token) -> Token:
    """Whom "it", "he" or "they" means where a verb of saying governs: "the union said it would"."""
    if head.tag_ != "PRP" or head.lower_ not in ("it", "he", "she", "they") or head.dep_ not in ("nsubj", "nsubjpass"):
        return head
    verb = head.head
    for _ in range(DEPTH):
        if verb.head == verb:
            break
        verb, below = verb.head, verb
        if below.dep_ == "advcl":  # "killed two when they blew themselves up"
            near = next((s for s in doers(verb) if party(s) and s.tag_ != "PRP" and _agrees(head, s)), None)
            if near is not None:
                return near
        if below.dep_ == "ccomp" and verb.lower_ in moods("speech"):
            return next((s for s in doers(verb) if party(s) and s.tag_ != "PRP" and _agrees(head, s)), head)
    return head


def _agrees(pronoun: Token, noun: Token) -> bool:
    many = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in children(noun))
    if pronoun.lower_ == "they":
        return many or noun.ent_type_ in ("ORG", "NORP") or noun.lower_ in people()
    return not many and (
        noun.ent_type_ != "PERSON" if pronoun.lower_ == "it" else noun.ent_type_ not in ("ORG", "GPE", "NORP")
    )


def _name(head: Token) -> Token:
    """ "the agency's head, Ana Ruiz": the person's name says more than the role."""
    if head.ent_type_ == "PERSON":
        return head
    inner = (c for o in preps(head, "of", "for", "at") for c in children(o))  # "the head of the bank, Ana Ruiz"
    for other in (*children(head), *inner):
        if other.dep_ == "appos" and other.tag_ == "NNP" and other.i - head.i < 12:
            close = (
                other.ent_type_ in WHO and not head.ent_type_ and other.left_edge.i == head.i + 1
            )  # "the airline Zephyr"
            if other.ent_type_ == "PERSON" or close:
                return other
    return head


def modifiers(noun: Token) -> list[Token]:
    """Countries and bodies that stand before a noun: "US-Russian talks", "Kenya's attack"."""
    found: list[Token] = []
    for c in lefts(noun):
        if _built(c):
            continue
        if demonym(c):
            found.append(c)
            found += [
                k
                for k in c.subtree
                if k.i != c.i
                and k.i < noun.i
                and k.ent_type_ in WHO
                and k.dep_ in ("conj", "amod", "compound", "nmod", "npadvmod")
                and k.tag_ in ("JJ", "NNP")
                and k.head == c
                and c.ent_type_ != "PERSON"
                and c.ent_iob_ != "I"
                and k.ent_iob_ != "I"
            ]
        elif c.dep_ in ("compound", "amod", "nmod"):
            found += [k for k in lefts(c) if demonym(k) and k.tag_ in ("JJ", "NNP")]
        elif c.dep_ == "poss" and party(c):
            found.append(c)
    return sorted(found, key=lambda t: t.i)


def _built(token: Token) -> bool:
    """Whether a name only begins a compound: "Kenyan-brokered"."""
    doc, at = token.doc, token.i + 1
    return (
        at + 1 < len(doc)
        and doc[at].text in ("-", "–")
        and doc[at + 1].tag_ in ("VBN", "VBD", "JJ", "VBG")
        and not doc[at + 1].ent_type_
    )


def building(noun: Token) -> bool:
    """Whether a name is that of a building or ground: "Mercy Hospital", "Harbour Center mall"."""
    named = noun.tag_ == "NNP" or any(c.dep_ == "compound" and c.tag_ == "NNP" for c in lefts(noun))
    return named and noun.lower_ in grammar("sites")


def _settled(page: Page) -> frozenset[int]:
    """Where the names of places end: names know more of them than the model does."""
    if SETTLED not in page.memo:
        page.memo[SETTLED] = frozenset(m.span.end for m in page.mentions if m.kind == "place" and m.form == "name")
    ends: frozenset[int] = page.memo[SETTLED]
    return ends


def places(page: Page, tops: Iterable[Token], *, but: str = "") -> tuple[Span, ...]:
    """Places that hang on these words by "in", "at" ..., `but` by one: "talks on", "a warning to" a place are not there."""
    words = [w for w in (*listed("where"), *listed("goal")) if w != but]
    found: dict[int, Span] = {}
    known = _settled(page)
    for top in tops:
        for where in preps(top, *words):
            nested = preps(where, "in", "near", *(("of",) if where.lower_ in classes()["ground"] else ()))
            for one in (where, *nested):  # "in the port of Lagos", but not "in the sinking of the Tern"
                site = building(one) and one.head.lower_ in listed("where")
                if one.tag_[:2] == "NN" and (one.ent_type_ in PLACES or one.idx + len(one) in known or site):
                    found.setdefault(one.i, span(page, one))
    return tuple(found[k] for k in sorted(found))
