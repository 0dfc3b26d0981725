"""Short ways through a parse; control, passive, relative clauses and coordination are seen through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .grammar import grammar
from .kin import children, kept, lefts, opening, rights
from .lexicon import people

if TYPE_CHECKING:
    from spacy.tokens import Token

DEPTH = 8
"""Steps that a search may take up a tree: parses of lists and of tables can be thousands deep."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = frozenset({"WDT", "WP", "WP$"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    for one in children(token):  # half as slow as `next` with a generator, and asked a hundred times a page
        if one.dep_ in deps:
            return one
    return None


def joined(token: Token | None) -> list[Token]:
    """The token and what is joined to it by "and" or a comma, in text order."""
    found: list[Token] = []
    todo = [token] if token is not None else []
    while todo:
        one = todo.pop()
        found.append(one)
        todo += [c for c in children(one) if c.dep_ == "conj" and c.tag_[:2] not in ("VB", "MD")]
    return sorted(found, key=lambda t: t.i)


@kept
def passive(verb: Token) -> bool:
    """Whether the verb's subject suffers what it says: "was arrested", "hostages held in"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    labels = {c.dep_ for c in children(verb)}
    if labels & {"auxpass", "nsubjpass", "agent"} or _bare(verb, labels):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not labels & {"nsubj", "aux", "dobj"}:
        return passive(verb.head) if verb.head.tag_ == "VBN" else False
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and "aux" not in labels and "nsubj" not in labels


def _bare(verb: Token, labels: set[str]) -> bool:
    """Whether a passive lacks its "was", as in headlines: "Man sentenced to ten years", "Four people shot in the harbour"."""
    return (
        verb.lower_ in grammar("suffered")
        and verb.dep_ not in ("conj", "amod", "compound", "xcomp", "advcl", "pcomp")
        and bool(labels & {"prep", "npadvmod", "xcomp"} or verb.tag_ == "VBN")
        and not labels & {"dobj", "aux", "ccomp", "dative", "attr", "oprd", "prt"}
        and not any(c.dep_ == "prep" and c.lower_ in grammar("aimed") for c in children(verb))
    )


def surface(verb: Token, depth: int = 0) -> Token | None:
    """The head of the verb's subject as the clause has it, control seen through; None where there is none."""
    own = _subject(verb)
    if own is not None:
        return _meant(verb.head, own) if own.tag_ in RELATIVE and verb.dep_ == "relcl" else own
    if verb.tag_ in ("VBZ", "VBD", "VBP") and verb.i > opening(verb):
        before = verb.nbor(-1)  # headlines lead the parser astray: "hours after Kenya calls for"
        if (
            before.tag_ in ("NNP", "NNPS")
            and before.ent_type_ in ("GPE", "ORG", "PERSON", "NORP")
            and before.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass")
        ):
            return before
    if verb.tag_ == "VB" and (titled := heading(verb)) is not None:
        return titled
    if depth >= DEPTH or verb.head == verb:
        return None
    head = verb.head
    if verb.tag_ == "VBD" and verb.dep_ in ("amod", "nmod"):  # a finite verb that the parser took for a modifier
        return next(
            (
                t
                for t in reversed(verb.doc[max(opening(verb), verb.i - 12) : verb.i])
                if t.tag_[:2] == "NN" and t.ent_type_ not in ("DATE", "TIME")
            ),
            None,
        )
    match verb.dep_:
        case "xcomp":
            ruled = child(head, "dobj")  # not "spent four hours negotiating"
            if passive(head) or ruled is None or ruled.ent_type_ in ("TIME", "DATE"):
                return surface(head, depth + 1)
            return child(head, "dobj", "dative")
        case "conj" if (
            verb.tag_ == "VBD"
            and head.tag_ in ("VBP", "VBZ")
            and child(verb, "ccomp") is None  # "says they left, but added that they were ill"
            and (told := child(head, "ccomp")) is not None
        ):
            return surface(told, depth + 1)  # "police say a man entered and shot her": joined to what they say
        case "conj" | "advcl" | "auxpass" | "aux" | "dep" | "oprd" | "acomp":
            return surface(head, depth + 1) if head.tag_[:2] in ("VB", "JJ") else None
        case "acl" | "relcl":
            return head if verb.tag_ in ("VBN", "VBG") or verb.dep_ == "relcl" else _owner(head, depth + 1)
        case "pcomp":
            return _laid(head) or _above(head, depth + 1)
        case _:
            return None


def heading(verb: Token) -> Token | None:
    """The noun right before an infinitive with no finite verb to the left: who is to do it, in a headline ("Union chiefs to
    hold talks"). None where the infinitive only explains the noun ("the decision to hold talks")."""
    doc, at = verb.doc, verb.i - 2
    if at < 0 or doc[at + 1].lower_ != "to" or doc[at].tag_[:2] != "NN" or doc[at].is_sent_start:
        return None
    if not (doc[at].ent_type_ or doc[at].lower_ in people() or doc[at].tag_ == "NNP"):
        return None
    first = at
    while first > 0 and at - first < 4 * DEPTH:
        if doc[first].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if doc[first].is_sent_start:
            break
        first -= 1
    return _first(doc[at]) if first == 0 or doc[first].is_sent_start else None


def _subject(verb: Token) -> Token | None:
    """The verb's own subject; of two the nearer, unless only joined on ("a plane with tourists as well as two pilots")."""
    found = [c for c in lefts(verb) if c.dep_ in SUBJECTS] or [c for c in rights(verb) if c.dep_ in SUBJECTS][:1]
    if len(found) > 1 and found[0].tag_ not in RELATIVE and verb.doc[found[-1].left_edge.i - 1].dep_ == "cc":
        return found[0]
    return found[-1] if found else None


def _first(noun: Token) -> Token:
    """The first of those joined to a noun before it: "the director and the head" -> director."""
    for _ in range(DEPTH):
        if noun.dep_ != "conj" or noun.head.i > noun.i or noun.head.tag_[:2] != "NN":
            break
        noun = noun.head
    return noun


def _meant(noun: Token, who: Token) -> Token:
    """Whom "who" means where it follows a place, or "that" a date: the one from there ("a tourist from Chile who was shot"),
    what happened then ("an attack on 3 May that killed two")."""
    at: Token = noun
    for _ in range(3):
        site = at.ent_type_ in ("GPE", "LOC", "FAC") and at.dep_ == "pobj"
        there = site and (who.lower_ == "who" or at.head.lower_ in grammar("where") or at.ent_type_ != "GPE")
        if not (there or (at.ent_type_ in ("DATE", "TIME") and at.dep_ in ("pobj", "npadvmod", "nummod", "appos"))):
            break
        at = at.head.head if at.dep_ == "pobj" else at.head
        at = at.head if at.tag_[:2] == "VB" and at.dep_ == "acl" else at
    return at if at.tag_[:2] == "NN" else noun


def _laid(preposition: Token) -> Token | None:
    """Whose deed a participle tells that is laid to somebody's charge or credit: "charged him with shooting"."""
    verb = preposition.head
    if preposition.lower_ in grammar("lays") and verb.dep_ == "dobj" and verb.head.lower_ in grammar("charging"):
        return verb  # "accused the firm of hiding": hung on the firm
    if preposition.lower_ not in grammar("lays") or verb.tag_[:2] != "VB" or passive(verb):
        return None
    return child(verb, "dobj")


def _owner(noun: Token, depth: int) -> Token | None:
    return child(noun, "poss") or _above(noun, depth)


def _above(token: Token, depth: int) -> Token | None:
    while depth < DEPTH and token.head != token:
        token = token.head
        depth += 1
        if token.tag_[:2] == "VB":
            return surface(token, depth)
    return None


def agents(verb: Token) -> list[Token]:
    """Heads of those who do what a passive verb says: "by the police"."""
    by = child(verb, "agent") or next((c for c in children(verb) if c.dep_ == "prep" and c.lower_ == "by"), None)
    if by is None:  # "was held in custody by police": hung on the phrase before it
        by = next((c for o in preps(verb, "in", "at", "on", "under") for c in rights(o) if c.lower_ == "by"), None)
    return joined(child(by, "pobj")) if by is not None else []


@kept
def doers(verb: Token) -> list[Token]:
    """Heads of the ones who do it."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and child(verb, *SUBJECTS) is None and passive(verb.head):
        found = agents(verb.head)  # "was attacked by gunmen, killing two"
        return found if found or verb.head.lower_ in grammar("suffered") else joined(surface(verb))
    return agents(verb) if passive(verb) else joined(surface(verb))


@kept
def objects(verb: Token) -> list[Token]:
    """Heads of what it is done to."""
    if passive(verb):
        return joined(surface(verb))
    if verb.tag_ == "VBD" and verb.dep_ in ("amod", "nmod"):
        return [_top(verb)]
    own = child(verb, "dobj") or child(verb, "dative") or child(verb, "attr", "oprd")
    if own is not None and own.ent_type_ in ("QUANTITY", "MONEY") and (paid := child(own, "nmod")) is not None:
        own = paid  # "fined the bank 40 million euros"
    if own is None and verb.dep_ == "conj" and verb.head.i < verb.i:
        return []
    if verb.dep_ == "relcl" and (own is None or own.tag_ in RELATIVE):
        subject = child(verb, *SUBJECTS)
        return [verb.head] if subject is not None and subject.tag_ not in RELATIVE else []
    return joined(own)


def _top(token: Token) -> Token:
    for _ in range(DEPTH):
        if token.dep_ not in ("amod", "nmod", "compound"):
            break
        token = token.head
    return token


def preps(token: Token, *words: str) -> Iterator[Token]:
    """Heads of noun phrases that hang on the token by one of these prepositions (any, if none is given)."""
    for c in children(token):
        if c.dep_ in ("prep", "agent", "dative") and (not words or c.lower_ in words):
            yield from joined(child(c, "pobj"))


@kept
def kernel(noun: Token) -> Token:
    """The noun that is meant: "a series of bombs" -> bombs."""
    for _ in range(3):
        if noun.lower_ not in grammar("measure"):
            return noun
        inner = next(preps(noun, "of"), None)
        if inner is None:
            return noun
        noun = inner
    return noun


@kept
def names(noun: Token) -> tuple[str, ...]:
    """What the noun may be called in a table: alone, with the word before it, with a hyphen."""
    one = noun.lower_
    if noun.i == 0:
        return (one,)
    before = noun.nbor(-1)
    if before.text == "-" and noun.i > 1:
        return one, f"{noun.nbor(-2).lower_}-{one}"
    return one, f"{before.lower_} {one}"


@kept
def edges(head: Token) -> tuple[int, int]:
    """First token and the one after the last of a name or phrase: modifiers before the head, and "of ..." after it."""
    start, end = head.i, head.i + 1
    for c in lefts(head):
        if c.dep_ in (
            "compound",
            "amod",
            "poss",
            "nummod",
            "nmod",
            "quantmod",
            "advmod",
            "punct",
            "cc",
            "conj",
            "det",
            "appos",
            "npadvmod",
        ):
            start = min(start, c.left_edge.i)
    for c in rights(head):
        if c.dep_ == "prep" and c.lower_ == "of" and c.i == end:
            inner = child(c, "pobj")
            end = edges(inner)[1] if inner is not None and inner.i - head.i < 12 else end
        elif c.dep_ in ("conj", "cc", "punct", "relcl", "acl", "appos"):
            break
    while (
        start < head.i
        and (head.doc[start].dep_ in ("det", "punct", "cc", "mark", "case") or head.doc[start].is_space)
        and head.doc[start].text not in ("$", "#")
    ):
        start += 1
    for at in range(head.i - 1, start - 1, -1):  # "14:05 GMT - Police", "LAGOS | Police"
        if (
            head.doc[at].text in ("-", "–", "—", "|", "•")
            and head.doc[at].whitespace_
            and head.doc[max(at - 1, 0)].whitespace_
        ):
            start = at + 1
            break
    if start + 1 < head.i and head.doc[start].tag_ == "JJ" and head.doc[start + 1].tag_ == "CD":
        start += 1  # "left dead 22 people"
    return start, end


def verbal(token: Token) -> Token | None:
    """The verb that a token hangs on, itself left out."""
    for _ in range(DEPTH):
        if token.head == token:
            return None
        token = token.head
        if token.tag_[:2] in ("VB", "MD"):
            return token
    return None


def under(token: Token, top: Token) -> bool:
    """Whether the token hangs below `top`."""
    for _ in range(4 * DEPTH):
        if token.i == top.i:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
