"""Whom a pronoun stands for that is a source, where the article's other sources tell: "“...,” the envoy said. He added ..."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.page import Page
from ...rules.people import genders, titles
from ..kin import children
from . import lexicon, voices
from .report import Report, Tokens
from .reports import reports
from .spoken import Spoken, spoken
from .trees import child, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "speech.stands"
BACK = {"person": 3, "many": 1, "thing": 1}
"""Sort of pronoun -> sentences that it looks back for a source."""
VOCAL = frozenset({"say", "utter", "carry", "predict", "think", "according", "talk", "bid", "tally"})
"""Groups of cues whose source is who is spoken of next, as "he" or "it"."""
NESTED = 60
"""Tokens within which one report can be part of another."""
FAR = 8
"""Reports that it looks back."""
SINGULAR = frozenset({"NN", "NNP"})
OBLIQUE = frozenset({"poss", "pobj", "dobj"})
"""Parts of a sentence that are less likely to be taken up than its subject."""
KINDS = {"person": frozenset({"named", "anonymous"}), "many": frozenset({"anonymous", "institution"})}
"""Sort of pronoun -> kinds of sources that it can take up."""
THINGS = frozenset({"institution", "document", "outlet"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a pronoun: the words it stands for. `open`: what the grammar offers stands in somebody else's mouth."""

    tokens: Tokens | None = None
    head: int | None = None
    open: bool = False


KNOWN = Standing()
"""Left to the article's other mentions."""


def standing(page: Page, source: Tokens) -> Standing:
    """Whom a source that is a pronoun stands for; nothing for other sources. All are worked out once."""
    memo: dict[int, Standing] | None = page.memo.get(MEMO)
    if memo is None:
        memo = page.memo[MEMO] = _Reader(page).read()
    return memo.get(source[0], KNOWN) if source[1] - source[0] == 1 else KNOWN


class _Reader:
    """The sources of a page in text order, and which quotes hold what."""

    def __init__(self, page: Page) -> None:
        self.page, self.doc = page, page.doc
        self.said = [s for s in spoken(page) if s.kind == "direct"]
        self.starts = [s.marked.outer[0] for s in self.said]
        self.sentences = [s.start for s in page.sentences]
        self.told = sorted((r for r in reports(page) if r.source and r.head is not None), key=_place)
        self.grammar = {m.span.start: m.antecedent for m in page.mentions if m.form == "pronoun" and m.antecedent}
        self.names = [m.span for m in page.mentions if m.kind == "person" and m.form == "name"]
        self.places = [span.start for span in self.names]
        self.found: dict[int, Standing] = {}

    def read(self) -> dict[int, Standing]:
        """Token of a pronoun -> what is known of it; in text order, so that one can rest on the one before."""
        for number, report in enumerate(self.told):
            token = self.doc[_place(report)[0]]
            if token.tag_.startswith("PRP") and token.i not in self.found:
                self.found[token.i] = self._standing(number, token)
        return self.found

    def _standing(self, number: int, pronoun: Token) -> Standing:
        mouth, sort = self._mouth(pronoun.idx), lexicon.sorts().get(pronoun.text.lower())
        if sort == "self":
            return self._self(mouth)
        if sort == "thing" and (text := self._document(pronoun)):
            return text
        known = self.grammar.get(pronoun.idx)
        hidden = known is not None and self._mouth(known.start) not in (None, mouth)
        if known is not None and not hidden:
            return KNOWN
        for one in reversed(self.told[max(0, number - FAR) : number]):
            if _place(one)[1] <= pronoun.i and self._level(one, pronoun, mouth):
                taken = self._taken(one, pronoun, sort or "")
                return taken if taken.tokens or not hidden else self._focus(pronoun)
        return self._focus(pronoun) if hidden else KNOWN

    def _document(self, pronoun: Token) -> Standing | None:
        """The text that the sentence before is about, for an "it" that begins one: "The draft was sent on Monday. It says"."""
        here = self._sentence(pronoun.i)
        if here < 2 or self.sentences[here - 1] != pronoun.i or self._mouth(pronoun.idx) is not None:
            return None
        root = self.doc[self.sentences[here - 2]].sent.root
        head = child(root, "nsubj", "nsubjpass")
        if head is None or head.tag_ not in SINGULAR or voices.kind(head) != "document":
            return None
        start, end = phrase(head)
        return Standing((start, end), head.i) if self._mouth(head.idx) is None else None

    def _focus(self, pronoun: Token) -> Standing:
        """The one person who does something in the sentences before, outside quotes and outside what others say."""
        sex, here, found = lexicon.gender(pronoun.text.lower()), self._sentence(pronoun.i), dict[str, Standing]()
        for span in reversed(self.names[: bisect_right(self.places, pronoun.idx - 1)][-FAR:]):
            words = self.doc.char_span(span.start, span.end)
            if words is None or here - self._sentence(words.start) > BACK["person"]:
                break
            told = any(r.content and r.content[0] <= span.start < r.content[1] for r in self._about(words.root.i))
            if told or self._mouth(span.start) is not None or _gender(span.text.lower().split()) not in (None, sex):
                continue
            if words.root.dep_ == "nsubj":
                found.setdefault(words[-1].text, Standing((words.start, words.end), words.root.i))
            elif not found and words.root.dep_ not in OBLIQUE:
                return Standing(open=True)
        return next(iter(found.values())) if len(found) == 1 else Standing(open=True)

    def _about(self, token: int) -> list[Report]:
        """Reports made not far from a token."""
        first = bisect_right(self.told, token - NESTED, key=lambda r: _place(r)[0])
        return self.told[first : bisect_right(self.told, token + NESTED, key=lambda r: _place(r)[0])]

    def _level(self, one: Report, pronoun: Token, mouth: Spoken | None) -> bool:
        """Whether an earlier report is the article's own telling as the pronoun is, and no part of what somebody said there."""
        at = self.doc[one.anchor].idx
        if one.group not in VOCAL or self._mouth(at) is not mouth:
            return False
        return not any(
            r.content and r.content[0] <= at < r.content[1] and not r.content[0] <= pronoun.idx < r.content[1]
            for r in self._about(one.anchor)
            if r is not one
        )

    def _self(self, mouth: Spoken | None) -> Standing:
        """Who says "I" within a quote."""
        report = mouth.report if mouth else None
        if report is None or report.source is None:
            return KNOWN
        return self.found.get(report.source[0], Standing(report.source, report.head))

    def _taken(self, one: Report, pronoun: Token, sort: str) -> Standing:
        """The source of an earlier report, if the pronoun can be that one and nobody else."""
        start, end = _place(one)
        made = self.found.get(start) or Standing((start, end), one.head)
        if (
            made.tokens is None
            or made.head is None
            or self._sentence(pronoun.i) - self._sentence(start) > BACK.get(sort, 0)
        ):
            return KNOWN
        head = self.doc[made.head]
        if not _fits(head, self.doc[made.tokens[0] : made.tokens[1]].text, pronoun.text.lower(), sort):
            return KNOWN
        return KNOWN if sort == "person" and self._other(self.doc[end - 1].idx, pronoun) else made

    def _other(self, left: int, pronoun: Token) -> bool:
        """Whether another person whom the pronoun can stand for is named before it, outside quotes."""
        between = self.names[bisect_right(self.places, left) : bisect_right(self.places, pronoun.idx)]
        sex = lexicon.gender(pronoun.text.lower())
        return any(self._mouth(s.start) is None and _gender(s.text.lower().split()) in (None, sex) for s in between)

    def _mouth(self, at: int) -> Spoken | None:
        """The quote that holds an offset."""
        place = bisect_right(self.starts, at) - 1
        return self.said[place] if place >= 0 and at < self.said[place].marked.outer[1] else None

    def _sentence(self, token: int) -> int:
        return bisect_right(self.sentences, token)


def _place(report: Report) -> Tokens:
    return report.source or (report.anchor, report.anchor)


def _fits(head: Token, words: str, pronoun: str, sort: str) -> bool:
    """Whether a pronoun can stand for a source with this head, by kind, number and gender."""
    if head.tag_.startswith("W"):
        return False
    kind, many = voices.kind(head), head.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in children(head))
    if sort == "thing":
        return kind in THINGS and not many and "spokes" not in words
    if sort == "many":
        return kind in KINDS["many"] and many
    gender = _gender(words.lower().split())
    person = kind in KINDS["person"] or "spokes" in head.text.lower()
    return person and not many and gender in (None, lexicon.gender(pronoun))


def _gender(words: Sequence[str]) -> str | None:
    """What a title, a given name or the noun's ending tells: "spokeswoman"."""
    for word in words:
        if (known := titles().get(word.rstrip(".")) or titles().get(word) or genders().get(word)) is not None:
            return known
    last = words[-1] if words else ""
    return next((sex for ending, sex in lexicon.endings().items() if last.endswith(ending)), None)
