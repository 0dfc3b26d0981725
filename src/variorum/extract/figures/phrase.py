"""Noun phrases: how many, of whom, and, for a single person, what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...model import Quantity
from ...model.page import Page
from ...model.value import Hedge
from ..kin import children, lefts, opening, rights
from .lexicon import Lexicon, Noun
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

NAMES = ("PERSON",)
_BARS = frozenset({"|", "–", "—", "-", ";", ":"})
"""Marks that part a headline from the name of the page; a hyphen counts where it stands between spaces."""
_OPENERS = frozenset({",", ":", "-", "–", "—"})
"""Marks before those who make up a number, and behind them."""
_LEFT = (
    "amod",
    "compound",
    "nmod",
    "poss",
    "nummod",
    "det",
    "advmod",
    "quantmod",
    "predet",
    "case",
    "punct",
    "npadvmod",
)


@dataclass(frozen=True)
class Counted:
    """A noun phrase that counts somebody or something. `head` is its noun, or the number where there is none."""

    head: Token
    low: float | None
    high: float | None
    hedge: Hedge
    start: int
    end: int
    """Tokens of the number, or of the whole phrase where no number is written."""
    of: tuple[int, int] | None
    noun: Noun | None
    quantity: Quantity | None = None
    single: bool = False
    """One person, told of without a number."""
    more: bool = False
    members: tuple[Counted, ...] = field(default=())
    """The parts of a coordination."""
    numbered: bool = False
    """Told by an ordinal: "a third victim"."""

    @classmethod
    def given(
        cls, head: Token, quantity: Quantity, of: tuple[int, int] | None = None, noun: Noun | None = None
    ) -> Counted:
        """What a number that stands in the text counts."""
        span = quantity.start, quantity.end
        return cls(head, quantity.low, quantity.high, quantity.hedge, *span, of, noun, quantity)

    @property
    def listed(self) -> bool:
        """Whether it is a list of single persons without any number: "Ann Lee and her brother"."""
        return self.quantity is None and bool(self.members) and all(m.single for m in self.members)


class Phrases:
    """Noun phrases of one page. Quantities are found by their tokens."""

    def __init__(self, page: Page, lex: Lexicon) -> None:
        self.page, self.lex = page, lex
        self.words = page.words
        self.at = {i: q for q in page.quantities for i in range(q.start, q.end)}

    def counted(self, head: Token, trigger: Token | None = None) -> list[Counted]:
        """The counts of the phrase that a token heads: one for all that is joined ("two men and a woman": three), or one each
        where they cannot be added (different peoples, open ends). What is joined past the trigger is not counted by it
        ("one man dead and seven others wounded")."""
        own = self.one(head)
        joined = [one for token in self._joined(head, trigger) if (one := self.one(token))]
        joined = joined or (self._apposed(own) if own is not None else [])
        if own is not None and not joined and (before := self._lost(head)) is not None:
            own, joined = before, [own]
        selves = [one for one in joined if one.head.lower_ in words().attacker.self]
        if selves and own is not None:  # "killed two people and himself": he is told apart from those whom he killed
            return [*self._sum(own, [one for one in joined if one not in selves]), *selves]
        return self._sum(own, joined)

    def within(self, sentence: Tokens) -> list[Quantity]:
        """The quantities of a sentence, in order."""
        return list({id(q): q for i in range(sentence.start, sentence.end) if (q := self.at.get(i))}.values())

    def _lost(self, head: Token) -> Counted | None:
        """What is joined before a phrase that the parse cuts off: "a couple and their baby"."""
        at = head.left_edge.i - 2
        if at < opening(head) or self.words[at + 1] != "and" or head.doc[at].head.i != head.head.i:
            return None
        before = head.doc[at]
        return self.one(before) if before.dep_ == "npadvmod" and before.lower_ in self.lex.groups.counts else None

    def _sum(self, own: Counted | None, joined: list[Counted]) -> list[Counted]:
        if not joined or own is None:
            return [own] if own is not None else []
        if self._split(own, joined):
            return [replace(own, members=tuple(joined))]
        many = [own, *joined]
        if (
            any(m.low is None or m.low != m.high or m.low == 0 for m in many)
            or sum(self._people(m) for m in many) > 1
            or not self._alike(many)
        ):
            return [own, *(m for m in joined if m.quantity is not None)]
        total = sum(m.low or 0 for m in many)
        start, end = min(m.start for m in many), max(m.head.i + 1 for m in many)
        more = any(m.more for m in many)
        return [Counted(own.head, total, total, "exact", start, end, None, own.noun, None, False, more, tuple(many))]

    def _split(self, own: Counted, joined: list[Counted]) -> bool:
        """Whether what follows a comma only says who the first are: "eight people, three men and four women". Others than
        people are so told only where a comma closes it: "five miners, two Poles and a Dane, were"."""
        if own.quantity is None or own.low is None or own.low != own.high or len(joined) < 2:
            return False
        general = own.noun is None or own.noun.group.general or self._closed(joined[-1])
        comma = own.head.i + 1 < len(self.words) and self.words[own.head.i + 1] in _OPENERS
        named = all(m.noun is not None and m.low == m.high and not m.more for m in joined)
        return general and comma and named and sum(m.low or 0 for m in joined) <= own.low

    def _closed(self, last: Counted) -> bool:
        after = last.head.i + 1
        return after < len(self.words) and self.words[after] in _OPENERS

    def _apposed(self, own: Counted) -> list[Counted]:
        """Counts behind a comma that the parse takes for another name of the first: its parts, or the rest of a list ("five
        men, two women and a child were")."""
        first = next((c for c in rights(own.head) if c.dep_ == "appos" and any(t.tag_ == "CD" for t in lefts(c))), None)
        if first is None or own.quantity is None or own.noun is None:
            return []
        many = [one for token in (first, *first.conjuncts) if token.i >= first.i and (one := self.one(token))]
        listed = len(many) > 1 and not own.noun.group.general and not self._closed(many[-1])
        return many if listed or self._split(own, many) else []

    def _joined(self, head: Token, trigger: Token | None) -> list[Token]:
        """The heads joined to this one that the same trigger counts: up to a mark that parts headlines from names of pages, to
        the trigger itself where it stands behind the first ("3 dead and 5 injured") and to another word that says a measure."""
        out: list[Token] = []
        end = trigger.i if trigger is not None and trigger.i >= head.i else len(head.doc)
        at = head.i + 1
        found = sorted(joined(head), key=lambda t: t.i)
        if found and _restated(head, found[-1]):
            return []
        for token in found:
            if token.i > end or any(self._parts(t) for t in head.doc[at : token.i + 1]):
                break
            if not aged(token):
                out.append(token)
            at = token.i + 1
        return out

    def _parts(self, token: Token) -> bool:
        """Whether a word between joined phrases ends what is counted together."""
        if token.lower_ in _BARS:
            return token.text != "-" or bool(token.whitespace_ and token.i and token.nbor(-1).whitespace_)
        return token.tag_ not in ("NN", "NNS") and any(
            t.kind in ("state", "patient") for t in self.lex.triggers.get(token.lower_, ())
        )

    def _alike(self, many: list[Counted]) -> bool:
        """Whether all are of groups that a general count adds up; soldiers and civilians are told apart."""
        groups = {m.noun.group.name: m.noun.group for m in many if m.noun}
        return len(groups) < 2 or all(g.general or g.plain for g in groups.values())

    def _people(self, one: Counted) -> bool:
        """Whether the phrase names a people or nationality."""
        return one.of is not None and any(self.page.doc[i].ent_type_ == "NORP" for i in range(*one.of))

    def one(self, head: Token) -> Counted | None:
        """The count of one phrase, those joined to it left aside."""
        quantity = self._quantity(head)
        if quantity is not None and quantity.unit in (None, "ratio"):
            return self._numbered(head, quantity)
        if quantity is not None:
            return None
        return self._body(head) or self._worded(head)

    def _body(self, head: Token) -> Counted | None:
        """The number of a body of people: "a family of six"."""
        inner = _of(head) if head.lower_ in self.lex.groups.words["body"] and head.tag_ == "NN" else None
        found = self.one(inner) if inner is not None and inner.lower_ not in self.lex.groups.words["body"] else None
        return replace(found, head=head) if found is not None and found.quantity is not None else None

    def _quantity(self, head: Token) -> Quantity | None:
        own = self.at.get(head.i)
        if own is not None:
            return own
        for child in lefts(head):
            if child.i in self.at and child.dep_ in (
                "nummod",
                "quantmod",
                "amod",
                "nmod",
                "compound",
                "det",
                "advmod",
                "dep",
                "appos",
            ):
                found = self.at[child.i]
                if found.end <= head.i and not _names(found, head):
                    return found
            if child.dep_ == "amod" and child.lower_ in ("more", "other", "additional", "further"):
                inner = next((self.at[c.i] for c in lefts(child) if c.i in self.at), None)
                if inner is not None:
                    return inner
        return None

    def _numbered(self, head: Token, q: Quantity) -> Counted | None:
        noun_head = head
        if q.start <= head.i < q.end:  # "dozens of people", "two of the men", "12 were"
            noun_head = _of(head) or head
        inside = q.start <= noun_head.i < q.end or noun_head.tag_[:2] in ("PR", "WP", "DT", "WD")
        noun = None if inside else self.noun(noun_head)
        of = (
            None
            if inside
            else (max(q.end, noun_head.left_edge.i) if noun_head.i > q.end else noun_head.i, noun_head.i + 1)
        )
        if of is not None and of[0] > q.end + 8:
            of = (noun_head.i, noun_head.i + 1)
        return Counted(head, q.low, q.high, q.hedge, q.start, q.end, of, noun, q, False, q.more)

    def _worded(self, head: Token) -> Counted | None:
        low, words = head.lower_, self.lex.groups.words
        inner = _of(head) if low in words["none"] else None
        noun = self.noun(head if inner is None else inner)
        det = next((c for c in children(head) if c.dep_ in ("det", "neg", "predet") and c.i < head.i), None)
        if (
            low in words["none"]
            or (low in ("one", "-one") and head.i and head.nbor(-1).lower_ == "no")
            or (det is not None and det.lower_ in words["no"] and (noun or low == "one"))
        ):
            start = det.i if det is not None else head.i - (low == "one")
            return Counted(head, 0, 0, "exact", start, head.i + 1, None, noun)
        if head.tag_ in ("PRP", "PRP$") and (low in words["him"] or low in words["her"]):
            return Counted(head, 1, 1, "exact", head.i, head.i + 1, None, None, single=True)
        if low in words["one"]:
            return Counted(head, 1, 1, "exact", head.i, head.i + 1, None, noun, single=True)
        if low in self.lex.groups.counts and head.tag_ not in ("NNP",):
            number = self.lex.groups.counts[low]
            inner = _of(head)
            return Counted(
                head,
                number,
                number,
                "exact",
                head.left_edge.i if low != "both" else head.i,
                head.i + 1,
                (inner.i, inner.i + 1) if inner is not None else None,
                noun,
            )
        if det is not None and det.lower_ == "both" and noun:
            return Counted(head, 2, 2, "exact", det.i, head.i + 1, (head.i, head.i + 1), noun)
        if self.person(head, noun):
            start = _start(head)
            return Counted(
                head, 1, 1, "exact", start, head.i + 1, (head.i, head.i + 1) if noun else None, noun, single=True
            )
        return None

    def noun(self, head: Token) -> Noun | None:
        """The group of a noun: two words ("police officer"), then one, then a people's name."""
        nouns = self.lex.nouns
        if head.i and head.nbor(-1).dep_ in ("compound", "amod"):
            found = nouns.get(f"{head.nbor(-1).lower_} {head.lower_}")
            if found:
                return found
        found = nouns.get(head.lower_) or (nouns.get(head.lower_.rpartition("-")[2]) if "-" in head.text else None)
        if found or head.ent_type_ != "NORP":
            return found
        return Noun(nouns["people"].group, head.tag_ in ("NNPS", "NNS") or head.text.endswith("s"))

    def person(self, head: Token, noun: Noun | None) -> bool:
        """Whether the phrase means one person: a name, or a singular noun for a person."""
        if head.ent_type_ in NAMES and head.tag_ in ("NNP", "NN", "NNPS"):
            return True
        if head.tag_ == "NNP" and not head.ent_type_ and head.i > opening(head) and head.text[1:].islower():
            return True
        if (
            head.lower_ in ("old",)
            and head.i >= 2
            and "year" in head.doc[head.i - 2].lower_ + head.doc[head.i - 1].lower_
        ):
            return True
        return (
            noun is not None and noun.group.class_ == "person" and not noun.plural and head.tag_ in ("NN", "NNP", "JJ")
        )


def _names(q: Quantity, head: Token) -> bool:
    """A number in another phrase on the way: "the 2 November attack's victims"."""
    return any(t.dep_ == "poss" and q.start >= t.left_edge.i and q.end <= t.i for t in lefts(head))


def _of(head: Token) -> Token | None:
    for child in children(head):
        if child.lower_ == "of":
            return next((c for c in children(child) if c.dep_ == "pobj"), None)
    return None


def aged(token: Token) -> bool:
    """Whether a number is the age behind a name: "Ann Lee, 3, and"."""
    doc, at = token.doc, token.i
    if token.tag_ != "CD" or at < 2 or at + 1 >= len(doc):
        return False
    return (
        doc[at - 1].text in (",", "(") and doc[at - 2].tag_.startswith("N") and not doc[at + 1].tag_.startswith("NNS")
    )


def joined(head: Token) -> Iterator[Token]:
    """Heads joined to this one by "and" or commas, nouns and numbers only."""
    todo, seen = [head], 0
    while todo and seen < 30:
        token = todo.pop()
        seen += 1
        for child in rights(token):
            if child.dep_ == "appos" and child.ent_type_ == "PERSON" and any(c.dep_ == "conj" for c in rights(token)):
                yield child  # "Anna, Peter and Paul" with an age behind each
            if child.dep_ == "conj" and child.tag_[:2] in ("NN", "CD", "JJ", "DT", "PR") and not _either(token):
                yield child
                todo.append(child)


def _restated(head: Token, last: Token) -> bool:
    """Whether what follows a comma says again who "one" is: "One of the victims, Ann Lee, died"."""
    one = head.tag_ == "CD" and _of(head) is not None
    return one and not any(t.tag_ == "CC" for t in head.doc[head.i : last.i])


def _either(token: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "but", "nor") for c in children(token))


def _start(head: Token) -> int:
    """First token of a noun phrase without what follows a comma before it."""
    start = head.i
    for token in reversed(list(lefts(head))):
        if token.dep_ not in _LEFT or (token.dep_ == "punct" and token.text not in ("-", '"', "“", "”", "'")):
            break
        start = token.left_edge.i
    return start
