"""The terms of an offer, demand or agreement: how long, how many, by when, in what order, on what condition."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from ..model import Expression, Quantity, Term
from ..model.claim import TermKind
from ..model.page import Page
from ..rules import forms
from ..rules.tables import table
from .kin import children
from .syntax import DEPTH

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONG = 22
"""Words of a condition: what follows is mostly another thought."""
STOPS = frozenset({",", ";", ".", "—", "–", ":", "”", '"', ")", "\n"})
NOUNS = frozenset({"deals", "steps", "acts", "lasting"})
LENGTHS = {"unlimited": "permanent", "limited": "temporary"}
"""List of the table -> value of its words."""
UNITS = ("MONEY", "PERCENT", "QUANTITY")
Phrase = tuple[str, ...]


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`terms.toml`."""

    condition: list[str]
    within: list[str]
    deals: list[str]
    order: list[str]
    first: list[str]
    steps: list[str]
    relative: list[str]
    soon: list[str]
    acts: list[str]
    guarantee: list[str]
    ratio: list[str]
    deadline: list[str]
    lasting: list[str]
    spanning: list[str]
    behind: list[str]
    markers: list[str]
    unlimited: list[str]
    limited: list[str]
    clausal: list[str]


@cache
def _words(name: str) -> frozenset[str]:
    """A list of the table; of nouns, both forms."""
    return forms.listed(getattr(table("terms", Terms), name), nominal=name in NOUNS)


@cache
def _phrases() -> dict[str, tuple[tuple[Phrase, TermKind], ...]]:
    """First word -> phrases that begin with it, the longest first."""
    raw = table("terms", Terms)
    kinds: tuple[tuple[TermKind, list[str]], ...] = (
        ("condition", raw.condition),
        ("condition", raw.within),
        ("order", raw.order),
        ("order", raw.first),
        ("order", raw.relative),
        ("deadline", raw.soon),
        ("guarantee", raw.guarantee),
        ("ratio", raw.ratio),
    )
    found: dict[str, list[tuple[Phrase, TermKind]]] = {}
    for kind, phrases in kinds:
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(many, key=lambda m: -len(m[0]))) for first, many in found.items()}


@cache
def _markers() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in table("terms", Terms).markers:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(many, key=lambda m: -len(m))) for first, many in found.items()}


@cache
def marking() -> frozenset[str]:
    """First words of the phrases that `marker` finds."""
    return frozenset(_markers())


def marker(lower: list[str], at: int, end: int) -> str:
    """The phrase that begins a condition of a promise at this word; empty where none does."""
    for words in _markers().get(lower[at], ()):
        if at + len(words) < end and tuple(lower[at : at + len(words)]) == words:
            return " ".join(words)
    return ""


def conditional(doc: Doc, at: int) -> bool:
    """Whether a condition begins at this token."""
    for words, kind in _phrases().get(doc[at].lower_, ()):
        if kind == "condition" and _same(doc, at, words, len(doc)):
            return words[0] not in _words("within") or _dealt(doc, at + len(words), len(doc))
    return False


def terms(page: Page, start: int, end: int, *, wanted: bool = False) -> tuple[Term, ...]:
    """The terms that the tokens from `start` up to `end` name, in text order, none twice. `wanted`: they tell what is yet to be
    done, so that a number of what has happened is no term of it."""
    times = _times(page, start, end)
    until = {at for at, term in times if term.kind == "deadline"}
    marked = [f for f in _marked(page, start, end) if f[0] not in until]  # "until Friday" is no condition
    found = [*times, *_lengths(page.doc, start, end), *_counts(page, start, end, wanted=wanted), *marked]
    return tuple(dict.fromkeys(term for _, term in sorted(found, key=lambda f: f[0])))


def _times(page: Page, start: int, end: int) -> list[tuple[int, Term]]:
    """How long something is to last, and by when it is to be done."""
    low, high = page.doc[start].idx, page.doc[end - 1].idx + len(page.doc[end - 1].text)
    at = bisect_left(page.expressions, low, key=lambda e: e.span.start)
    found: list[tuple[int, Term]] = []
    for one in page.expressions[at : at + 40]:
        if one.span.start >= high:
            break
        first = page.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        if first is None:
            continue
        before = _before(page.doc, first.start, start)
        limit = next((w for w in before if w in _words("deadline")), "")
        if limit and (one.type != "DURATION" or limit == "within"):
            text = page.cut(first.start - 1 - before.index(limit), first.end).text
            found.append((one.span.start - len(limit) - 1, Term("deadline", text, one.value)))
        elif one.type == "DURATION" and _lasts(first[-1], before, one):
            found.append((one.span.start, Term("duration", one.span.text, one.value)))
    return found


def _lengths(doc: Doc, start: int, end: int) -> list[tuple[int, Term]]:
    """A length in words: "a permanent ceasefire", "a temporary pause"."""
    found: list[tuple[int, Term]] = []
    for at in range(start, end):
        value = next((name for name in LENGTHS if doc[at].lower_ in _words(name)), "")
        head = doc[at].head
        if value and head.i < end and (head.lower_ in _words("lasting") or head.lower_ in _words("acts")):
            stop = head.i + 1 if at < head.i < at + 4 else at + 1
            found.append((doc[at].idx, Term("duration", doc[at:stop].text, LENGTHS[value])))
    return found


def _before(doc: Doc, at: int, start: int) -> list[str]:
    """The one or two words before a time, the nearest first; "no later than" as one."""
    return [doc[i].lower_ for i in range(at - 1, max(at - 3, start - 1), -1)]


def _lasts(last: Token, before: list[str], one: Expression) -> bool:
    """Whether something that can be agreed on lasts so long: "a 60-day pause", "a halt of two weeks", "for a month"."""
    words = one.span.text.lower().replace("-", " ").split()
    lead = last.doc[max(last.i - len(words), 0)]
    if lead.lower_ == "last" and lead.tag_ == "VB":
        return True  # "will last 30 days"
    if words[0] == "over":
        return _spread(last.doc[lead.i + 1])
    if _words("behind") & {*words[:1], *words[-1:], *before}:
        return False
    after = last.nbor(1).lower_ if last.i + 1 < len(last.doc) else ""
    if after in _words("behind"):
        return False
    head = last
    for _ in range(3):
        if head.lower_ in _words("lasting") and head.i > last.i:
            return True
        head = head.head
    return bool(before) and before[0] in _words("spanning")


def _spread(over: Token) -> bool:
    """Whether "over" tells in how long something is to be done: "a raise of 8 percent over two years"."""
    head = over.head
    amount = (
        head.tag_ == "CD" or head.ent_type_ in UNITS or any(t.ent_type_ in UNITS for t in head.subtree if t.i < over.i)
    )
    return amount or head.tag_ in ("VB", "VBG")


def _counts(page: Page, start: int, end: int, *, wanted: bool) -> list[tuple[int, Term]]:
    at = bisect_left(page.quantities, start, key=lambda q: q.start)
    if at >= len(page.quantities):
        return []
    timed = [(e.span.start, e.span.end) for e in page.times(page.doc[start].idx, page.doc[end - 1].idx + 40)]
    found = []
    for one in page.quantities[at : at + 20]:
        if one.start >= end:
            break
        if any(a <= one.span.start < b for a, b in timed) or _bound(page.doc, one):
            continue
        if wanted and _happened(page.doc[one.end - 1], start):
            continue
        noun = _counted(page.doc[one.end - 1])
        stop = noun.i + 1 if noun is not None and one.end <= noun.i < min(end, one.end + 6) else one.end
        found.append((one.span.start, Term("count", page.cut(one.start, stop).text, _value(one))))
    return found


def _happened(token: Token, start: int) -> bool:
    """Whether it stands in a clause that says what has happened: "the raid that killed 40 people"."""
    nominal = True
    for _ in range(DEPTH):
        past = token.tag_ == "VBD" or any(
            c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in children(token)
        )
        if token.tag_[:2] == "VB":
            nominal = False
        if nominal and token.dep_ == "prep" and token.lower_ in _words("behind"):
            return True  # "after the escape of 23 men"
        if token.dep_ in ("relcl", "advcl") and past and token.tag_ in ("VBD", "VBN"):
            return True
        if token.head.i < start or token.head.i == token.i:
            return False
        token = token.head
    return False


def _bound(doc: Doc, one: Quantity) -> bool:
    """Whether the number is part of a name or a kind: "a 50-state plan", "a 17-year-old", "Resolution 242"."""
    after = doc[one.end].text if one.end < len(doc) else ""
    before = doc[one.start - 1] if one.start else None
    unit = doc[one.end - 1].ent_type_ in UNITS
    if one.end - one.start == 1 and one.span.text.lower() == "one" and after.lower() == "of":
        return True  # "one of the young men"
    named = before is not None and before.tag_ == "NNP" and not unit and before.ent_type_ != "PERSON"
    joined = "-" in one.span.text and not one.span.text[-1].isdigit()
    return named or (not unit and (after == "-" or joined))


def _counted(token: Token) -> Token | None:
    """The noun that a number counts."""
    for _ in range(4):
        if token.tag_[:2] == "NN" and not token.like_num:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _value(one: Quantity) -> str:
    low, high = (
        f"{v:g}" if v is not None and abs(v) < 1e6 else "" if v is None else f"{v:.0f}" for v in (one.low, one.high)
    )
    return low if low == high else f"{low}-{high}"


def _marked(page: Page, start: int, end: int) -> list[tuple[int, Term]]:
    """Terms that a phrase of the table marks; a condition reaches to the end of its clause."""
    found: list[tuple[int, Term]] = []
    doc, i = page.doc, start
    while i < end:
        fit = next((f for f in _phrases().get(doc[i].lower_, ()) if _same(doc, i, f[0], end)), None)
        if fit is None or not _tells(page, i, fit[0], end):
            i += 1
            continue
        words, kind = fit
        stop = _stop(doc, i, i + len(words), end, kind)
        text = page.cut(i, stop).text
        found.append((doc[i].idx, Term(kind, text, text.lower() if kind == "order" else text)))
        i = stop if kind == "condition" and words[0] not in ("linked", "tied") else i + len(words)
    return found


def _tells(page: Page, at: int, words: Phrase, end: int) -> bool:
    """Whether the words mark a term here: what they need after them is there."""
    phrase, after = " ".join(words), at + len(words)
    if phrase in _words("first"):
        return any(t.lower_ in _words("steps") for t in page.doc[after : min(after + 3, end)])
    if phrase in _words("within"):
        return _dealt(page.doc, after, end)
    if words[-2:] == ("to", "one"):
        return at > 0 and page.doc[at - 1].tag_ == "CD"
    if phrase in _words("relative"):
        if at and page.doc[at - 1].lower_ in _words("lasting"):
            return False  # "the day after"
        return _acted(page, after, end)
    return True


def _dealt(doc: Doc, at: int, end: int) -> bool:
    """Whether a deal stands in the phrase that begins here."""
    return any(t.lower_ in _words("deals") for t in doc[at : min(at + 5, end)])


def _acted(page: Page, at: int, end: int) -> bool:
    """Whether an act stands here, as a verb or as its noun, and no time: "before talks begin", not "before Monday"."""
    stretch = page.doc[at : min(at + 7, end)]
    if not stretch or any(t.ent_type_ in ("DATE", "TIME") for t in stretch[:3]):
        return False
    return any(t.lower_ in _words("acts") or t.tag_[:2] == "VB" for t in stretch)


def _same(doc: Doc, at: int, words: Phrase, end: int) -> bool:
    return at + len(words) <= end and all(doc[at + k].lower_ == w for k, w in enumerate(words))


def _stop(doc: Doc, at: int, after: int, end: int, kind: TermKind) -> int:
    if kind == "order" and doc[at].dep_ in ("amod", "advmod") and " ".join(_two(doc, at)) not in ("followed by",):
        head = doc[at].head
        return head.i + 1 if doc[at].dep_ == "amod" and after <= head.i < min(end, after + 3) else after
    if kind == "deadline" or (kind == "guarantee" and doc[at].dep_ in ("amod", "advmod")):
        return after
    stop, told = after, doc[at].lower_ not in _words("clausal")
    while stop < min(end, at + LONG) and (doc[stop].text not in STOPS or (doc[stop].text == "," and not told)):
        told = told or doc[stop].tag_[:2] == "VB"
        stop += 1
    while stop > after and doc[stop - 1].dep_ in ("cc", "prep", "det", "mark"):
        stop -= 1
    return stop


def _two(doc: Doc, at: int) -> tuple[str, ...]:
    return tuple(t.lower_ for t in doc[at : at + 2])
