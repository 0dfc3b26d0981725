"""Who takes part in an event, by syntax: who does it, to whom, with whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...model import Party, Span
from ...model.page import Page
from ...rules.nations import forms, nation
from .. import match
from ..grammar import grammar, listed
from ..kin import children, lefts, rights
from ..lexicon import classes
from ..mood import BE, moods
from ..parties import PLACES, WHO, actors, building, demonym, idiom, modifiers, parties, party, places, span, within
from ..syntax import SUBJECTS, agents, child, doers, joined, objects, passive, preps, surface
from .hits import INCIDENTS, Hit, lexicon
from .roll import roll

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID = frozenset({"AGREE", "DEMAND", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION", "PROTEST"})
THINGS = frozenset({"STATEMENT", "BUSINESS", "LEGAL", "ACCIDENT", "DISASTER", "APPOINT"})
GROUND = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "THREATEN", "CONCEDE", "SANCTION", "RETREAT", "AID", "REJECT"}
)
"""Types whose target may be a country or town."""
SITED = frozenset({"ASSAULT", "PROTEST", "ACCIDENT", "DISASTER"})
"""Types of which a town's name before the noun tells the place."""
DEEDS = frozenset({"ASSAULT", "COERCE", "AID"})
"""Types whose object may be a thing of somebody's: "a Danish tanker"."""
POSTS = frozenset({"MOBILIZE", "RETREAT", "AGREE", "AID", "COERCE", "SUPPORT"})
"""Types whose objects are often one's own people and means, sent to or taken from a country."""
HOUSED = frozenset({"LIFE", "AID", "COERCE", "LEGAL", "RETREAT", "ACCIDENT"})
"""Types of what is done in a building, not to it: "flown to Mercy Hospital"."""
PLACED = SITED | {"COERCE", "LEGAL", "CONSULT", "RETREAT", "LIFE", "AID", "BUSINESS", "APPOINT"}
"""Types of what is done somewhere."""
ACTS = frozenset({"COERCE", "SANCTION", "AGREE", "REJECT", "CONCEDE", "DEMAND", "SUPPORT", "LEGAL"})
"""Types of what authorities do."""
ABROAD = frozenset({"ACCUSE", "AGREE", "DEMAND", "SUPPORT", "COOPERATE"})
"""Types whose target may be a country."""


def parties_of(page: Page, hit: Hit) -> tuple[Party, ...]:
    things = hit.type in THINGS
    both = hit.pattern.row.object == "both"
    if hit.nominal:
        found = list(_noun_parties(page, hit, things))
    else:
        assert hit.verb is not None
        found = list(_verb_parties(page, hit, hit.verb, things))
    unique: dict[tuple[int, int], Party] = {}
    for one in found:
        key = (one.span.start, one.span.end)
        if not any(o.span.start <= one.span.start and one.span.end <= o.span.end for o in unique.values()):
            unique[key] = Party(one.span, "both") if both else one
    if both and hit.mode not in ("visit", "mediate"):
        return tuple(roll(page, hit.verb, list(unique.values())))
    return tuple(sorted(unique.values(), key=lambda p: (p.part != "source", p.span.start)))


def _verb_parties(page: Page, hit: Hit, verb: Token, things: bool) -> Iterator[Party]:
    if verb.tag_[:2] == "VB":
        sources = actors(verb) or (_accusers(verb) if hit.type == "ACCUSE" else [])
    else:  # an adjective: "the union is ready to"
        sources = joined(surface(verb.head) if verb.head.tag_[:2] in ("VB", "MD") else surface(verb))
    part = "target" if hit.type in INCIDENTS and _hurt(hit) else "source"
    yield from parties(page, sources, part, things=things)
    if not any(party(s, things=things) for s in sources):
        yield from parties(
            page,
            [
                w
                for s in sources
                for w in (*within(s, things=things), *(modifiers(s) if not party(s) else ()))
                if not _site(hit, w)
            ],
            part,
            things=True,
        )
    if hit.type in ACTS:  # "the city banned the rally"
        yield from (Party(span(page, s), "source") for s in sources if s.lower_ in grammar("civic") and not s.ent_type_)
    if hit.type == "ACCIDENT":  # "a freight train derailed"
        yield from (Party(span(page, s), "source") for s in sources if _vehicle(s))
    taken = {s.i for s in sources}
    done_to = [t for t in targets(verb, things=things, kind=hit.type) if t.i not in taken]
    yield from parties(page, done_to, "target", things=True)
    if hit.type in INCIDENTS and not done_to:  # "the town came under fire"
        hurt = (*objects(verb), *(sources if hit.pattern.base == "come" else ()))
        yield from (Party(span(page, o), "target") for o in hurt if o.lower_ in grammar("civic") and not o.ent_type_)


def _hurt(hit: Hit) -> bool:
    """Whether the subject suffers what the verb tells: "died in a fire", "came under attack"."""
    return hit.pattern.base in grammar("dying") or "under" in hit.pattern.words


def targets(verb: Token, *, things: bool = False, kind: str = "", depth: int = 0) -> list[Token]:
    """Those to whom it is done: object, "against ...", the clause that follows; else a name inside these; else the country."""
    pool = _pool(verb, kind)
    found = [o for o in pool if party(o, things=things)]
    blamed = kind == "ACCUSE" and any(f.tag_ != "PRP" for f in found)
    if kind in SAID or depth or verb.lower_ in grammar("means"):
        for clause in _below(verb) if depth < 3 else ():
            if blamed and _blow(clause):
                continue  # "accused of killing two": whom they are said to have hit is not accused
            subject = child(clause, "nsubj", "nsubjpass")
            found += [s for s in joined(subject) if party(s) and s.tag_ != "PRP"]
            below = targets(clause, kind=kind, depth=depth + 1)
            found += [t for t in below if t not in found and t.tag_ != "PRP"]
    if kind in SAID:
        pool += [o for o in preps(verb, "in", "about") if o.lower_ in grammar("answer") or o.head.lower_ == "about"]
        found += [
            w for o in pool if not party(o) and o.head.lower_ in grammar("blame") for w in within(o) if w not in found
        ]
    if kind != "CONSULT" and all(f.tag_ == "PRP" for f in found):
        deep = 5 if kind in SAID else 2 if kind in THINGS else 3
        found += [w for o in pool for w in within(o, things=things, depth=deep) if w not in found]
    elif kind in DEEDS:
        found += [w for o in objects(verb) if not party(o) for w in modifiers(o) if w not in found]
    elif kind == "CONSULT":  # "talks with Kenyan intelligence"
        found += [w for o in pool if o.head.lower_ == "with" and not party(o) for w in modifiers(o) if w not in found]
    alone = not depth and len(doers(verb)) < 2
    abroad = kind in ABROAD or (kind == "CONSULT" and verb.lower_ in moods("motion") and verb.lower_ not in BE)
    if alone and (abroad or kind in GROUND) and (not found or (kind in POSTS and not any(map(_named, found)))):
        found += _ground(verb, nations=bool(found) or abroad)
    return found


def _blow(verb: Token) -> bool:
    """Whether a verb tells of an attack, an arrest or the like."""
    fit = match.verb(verb, lexicon())
    return fit is not None and fit.row.type in INCIDENTS | {"COERCE"}


def _pool(verb: Token, kind: str) -> list[Token]:
    """Heads of the phrases that may hold the target: objects, "against ...", "out of ...", "a petition by ..."."""
    near = _near(verb, kind)
    return [o for o in near if not (building(o) and o.dep_ == "pobj")] if kind in HOUSED else near


def _near(verb: Token, kind: str) -> list[Token]:
    things = objects(verb)
    pool = [o for o in things if o.dep_ not in ("attr", "oprd")]
    if kind in INCIDENTS and any(party(o) for o in pool):
        return pool  # "killed two people on the bridge": whom it hit is said
    pool += [o for c in children(verb) if c.dep_ == "dative" for o in joined(c) if o.tag_ != "IN" and o not in pool]
    pool += [o for o in preps(verb, *listed("toward")) if o not in pool and not idiom(o)]
    pool += [o for c in children(verb) if c.dep_ == "prep" and c.lower_ == "out" for o in preps(c, "of")]
    if kind == "CONSULT":
        pool += [w for o in (*things, *_errand(verb)) for w in preps(o, "with", "between", "from") if w not in pool]
    elif child(verb, "dobj") is not None and not passive(verb):
        pool += [o for o in preps(verb, "by") if party(o) and o not in pool]
    return pool


def _errand(verb: Token) -> list[Token]:
    """The talks that somebody travels for: "flew to Oslo for talks with"."""
    return [o for o in preps(verb, "for") if o.lower_ in classes()["parley"]]


def _below(verb: Token) -> list[Token]:
    """The clauses that tell what is asked, said or meant: infinitives, "that ...", "of doing"."""
    found = [
        c
        for c in children(verb)
        if c.dep_ in ("xcomp", "ccomp", "pcomp") or (c.dep_ == "advcl" and any(k.lower_ == "to" for k in lefts(c)))
    ]
    return found + [k for c in children(verb) if c.dep_ == "prep" for k in children(c) if k.dep_ == "pcomp"]


def _accusers(verb: Token) -> list[Token]:
    """Who says so, where the parse hangs it on the deed: "was accused of misusing funds by officials"."""
    deeds = [k for c in children(verb) if passive(verb) and c.dep_ == "prep" for k in children(c) if k.dep_ == "pcomp"]
    return [o for deed in deeds for o in preps(deed, "by") if o.tag_ != "VBG" and party(o)]


def _vehicle(noun: Token) -> bool:
    """Whether a common noun means a vehicle, and neither somebody nor a name."""
    return noun.tag_ == "NN" and noun.lower_ in classes()["craft"] and not party(noun, things=True)


def _named(token: Token) -> bool:
    """Whether a party goes by a name, or has a country's or a body's name in its phrase."""
    return token.ent_type_ in WHO or token.tag_[:3] == "NNP" or any(demonym(c) for c in lefts(token))


def _ground(verb: Token, *, nations: bool) -> list[Token]:
    """The country or town where it is done, for want of anybody else; with `nations`, only a country."""
    for t in verb.subtree:
        if (
            t.ent_type_ == "GPE"
            and t.i > verb.i
            and (not nations or t.lower_ in countries(capitals=t.head.lower_ not in ("in", "at")))
            and t.tag_ == "NNP"
            and t.dep_ in ("pobj", "appos", "conj", "compound", "dobj", "nsubj", "poss")
        ):
            return [t]
    return []


@cache
def countries(*, capitals: bool) -> frozenset[str]:
    """Last words of the names of countries, and of the capitals that stand for them."""
    kinds = ("name", "capital") if capitals else ("name",)
    return frozenset(form.split()[-1] for form, (_, kind) in forms().items() if kind in kinds)


def _name(token: Token) -> tuple[int, int]:
    """First token and the one after the last of the name that a token belongs to: "Las Vegas" for "Vegas"."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I" and token.i - start < 6:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and end - token.i < 6:
        end += 1
    return start, end


def _site(hit: Hit, owner: Token) -> bool:
    """Whether a town before the noun is where it happened: "the Paris attacks", "the Lagos march"."""
    if hit.type not in SITED or owner.dep_ != "compound":
        return False
    if owner.ent_type_ not in PLACES:  # a square or a school
        return owner.ent_type_ in ("ORG", "") and owner.tag_ == "NNP" and hit.token.lower_ in grammar("done_to")
    name = owner.doc[slice(*_name(owner))].text
    return (
        hit.type not in ("ASSAULT", "PROTEST")
        or owner.ent_type_ != "GPE"
        or nation(name) is None
        or _victim(hit, owner)
    )


def _victim(hit: Hit, owner: Token) -> bool:
    """Whether the owner of a deed's noun is the one to whom it was done: "the girl's shooting"; not "his killing of two"."""
    if hit.token.lower_ not in grammar("done_to") or any(party(o) for o in preps(hit.token, "of")):
        return False
    return owner.dep_ == "poss" or owner.ent_type_ == "PERSON" or owner.ent_type_ == "GPE"


def sites(page: Page, hit: Hit) -> tuple[Span, ...]:
    """The towns before a noun that tell where it happened."""
    if not hit.nominal or hit.type not in SITED:
        return ()
    return tuple(page.cut(*_name(o)) for o in modifiers(hit.token) if _site(hit, o))[:1]


def around(page: Page, hit: Hit) -> tuple[Span, ...]:
    """The place that hangs on somebody or something in it: "arrested a man in Cork", "caved in at a mine in Ghana", "tried by
    a court in Turin", "marched through Sofia"."""
    verb = hit.verb if hit.verb is not None else hit.token.head if hit.token.dep_ in SUBJECTS else None
    if hit.type not in PLACED:
        return ()
    if verb is None or verb.tag_[:2] != "VB":
        return places(page, preps(hit.token, "of", "at", "on", "outside")) if hit.nominal else ()
    ways = grammar("ground") | ({"with"} if hit.type == "CONSULT" else set())  # "dined with the mayor in Lagos"
    below = [k for c in children(verb) if c.lower_ in ways for k in children(c) if k.dep_ == "pobj"]
    due = [verb, *(c for c in children(verb) if c.dep_ == "acomp")]  # "is due to open in Lima"
    clauses = [
        c for one in due for c in children(one) if c.dep_ == "xcomp" or (c.dep_ == "advcl" and hit.type in INCIDENTS)
    ]
    found = places(
        page, [*objects(verb), *below, *clauses, *(o for c in clauses if c.dep_ == "xcomp" for o in objects(c))]
    )
    if found or hit.type not in SITED:
        return found[:1]
    ground = [*(objects(verb) if not passive(verb) else ()), *preps(verb, "through", "across", "over")]
    return tuple(span(page, o) for o in ground if o.ent_type_ in PLACES and o.tag_[:2] == "NN")[:1]


def _links(hit: Hit) -> str:
    """Which list of prepositions brings the targets of a noun: "the killing of a bear at a zoo", "talks with", "a threat"."""
    if hit.token.lower_ in grammar("done_to") or (hit.type in INCIDENTS and any(True for _ in preps(hit.token, "of"))):
        return "victims"
    if hit.type == "LEGAL":
        return "matters"
    return "talking" if hit.type == "CONSULT" else "nominal"


def _part(hit: Hit, verb: Token) -> str | None:
    """What the subject of a noun's verb is in it: "launched an attack", "suffered an attack", nothing in "saw the attack"."""
    if hit.type not in INCIDENTS:
        return "source"
    if verb.lower_ in grammar("onlookers"):
        return None
    return "target" if verb.lower_ in grammar("undergone") else "source"


def _noun_parties(page: Page, hit: Hit, things: bool) -> Iterator[Party]:
    noun, verb = hit.token, hit.verb
    if verb is not None and noun.dep_ not in ("nsubj", "nsubjpass"):
        if (part := _part(hit, verb)) is not None:
            yield from parties(page, doers(verb), part, things=things)
    elif verb is not None:
        yield from parties(
            page, doers(verb) if passive(verb) and noun.dep_ == "nsubjpass" else [], "source", things=things
        )
    owners = modifiers(noun)
    yield from (
        Party(
            page.cut(*_name(o)) if demonym(o) and o.dep_ != "poss" else span(page, o),
            "target" if _victim(hit, o) else "source",
        )
        for o in owners
        if not _site(hit, o)
    )
    yield from parties(page, preps(noun, "by"), "source", things=True)
    made = [c for c in rights(noun) if c.dep_ == "acl" and c.tag_ == "VBN"]  # "a strike called by the unions"
    yield from parties(page, [a for c in made for a in agents(c)], "source", things=things)
    toward = [o for o in preps(noun, *listed(_links(hit))) if not idiom(o)]
    found = [o for o in toward if party(o, things=things)]
    if verb is not None:
        toward += list(preps(verb, "with", "against", "between", "to", "at", "on", "over"))
        found += [o for o in toward if party(o) and o not in found]
    if verb is None and noun.dep_ == "nsubj" and (noun.head.lower_ in grammar("struck") or hit.type not in INCIDENTS):
        found += [o for o in objects(noun.head) if o.dep_ == "dobj" and party(o)]
    found = found or [w for o in toward for w in within(o, things=things)]
    if verb is not None and not found:
        found = [t for t in targets(verb, kind=hit.type) if t.i != noun.i]
    if hit.type in POSTS and not any(map(_named, found)):  # "the withdrawal of some forces from Norland"
        found = [*found, *_ground(noun, nations=bool(found))]
    yield from parties(page, found, "target", things=True)
