"""On which side of the article's day an expression lies: read from the verb above it and from cues before it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG", "VB", "MD"})
AUX = frozenset({"aux", "auxpass"})
BOUND = frozenset({"by", "through"})
"""Words before a day ahead, unless what they belong to is over: "was told by Friday", "worked through Sunday"."""


class Cues(NamedTuple):
    """Lists of [tense]."""

    future_aux: frozenset[str]
    infinitive: frozenset[str]
    """Words whose infinitive is ahead."""
    ahead: frozenset[str]
    """Phrases before a day ahead."""
    present: frozenset[str]
    """Verbs whose present with a day is ahead."""
    be: frozenset[str]
    """Before "to": what is arranged."""
    aim: frozenset[str]
    """Before the day of what is promised."""


@cache
def cues() -> Cues:
    """The lists, looked up once."""
    return Cues(*(frozenset(words().tense[name]) for name in Cues._fields))


class Look:
    """Finds spaCy's tokens by their place in the text, and their tense."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []

    def token(self, at: int) -> Token | None:
        """The token that holds the character at this offset."""
        index = bisect_left(self.starts, at + 1) - 1
        return (
            self.doc[index]
            if 0 <= index < len(self.starts) and at < self.starts[index] + len(self.doc[index])
            else None
        )

    def side(self, at: int) -> str | None:
        """past, future or None for an expression that begins here."""
        token = self.token(at)
        if token is None:
            return None
        if ahead := self._ahead(token):
            return "future" if ahead == "future" else None
        verb, cut = token, 0
        while cut < 12 and not (verb.tag_ in VERBS and verb.dep_ not in {"amod", "compound"}):
            if verb.head is verb or verb.head.i == verb.i:
                return None
            verb, cut = verb.head, cut + 1
        if verb.tag_ not in VERBS:
            return None
        return "future" if self._promised(token, verb) else tense(verb)

    def _promised(self, token: Token, verb: Token) -> bool:
        """ "promised elections for October"."""
        return (
            token.i > verb.i
            and self.doc[token.i - 1].text.lower() in cues().aim
            and verb.text.lower() in cues().infinitive
        )

    def _ahead(self, token: Token) -> str | None:
        """future where a cue such as "scheduled for" stands just before; open where what it belongs to is over."""
        ahead = cues().ahead
        before: list[str] = []
        for index in range(token.i - 1, max(-1, token.i - 5), -1):
            word = self.doc[index].text.lower()
            before.insert(0, word)
            if " ".join(before) in ahead:
                past = word in BOUND and self._passive(token, 4 if word == "through" else 3)
                return "open" if past else "future"
        return None

    def _passive(self, token: Token, far: int) -> bool:
        """ "was told by Friday" is read as a time that has come."""
        node = token
        for _ in range(far):
            node = node.head
            if node.tag_ in VERBS:
                return node.tag_ in {"VBD", "VBN"} and tense(node) == "past"
        return False


def tense(verb: Token) -> str | None:
    """past, future, or None for the present and for what cannot be told."""
    future, infinitive = cues().future_aux, cues().infinitive
    helpers = [child for child in verb.children if child.dep_ in AUX]
    texts = {child.text.lower() for child in helpers}
    if texts & future and not texts & {"have"}:
        return "future"
    if verb.tag_ == "VB" and (verb.dep_ != "conj" or helpers):
        return _infinitive(verb, texts, infinitive)
    if verb.dep_ == "conj" and not helpers and verb.tag_ in {"VB", "VBN"} and verb.head.tag_ in VERBS:
        return tense(verb.head)  # "will meet him Sunday and return Monday"
    if verb.tag_ == "VBG":
        if "to" in {c.text.lower() for c in verb.children} or texts & {"is", "are", "'s", "’s", "'re", "am"}:
            return None
        return "past" if texts & {"was", "were", "been"} or verb.head is verb else _above(verb)
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ in {"VBZ", "VBP"} and not helpers and verb.text.lower() in cues().present:
        return "future"
    if verb.tag_ == "VBN" and verb.head.tag_ == "VB" and verb.dep_ in {"acomp", "oprd", "xcomp"}:
        return tense(verb.head)
    if verb.tag_ == "VBN":
        return None if texts & {"is", "are", "be", "being"} else "past"
    return None


def _infinitive(verb: Token, helpers: set[str], cue: frozenset[str]) -> str | None:
    if "did" in helpers or "have" in helpers:
        return "past"
    if "to" in helpers:
        head = verb.head
        if head.text.lower() in cues().be and verb.dep_ == "xcomp":
            return "future"  # "was to resume on Friday"
        if head.text.lower() in cue or head.tag_ in {"VBZ", "VBP"} or verb.head is verb:
            return "future"
        return tense(head) if head.i != verb.i and head.tag_ in VERBS and head.tag_ != "VB" else None
    return "future" if helpers & {"may", "might", "could", "should", "must", "can"} and "have" not in helpers else None


def _above(verb: Token) -> str | None:
    head = verb.head
    return tense(head) if head.i != verb.i and head.tag_ in {"VBD", "VBN", "VBZ", "VBP"} else None
