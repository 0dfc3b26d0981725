"""Everybody in a list of those who met, read word by word: parsers lose their way among many names with their offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model import Party, Span
from ...model.page import Page
from ...rules.nations import nation
from ..grammar import grammar
from ..kin import closing, lefts, opening
from ..lexicon import classes, people

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 14
"""Words of one item: a name with a long office."""
MOST = 20
"""Items that a list is read for."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DASHES = frozenset({"-", "–", "—"})
Extent = tuple[int, int]
"""First token, and the one after the last."""


def roll(page: Page, verb: Token | None, found: Sequence[Party]) -> list[Party]:
    """The parties found, and those who stand in one list with them; of "Kenyan and Danish envoys" each country's, and of two
    offices before one name the person alone. In text order."""
    doc = page.doc
    known = sorted({_extent(doc, one.span) for one in found})
    part = found[0].part if found else "both"
    for item in list(known):
        for other in _after(doc, item[1], verb):
            if any(o[0] < other[1] and other[0] < o[1] for o in known):
                break
            known.append(other)
    known.sort()
    if known:
        known += [o for o in _before(doc, known[0][0]) if o not in known]
    spans = {(one.span.start, one.span.end): one for one in found}
    many = [piece for item in _offices(doc, sorted(known)) for piece in _each(doc, item)]
    made = (page.cut(start, end) for start, end in many)
    return [spans.get((s.start, s.end)) or Party(s, part) for s in made]


def _extent(doc: Doc, span: Span) -> Extent:
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None, "a party lies in its text"
    return words.start, words.end


def _after(doc: Doc, at: int, verb: Token | None) -> Iterator[Extent]:
    """The items that follow one, as long as a comma, "and" or "as well as" leads on to somebody."""
    end = closing(doc[at - 1])
    named = _person(doc, at - 1)
    for _ in range(MOST):
        at = _aside(doc, at, end)
        start, joint = _joint(doc, at, end)
        if start == at:
            return
        stop = _stop(doc, start, end)
        if stop == start or _clause(doc, stop, verb):
            return
        start = start + 1 if doc[start].dep_ == "det" and start + 1 < stop else start
        name = _person(doc, stop - 1)
        if name and not joint and not named:
            return  # "the mayor, Ana Ruiz": the name of the one before
        if not name and not joint and _role(doc, start, stop) in ("one", "aside"):
            at = stop  # "Juan Soto, the prime minister, and ..."
            continue
        if not (name or _role(doc, start, stop) in ("one", "many")):
            return
        yield start, stop
        at, named = stop, name


def _before(doc: Doc, at: int) -> Iterator[Extent]:
    """The items of a sentence that begins with a list, left of the first that was found."""
    first = opening(doc[at])
    if any(t.tag_ in FINITE for t in doc[first:at]):
        return
    for _ in range(MOST):
        end = at
        while end > first and doc[end - 1].lower_ in ("and", ","):
            end -= 1
        start = end
        while start > first and doc[start - 1].lower_ not in ("and", ",") and end - start < LONGEST:
            start -= 1
        if end in (at, first):
            return
        at = start
        start = start + 1 if doc[start].dep_ == "det" or doc[start].lower_ in ("the", "a", "an") else start
        if not (_person(doc, end - 1) or _role(doc, start, end) in ("one", "many")):
            return
        yield start, end


def _aside(doc: Doc, at: int, end: int) -> int:
    """Past a remark in brackets or between dashes."""
    if at >= end or doc[at].text not in DASHES | {"("}:
        return at
    close = DASHES if doc[at].text in DASHES else {")"}
    return next((n + 1 for n in range(at + 1, min(end, at + LONGEST)) if doc[n].text in close), at)


def _joint(doc: Doc, at: int, end: int) -> tuple[int, bool]:
    """Where the next item begins, and whether more than a comma leads to it."""
    start, joint = at, False
    while start < end and (doc[start].lower_ in (",", "and", "&")):
        joint = joint or doc[start].lower_ != ","
        start += 1
    for words in grammar("beside"):
        many = words.split()
        if [t.lower_ for t in doc[start : start + len(many)]] == many:
            return start + len(many), True
    return start, joint


def _stop(doc: Doc, start: int, end: int) -> int:
    """Where an item ends: before what leads on, a verb, or a preposition other than "of" and "for"."""
    at = start
    while at < end and at - start < LONGEST:
        one = doc[at]
        verbal = one.tag_[:2] in ("VB", "MD", "WD", "WP", "TO") or (
            one.tag_ == "IN" and one.lower_ not in ("of", "for")
        )
        if verbal or (one.is_punct and one.tag_ != "POS") or one.lower_ in ("and", "&") or _joint(doc, at, end)[0] > at:
            break
        at += 1
    return at


def _clause(doc: Doc, stop: int, verb: Token | None) -> bool:
    """Whether the item is the subject of another clause: a finite verb follows, which is not that of the list."""
    if stop >= len(doc) or doc[stop].tag_[:2] not in ("VB", "MD"):
        return False
    own = set() if verb is None else {verb.i, verb.head.i} | {c.i for c in (*lefts(verb), *lefts(verb.head))}
    return doc[stop].i not in own


def _person(doc: Doc, last: int) -> bool:
    """Whether the name of a person ends at a token."""
    return doc[last].ent_type_ == "PERSON" and doc[last].tag_ in ("NNP", "NNPS")


def _role(doc: Doc, start: int, stop: int) -> str:
    """Whether a phrase means one by an office, "many" by theirs, is an "aside" (an age), or nobody ("")."""
    if all(t.like_num or t.lower_ in ("aged", "years", "old") for t in doc[start:stop]):
        return "aside"
    cut = next((n for n in range(start + 1, stop) if doc[n].lower_ in ("of", "for")), stop)
    head = doc[cut - 1]
    if head.lower_ not in people() and head.lower_ not in classes()["office"]:
        return ""
    return "many" if head.tag_ in ("NNS", "NNPS") else "one"


def _offices(doc: Doc, items: Sequence[Extent]) -> Iterator[Extent]:
    """The items, two offices of one person put together with the name: "Prime Minister and Foreign Minister Juan Soto"."""
    held: Extent | None = None
    for start, end in items:
        if (
            held is not None
            and held[1] + 1 == start
            and doc[held[1]].lower_ == "and"
            and _same(doc, held, (start, end))
        ):
            end = _name_end(doc, end)
            start = held[0]
        elif held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held


def _same(doc: Doc, left: Extent, right: Extent) -> bool:
    """Whether an office without a name goes on to another one that has neither article nor country, but the name."""
    bare = _role(doc, *left) == "one" and not any(t.ent_type_ == "PERSON" for t in doc[slice(*left)])
    first = doc[right[0]]
    own = first.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") or first.dep_ in ("det", "poss") or nation(first.text)
    return bare and not own and (_person(doc, right[1] - 1) or _name_end(doc, right[1]) > right[1])


def _name_end(doc: Doc, at: int) -> int:
    """The end of a person's name that begins here, after a title at most; the place itself where none does."""
    end = at
    while end < len(doc) and doc[end].tag_ == "NNP" and end - at < LONGEST:
        end += 1
    return end if end > at and _person(doc, end - 1) else at


def _each(doc: Doc, item: Extent) -> Iterator[Extent]:
    """Each country's of "Kenyan, Chilean and Danish envoys" and of "envoys from Kenya, Chile and Denmark"; else the item."""
    start, end = item
    if doc[end - 1].tag_ != "NNS" or doc[end - 1].lower_ not in people():
        yield item
        return
    at = start
    while at + 2 < end and nation(doc[at].text) and doc[at + 1].lower_ in (",", "and"):
        yield at, at + 1
        at = _joint(doc, at + 1, end)[0]
    if at > start and not nation(doc[at].text):
        at = start
    last = _origin(doc, end)
    yield at, last
    while last > end and (start := _joint(doc, last, closing(doc[end - 1]))[0]) > last:
        start += doc[start].lower_ == "the"
        if doc[start].ent_type_ != "GPE":
            return
        last = _country(doc, start)
        yield start, last


def _origin(doc: Doc, end: int) -> int:
    """The end of "from Kenya" after a word for people; the place itself where no country follows."""
    if end + 1 >= len(doc) or doc[end].lower_ != "from":
        return end
    first = end + 1 + (doc[end + 1].lower_ == "the")
    return _country(doc, first) if first < len(doc) and doc[first].ent_type_ == "GPE" else end


def _country(doc: Doc, start: int) -> int:
    end = start + 1
    while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ == "I":
        end += 1
    return end
