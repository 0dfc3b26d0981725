"""Small questions about a dependency tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..kin import children, kept, lefts, opening
from ..syntax import child as first

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
QUOTES = frozenset({"“", "”", '"', "''", "``", "»", "«"})
EDGES = frozenset(" \t\r\n,;:.–—-")
OF = frozenset({"of", "for", "from"})
PLACES = OF | {"in", "at", "with", "to", "on", "within", "inside", "near", "close", "by", "familiar", "under"}
"""Prepositions that tie what follows to a source: "a source in the region"."""
NAME = 12
"""Tokens of a speaker's name and role at most, where the parse does not tell where it ends."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that a clause can stand on."""
MOST = 80
"""Words that hang on one word at most; a list without end would be gone through again for each of its words."""
BARS = frozenset({"|", "•", "*"})
"""What sets a place or a label off from the name after it: "LUND | Police"."""
DASHES = frozenset({"-", "–", "—"})
NAMED = frozenset({"ORG", "PERSON", "GPE", "NORP"})
RELATIVES = frozenset({"WP", "WDT", "WP$"})
LOOSE = frozenset({"relcl", "appos", "punct", "dep", "parataxis", "advcl"})
"""What is left out of a source's name."""


def written(doc: Doc) -> str:
    """The text of a parse; spaCy puts it together anew each time that it is asked, which takes as long as the text."""
    found: str | None = doc.user_data.get("text")
    if found is None:
        found = doc.user_data["text"] = doc.text
    return found


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels, in text order; None too where a slip of the parse heaps up children."""
    return None if token.n_lefts + token.n_rights > MOST else first(token, *labels)


@kept
def subject(verb: Token) -> Token | None:
    """Who does what the verb says, looked for up the tree where the verb has no subject of its own."""
    for _ in range(6):  # longer chains of verbs than this are errors of the parse
        own = _nearest(verb)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ == "acl":
            return verb.head
        if (
            verb.dep_ not in {"xcomp", "conj", "advcl", "ccomp", "pcomp", "aux", "dep", "acomp"}
            or verb.head.i == verb.i
        ):
            return None
        if verb.dep_ == "ccomp" and verb.tag_ in {"VBD", "VBZ", "VBP"}:
            return None
        verb = _verb(verb.head) if verb.dep_ == "pcomp" else verb.head
    return None


def _nearest(verb: Token) -> Token | None:
    """The verb's own subject; of two, which only a slip of the parse gives a verb, the one next to it."""
    if verb.n_lefts > MOST:
        return None
    found = [c for c in lefts(verb) if c.dep_ in {"nsubj", "nsubjpass"}]
    if (
        not found
        and (clause := next((c for c in lefts(verb) if c.dep_ == "csubj" and c.tag_ == "VBG"), None)) is not None
    ):
        found = [
            c for c in lefts(clause) if c.dep_ == "nsubj"
        ]  # "people trying to leave say": a participle taken for the subject
    found = found or [
        c for c in lefts(verb) if c.dep_ == "npadvmod" and c.ent_type_ in NAMED
    ]  # "Sarna, quoting police, put"
    return found[-1] if found else child(verb, "nsubj", "nsubjpass")


def reduced(verb: Token) -> bool:
    """Whether the parse took a participle that only describes a noun for a clause of its own: "an official briefed on the case,
    who asked for patience, said"."""
    if verb.tag_ != "VBN" or verb.dep_ != "ccomp" or verb.i > verb.head.i:
        return False
    return verb.nbor(-1).dep_ == "nsubj" and not any(c.dep_ in {"aux", "auxpass"} for c in lefts(verb))


def _verb(token: Token) -> Token:
    """The verb above a preposition."""
    return token.head if token.dep_ == "prep" else token


def _antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if pronoun.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        pronoun = verb.head
    if pronoun.dep_ == "appos" and pronoun.head.ent_type_ == "PERSON":
        return pronoun.head
    return pronoun


@kept
def passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in children(verb))


def agent(verb: Token) -> Token | None:
    """By whom it is done, in the passive."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def behind(verb: Token) -> Token | None:
    """Who says what stands on both sides of "said", where the parse took the first half for the speaker: "The road, said the
    mayor, is open"."""
    doc, after = verb.doc, verb.i + 1
    if verb.tag_ not in {"VBD", "VBZ"} or not verb.i or verb.nbor(-1).text != "," or child(verb, "nsubj") is None:
        return None
    found = next((t for t in doc[after : after + NAME] if t.dep_ == "nsubj" and t.left_edge.i == after), None)
    comma = next((t.i for t in doc[found.i : found.i + NAME] if t.text == ","), None) if found is not None else None
    goes_on = comma is not None and comma + 1 < len(doc) and doc[comma + 1].tag_ in FINITE
    return found if goes_on else None


def beside(name: Token) -> Token | None:
    """The noun before a name that the parse made a second subject of: "news agency Sarna said"."""
    first = name.left_edge.i
    if name.dep_ != "nsubj" or name.tag_ != "NNP" or first == opening(name):
        return None
    one = name.doc[first - 1]
    return one if one.dep_ == "nsubj" and one.head.i == name.head.i and one.tag_ == "NN" else None


@kept
def phrase(head: Token) -> tuple[int, int]:
    """First token and token after the noun phrase of a source: its name, without clauses and appositions that follow."""
    start, end = head.i, head.i + 1
    for one in children(head):
        if one.i < head.i and one.dep_ not in {"punct", "cc", "advmod", "preconj"} | LOOSE:
            start = min(start, one.left_edge.i)
        elif one.i > head.i and _belongs(one, head, end):
            end = max(end, one.right_edge.i + 1)
    if head.dep_ == "nsubj" and head.head.i == head.i + 1 and reduced(head.head):
        end = max(end, head.head.right_edge.i + 1)
    if (noun := beside(head)) is not None:
        start = noun.left_edge.i
    start = next((i + 1 for i in range(head.i - 1, start - 1, -1) if _parts(head.doc[i])), start)
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return start, _until_clause(head, _until_as(head, end))


def _parts(mark: Token) -> bool:
    """Whether a mark parts a name from a place or label before it: "LUND | Police", "LUND - Police"."""
    return mark.text in BARS or (
        mark.text in DASHES and bool(mark.whitespace_) and mark.i > 0 and bool(mark.nbor(-1).whitespace_)
    )


def _until_clause(head: Token, end: int) -> int:
    """Where a relative clause begins that tells of the source, though the parse hung it on a word of its name: "an official of
    the mill, who asked not to be named"."""
    doc = head.doc
    return next((i for i in range(head.i + 1, end - 1) if doc[i].text == "," and doc[i + 1].tag_ in RELATIVES), end)


def _until_as(head: Token, end: int) -> int:
    """Where "as saying" begins, if the phrase runs on into it."""
    doc = head.doc
    return next(
        (i for i in range(head.i + 1, min(end, len(doc) - 1)) if doc[i].text == "as" and doc[i + 1].tag_ == "VBG"), end
    )


def _belongs(one: Token, head: Token, end: int) -> bool:
    """Whether what follows the head of a name is part of it. Only what follows without a comma is."""
    if one.dep_ == "appos" and one.left_edge.i == end and one.tag_ == "NNP" and head.tag_ == "NN":
        return True  # "the newspaper Dagens Bild"
    if (
        one.dep_ in {"relcl", "appos", "punct", "parataxis", "advcl", "npadvmod", "case", "xcomp", "ccomp"}
        or one.left_edge.i > end + 1
    ):
        return False
    common = head.tag_ in {"NN", "NNS"}
    if one.dep_ == "acl":
        return common and one.left_edge.i == end and not any(c.tag_ == "TO" for c in children(one))
    if one.dep_ == "prep":
        return one.text.lower() in (PLACES if common else OF)
    return True


def hull(tokens: Iterable[Token]) -> tuple[int, int]:
    """Character offsets from the first to the last of these tokens' subtrees."""
    edges = [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge.text)) for t in tokens]
    return min(e[0] for e in edges), max(e[1] for e in edges)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without white space and stops at either end; both equal when nothing is left."""
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end
