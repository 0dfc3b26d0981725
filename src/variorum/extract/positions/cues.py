"""The words that positions hang on: verbs and adjectives, nouns with an owner, "must", "would" and "only"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .. import match
from ..grammar import grammar
from ..kin import children, lefts, rights
from ..lexicon import Pattern, bases, classes
from ..mood import NOT, Mood, mood, moods
from ..parties import modifiers, party, within
from ..syntax import SUBJECTS, child, doers, joined, names, objects, passive, preps, surface
from .about import complement, content, span
from .claim import Finding
from .gates import balks, bare, barred, governed, silence
from .phrases import again, bare_noun, bidding, side, stated
from .whose import whose
from .words import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = ("xcomp", "ccomp", "acl", "advcl")
BODIES = ("GPE", "ORG", "NORP")
WANTING = ("want", "seek", "need")
WANTED = ("demands", "offers", "proposes")
YES = ("accepts", "supports")


def verb(token: Token, *, headline: bool) -> Finding | None:
    """The position of a verb or adjective: "rejected the offer", "is opposed to"."""
    said_of = match.adjective(token, lexicon()) if token.dep_ == "acomp" else None  # "is opposed to"
    fit = said_of or match.verb(token, lexicon()) or match.adjective(token, lexicon())
    asked = bidding(token)
    if fit is not None and token.tag_ == "JJ" and token.dep_ == "advmod":
        return None  # "threw its door open to them"
    if (fit is None and asked is None) or (fit is not None and not fit.row.type):
        return None
    own = _decided(token, headline=headline)
    if fit is None or (asked is not None and fit.row.type == "demands"):
        real = own.real is not None and not own.negated and not governed(token)
        return (
            Finding(token, tuple(whose(token)), "demands", asked, _bidden(token))
            if asked is not None and real
            else None
        )
    if own.negated and fit.row.type in WANTED:
        return _disowned(token, fit, own)
    stance = fit.row.type if not own.negated else "rejects" if fit.row.type in YES else ""
    unreal = own.real is None and (own.modal != "would" or stance == "demands") and not _cannot(token, own, stance)
    if not stance or unreal or barred(token, fit, stance):
        return None
    held = _spoken(token, whose(token) if token.tag_[:2] == "VB" and said_of is None else joined(surface(token.head)))
    if _anybody(token, fit.base):
        return None
    if stance in YES and any(c.lower_ == "only" for c in lefts(token)):
        return None  # "will only accept": a condition, which "only" tells
    about = content(token, fit)
    if stance in ("accepts", "rejects", "supports") and (about is None or bare_noun(token, about)) and again(token):
        return Finding(token, tuple(held), stance, about or (token.i, token.i), again=True)
    if about is None or _cited(token, about) or (stance == "demands" and _person(token, about)):
        return None
    toward = _addressed(token) if stance in ("demands", "proposes") else _opposed(token)
    if own.negated and fit.row.type in YES and any(t.lower_ in words("saving") for t in token.doc[token.i : about[1]]):
        denial = next(
            (c.i for c in (*lefts(token), *children(token.head)) if c.lower_ in NOT and c.i < token.i), token.i
        )
        return Finding(token, tuple(held), "conditions", (denial, about[1]), tuple(toward))
    about = _unaddressed(token, about, toward) if stance == "demands" else about
    return _only(Finding(token, tuple(held), stance, about, tuple(toward)))


def _disowned(token: Token, fit: Pattern, own: Mood) -> Finding | None:
    """ "said it had never asked for a ransom": a denial of the one who says so."""
    saying, subject = _saying(token), child(token, "nsubj")
    told = own.real in ("held", "ongoing") and not own.modal and token.tag_ in ("VBD", "VBN", "VB")
    if not told or saying is None or subject is None or subject.tag_ != "PRP" or barred(token, fit, fit.row.type):
        return None
    about = content(token, fit)
    if about is None:
        return None
    wish = token.lower_ in bases(WANTING)  # "said it does not want an outsider"
    return Finding(token, tuple(doers(saying)), "rejects" if wish else "denies", about if wish else (token.i, about[1]))


def _spoken(token: Token, held: list[Token]) -> list[Token]:
    """Of "we" in what somebody says, the one who says so."""
    if not held or any(one.lower_ not in ("we", "i") for one in held):
        return held
    saying = _saying(token)
    return doers(saying) if saying is not None else held


def _decided(token: Token, *, headline: bool) -> Mood:
    """The mood of a verb; of "voted to accept", that of the vote."""
    own = mood(token.head if token.dep_ == "acomp" else token, headline=headline)  # "was not opposed to"
    if own.real is None and not own.modal and token.dep_ == "xcomp" and token.head.lower_ in words("deciding"):
        above = mood(token.head, headline=headline)
        settled = replace(above, negated=above.negated != own.negated)  # "chose not to accept"
        return settled if above.real in ("held", "ongoing") else own
    return own


def _cannot(token: Token, own: Mood, stance: str) -> bool:
    """Whether inability is a refusal: "cannot accept the deal"."""
    if own.modal != "can" or not own.negated or stance != "rejects":
        return False
    return any(n in classes()[kind] for kind in ("plea", "agreement", "law") for o in objects(token) for n in names(o))


def _anybody(token: Token, base: str) -> bool:
    """Whether it only tells which people are meant: "for those who want a loan"."""
    who = child(token, "nsubj")
    if base not in WANTING or token.dep_ != "relcl" or who is None or who.tag_ != "WP":
        return False
    return token.head.lower_ in grammar("anybody") or token.head.lower_ == "people"


def _opposed(token: Token) -> list[Token]:
    """With whom or whose it is: "the union's offer", "a Kenyan request", "independence from Norland", "agreed to talk to them";
    or who is backed. What only stands in a name ("the Norland deal") or tells where is nobody."""
    things = objects(token)
    clause = child(token, "xcomp", "ccomp")
    below = objects(clause) if clause is not None else []
    found = [t for t in (*joined(child(token, "dative")), *things, *below) if party(t) and child(t, "nummod") is None]
    found += [c for o in (*things, *below) for c in children(o) if c.dep_ == "poss" and party(c)]
    pleas = [o for o in things if any(n in classes()["plea"] for n in names(o))]
    found += [c for o in pleas for c in lefts(o) if c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in BODIES]
    found += [p for o in (*things, *below, token) for p in preps(o, "by", "from", "to", "with", "on") if party(p)]
    found += [p for p in preps(clause, "with", "to", "from") if party(p)] if clause is not None else []
    return found


def _bidden(token: Token) -> tuple[Token, ...]:
    """Who is to act in "called for the council to meet"."""
    clause = child(token, "advcl", "ccomp", "xcomp")
    return tuple(t for t in joined(child(clause, "nsubj")) if party(t)) if clause is not None else ()


def _unaddressed(token: Token, about: tuple[int, int], toward: list[Token]) -> tuple[int, int]:
    """What is asked without whom: of "urged the council to act", "act"; of "pressed the bank for a loan", "a loan"."""
    doc, (start, end) = token.doc, about
    one = next((t for t in toward if t.left_edge.i == start and t.right_edge.i + 2 < end), None)
    after = doc[_past(token, one)] if one is not None and _past(token, one) + 1 < end else None
    if after is None or after.lower_ not in ("to", "for", "not"):
        return about
    first = after.i if after.lower_ == "not" else after.i + 1
    return (first, end) if end - first > 1 else about


def _past(token: Token, one: Token) -> int:
    """The word after those asked, and after what is said in between: "urged the council in a letter to act"."""
    at: int = one.right_edge.i + 1
    aside = next(
        (c for c in rights(token) if c.dep_ == "prep" and c.left_edge.i == at and c.lower_ in grammar("where")), None
    )
    return aside.right_edge.i + 1 if aside is not None else at


def _addressed(token: Token) -> list[Token]:
    """Of whom it is demanded: the object, "on ...", "to ...", or who is to do it; else the owner of the thing."""
    clause = child(token, "ccomp", "xcomp")
    if passive(token):  # "was asked by the family"
        return [o for o in objects(token) if party(o)]
    found = [*objects(token), *preps(token, "on", "upon", "to", "with", "from"), *joined(child(token, "dative"))]
    found += joined(child(clause, "nsubj")) if clause is not None else []
    found += [p for o in objects(token) if o.lower_ in words("voiced") for p in preps(o, "to", "on", "with", "from")]
    owners = [c for f in found[:1] for c in children(f) if c.dep_ == "poss" and party(c)]
    asked = [f for f in found if (party(f) or f.lower_ in words("crowd")) and not _vague(token, f)]
    if not asked and clause is not None and passive(clause):
        return []  # "demanded that the records be sent to the court"
    return asked or owners or [t for t in _opposed(token) if t.ent_type_ in BODIES]


def _vague(token: Token, whom: Token) -> bool:
    """Whether somebody is only wished for: "wants a commission to look into it"."""
    return token.lower_ in bases(WANTING) and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in lefts(whom))


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
    if one.stance == "demands" and first + 1 < end and doc[first].lower_ == "only":
        return Finding(one.at, one.held, "conditions", (_yielded(doc[first + 1]), end), one.toward)
    return one


def _yielded(done: Token) -> int:
    """Where what is yielded begins: of "take a short pause", with the pause; of "free the crew", with the deed."""
    thing = child(done, "dobj")
    return thing.left_edge.i if done.lower_ in words("taking") and thing is not None else done.i


def noun(token: Token) -> Finding | None:
    """ "the union's demand for", "a proposal by": only with an owner."""
    fit = match.noun(token, lexicon())
    if fit is None or not fit.row.type:
        return None
    held = [c for c in children(token) if c.dep_ == "poss"][-1:] or list(preps(token, "by", "from")) or modifiers(token)
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
    if token.lower_ in words("must"):
        return _must(token, clause, saying, subject)
    plan = _plan(clause, saying, subject) if token.lower_ == "would" else None
    return plan or _never(clause, saying, subject)


def _never(clause: Token, saying: Token, subject: Token) -> Finding | None:
    """ "said it would not leave the islands": a refusal of the one who says so."""
    fit = match.verb(clause, lexicon())
    own = subject.tag_ == "PRP" or subject.lower_ in {d.lower_ for d in doers(saying)}
    denied = any(c.dep_ == "neg" or c.lower_ in NOT for c in children(clause))
    if not (own and denied) or passive(clause) or clause.lower_ not in words("yields") or (fit and fit.row.type):
        return None
    tied = child(clause, "dobj", "xcomp", "ccomp") is not None or any(preps(clause, "to", "with", "from"))
    end = span(clause)[1]
    if not tied or any(t.lower_ in words("saving") or t.lower_ == "if" for t in clause.doc[clause.i : end]):
        return None
    return Finding(clause, tuple(doers(saying)), "rejects", (clause.i, end))


def absent(token: Token) -> Finding | None:
    """ "said there would be no amnesty": a refusal."""
    verb = token.head
    thing = child(verb, "attr")
    no = next((c for c in lefts(thing) if c.lower_ == "no"), None) if thing is not None else None
    saying = _saying(verb)
    will = any(c.lower_ in words("will") and c.dep_ == "aux" for c in children(verb))
    if thing is None or no is None or saying is None or not will or thing.lower_ not in words("granted"):
        return None
    start, end = span(thing)
    return Finding(verb, tuple(doers(saying)), "rejects", (max(start, no.i + 1), end))


def _must(token: Token, clause: Token, saying: Token, subject: Token) -> Finding | None:
    """A demand of the one who says so; no guess ("must be working"), no state, no forecast ("should reopen")."""
    fit = match.verb(saying, lexicon())
    if (
        clause.tag_ != ("VBN" if passive(clause) else "VB")
        or any(c.lower_ == "have" and c.dep_ == "aux" for c in children(clause))
        or (clause.lower_ in words("states") and not _able(clause))
        or subject.tag_ in ("WDT", "WP", "DT", "EX")
        or not (passive(clause) or party(subject) or _agreed(clause, subject))
        or (fit is not None and fit.row.type != "")
        or saying.lower_.startswith("agree")
    ):
        return None
    if subject.tag_ == "PRP":
        whom = _reminded(saying)
        about = token.i, span(clause)[1]
        return Finding(token, tuple(doers(saying)), "demands", about, tuple(whom)) if whom else None
    toward = [s for s in joined(subject) if party(s) and not passive(clause)] or [
        t for t in within(subject) if t.dep_ == "poss"
    ]
    return Finding(token, tuple(doers(saying)), "demands", span(clause), tuple(toward))


def _agreed(clause: Token, subject: Token) -> bool:
    """Whether it is on what an agreement is to hold: "any deal must include"."""
    accord = any(n in classes()[c] for c in ("agreement", "truce", "swap") for n in names(subject))
    return accord and clause.lower_ in words("termed")


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
    return next((c for c in children(top) if c.dep_ in ("ccomp", "parataxis") and c.lower_ in moods("speech")), None)


def only(token: Token) -> Finding | None:
    """ "says it will only take a short pause": a condition."""
    done = token.head
    if done.tag_[:2] != "VB" or done.lower_ not in words("yields") or passive(done):
        return None
    if governed(done) and done.head.lower_ not in words("insisting"):
        return None
    if not any(c.lower_ in words("will") and c.dep_ == "aux" for c in children(done)):
        return None
    end = span(done)[1]
    return Finding(token, tuple(doers(done)), "conditions", (_yielded(done), end)) if end > done.i + 1 else None
