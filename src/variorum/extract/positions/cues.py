"""The words that positions hang on: verbs and adjectives, nouns with an owner, "must", "would" and "only"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import match
from ..events import targets
from ..lexicon import classes
from ..mood import mood, moods
from ..parties import actors, modifiers, party, within
from ..syntax import SUBJECTS, child, doers, joined, names, objects, passive, preps, surface
from .about import complement, content, span
from .claim import Finding
from .gates import balks, bare, barred, governed, silence
from .phrases import bidding, side, stated
from .words import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = ("xcomp", "ccomp", "acl", "advcl")
BODIES = ("GPE", "ORG", "NORP")
YES = ("accepts", "supports")


def verb(token: Token, *, headline: bool) -> Finding | None:
    """The position of a verb or adjective: "rejected the offer", "is opposed to"."""
    said_of = match.adjective(token, lexicon()) if token.dep_ == "acomp" else None  # "is opposed to"
    fit = said_of or match.verb(token, lexicon()) or match.adjective(token, lexicon())
    asked = bidding(token)
    if (fit is None and asked is None) or (fit is not None and not fit.row.type):
        return None
    own = mood(token, headline=headline)
    if fit is None or (asked is not None and fit.row.type == "demands"):
        real = own.real is not None and not own.negated and not governed(token)
        return Finding(token, tuple(actors(token)), "demands", asked) if asked is not None and real else None
    stance = fit.row.type if not own.negated else "rejects" if fit.row.type in YES else ""
    if not stance or (own.real is None and (own.modal != "would" or stance == "demands")) or barred(token, fit, stance):
        return None
    held = actors(token) if token.tag_[:2] == "VB" and said_of is None else joined(surface(token.head))
    about = content(token, fit)
    if about is None or _cited(token, about) or (stance == "demands" and _person(token, about)):
        return None
    toward = _addressed(token) if stance == "demands" else targets(token, kind="DEMAND")
    return _only(Finding(token, tuple(held), stance, about, tuple(toward)))


def _addressed(token: Token) -> list[Token]:
    """Of whom it is demanded: the object, "on ...", "to ...", or who is to do it; else the owner of the thing."""
    clause = child(token, "ccomp", "xcomp")
    found = [*objects(token), *preps(token, "on", "upon", "to", "with", "from"), *joined(child(token, "dative"))]
    found += joined(child(clause, "nsubj", "nsubjpass")) if clause is not None else []
    owners = [c for f in found[:1] for c in f.children if c.dep_ == "poss" and party(c)]
    return (
        [f for f in found if party(f)] or owners or [t for t in targets(token, kind="DEMAND") if t.ent_type_ in BODIES]
    )


def _cited(token: Token, about: tuple[int, int]) -> bool:
    """Whether words after a colon are all that is told: "urged: ..."."""
    return any(t.text == ":" for t in token.doc[token.i + 1 : about[0]])


def _person(token: Token, about: tuple[int, int]) -> bool:
    """Whether it only says who is asked: "appealed to the governor"."""
    if token.lower_ not in words("addressing"):
        return False
    stretch = token.doc[about[0] : about[1]]
    top = next((t for t in stretch if t.head.i < about[0] or t.head.i >= about[1]), None)
    return top is not None and party(top) and not any(t.dep_ in CLAUSAL or t.lower_ in ("for", "to") for t in stretch)


def _only(one: Finding) -> Finding:
    """ "insisted that it only free them as part of a deal": a condition."""
    doc, (start, end) = one.at.doc, one.about
    first = start
    while first < min(end, start + 3) and doc[first].tag_ in ("PRP", "MD"):
        first += 1
    if one.stance == "demands" and first < end and doc[first].lower_ == "only":
        return Finding(one.at, one.held, "conditions", (first, end), one.toward)
    return one


def noun(token: Token) -> Finding | None:
    """ "the union's demand for", "a proposal by": only with an owner."""
    fit = match.noun(token, lexicon())
    if fit is None or not fit.row.type:
        return None
    held = [c for c in token.children if c.dep_ == "poss"] or list(preps(token, "by", "from")) or modifiers(token)
    about = stated(token) or (complement(token) if fit.words or fit.row.type == "proposes" else None)
    if not held or about is None:
        return None
    clause = child(token, "acl", "ccomp")
    fact = fit.base == "insistence" and clause is not None and not bare(clause)
    if fact or (fit.row.type == "rejects" and (silence(clause) or balks(clause))) or _unsaid(token, about):
        return None
    return _only(Finding(token, tuple(held), fit.row.type, about))


def _unsaid(token: Token, about: tuple[int, int]) -> bool:
    """Whether a reporter asks: "a request for comment"."""
    return any(t.lower_ in words("unsaid") for t in token.doc[about[0] : min(about[1], about[0] + 2)])


def against(token: Token) -> Finding | None:
    """ "is against the sale", "are in favour of a ballot"."""
    found = side(token)
    return Finding(token, tuple(found[1]), found[0], found[2]) if found is not None else None


def modal(token: Token) -> Finding | None:
    """ "the minister said that the rebels must leave", "said the first stage would include"."""
    clause = token.head
    saying = _saying(clause)
    subject = child(clause, "nsubj", "nsubjpass")
    if saying is None or subject is None:
        return None
    return _plan(clause, saying, subject) if token.lower_ == "would" else _must(token, clause, saying, subject)


def _must(token: Token, clause: Token, saying: Token, subject: Token) -> Finding | None:
    """A demand of the one who says so; no guess ("must be working"), no state, no forecast ("should reopen")."""
    fit = match.verb(saying, lexicon())
    if (
        clause.tag_ != ("VBN" if passive(clause) else "VB")
        or any(c.lower_ == "have" and c.dep_ == "aux" for c in clause.children)
        or (clause.lower_ in words("states") and not _able(clause))
        or subject.tag_ in ("WDT", "WP", "DT", "EX")
        or not (passive(clause) or party(subject))
        or (fit is not None and fit.row.type != "")
        or saying.lower_.startswith("agree")
    ):
        return None
    if subject.tag_ == "PRP":
        whom = _reminded(saying)
        about = token.i, span(clause)[1]
        return Finding(token, tuple(doers(saying)), "demands", about, tuple(whom)) if whom else None
    toward = [s for s in joined(subject) if party(s)] or within(subject)
    return Finding(token, tuple(doers(saying)), "demands", span(clause), tuple(toward))


def _reminded(saying: Token) -> list[Token]:
    """Whom "it" or "they" means: the one to whom it goes, in "issued a reminder to the bank that it must pay"."""
    named = saying.lower_ in moods("issue") and child(saying, "dobj") is not None
    return [o for o in preps(saying, "to") if party(o) and o.tag_ != "PRP"] if named else []


def _able(clause: Token) -> bool:
    """Whether a state is one that somebody can bring about: "must be ready to mediate"."""
    state = child(clause, "acomp", "prep")
    return state is not None and state.lower_ in words("willing")


def _plan(clause: Token, saying: Token, subject: Token) -> Finding | None:
    """The terms of what somebody proposes."""
    planned = any(n in classes()[c] for c in ("agreement", "truce", "swap") for n in names(subject))
    if clause.lower_ not in words("termed") or not planned or passive(clause):
        return None
    return Finding(clause, tuple(doers(saying)), "proposes", span(clause))


def _saying(clause: Token) -> Token | None:
    """The verb that governs the clause as what is said; of "issued a reminder that it must leave", the verb of issuing."""
    top = clause
    while top.dep_ == "conj" and top.head != top and child(clause, *SUBJECTS) is not None:
        top = top.head
    if top.dep_ == "ccomp" and (top.head.lower_ in moods("speech") or _reminded(top.head)):
        return top.head
    if top.dep_ in ("ccomp", "acl") and top.head.dep_ == "dobj" and top.head.lower_ not in words("hoped"):
        return top.head.head if top.head.head.lower_ in moods("issue") else None
    return next((c for c in top.children if c.dep_ in ("ccomp", "parataxis") and c.lower_ in moods("speech")), None)


def only(token: Token) -> Finding | None:
    """ "says it will only take a short pause": a condition."""
    done = token.head
    if done.tag_[:2] != "VB" or done.lower_ not in words("yields") or passive(done):
        return None
    if governed(done) and done.head.lower_ not in words("insisting"):
        return None
    if not any(c.lower_ in words("will") and c.dep_ == "aux" for c in done.children):
        return None
    end = span(done)[1]
    return Finding(token, tuple(doers(done)), "conditions", (token.i, end)) if end > done.i + 1 else None
