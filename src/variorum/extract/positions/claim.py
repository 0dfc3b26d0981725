"""From what was found to claims: whose, on what, on which terms; what says nothing by itself is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import PositionClaim, Span
from ...model.claim import Stance
from ...model.page import Page
from ..attribution import attribution
from ..kin import children, opening
from ..parties import party
from ..parties import span as cut
from ..syntax import child
from ..terms import terms
from .about import span
from .holders import holders, named
from .phrases import bare_noun
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MAKING = ("proposes", "offers", "demands", "conditions")
ASKING = ("proposes", "offers", "demands")
TELLING = ("NN", "VB", "JJ", "CD")


@dataclass(frozen=True)
class Finding:
    """A position in the parse: the word it hangs on, whose it may be, and the range of what it is about."""

    at: Token
    held: tuple[Token, ...]
    stance: str
    about: tuple[int, int]
    toward: tuple[Token, ...] = ()
    again: bool = False
    """Whether it is on what the sentence has told before: "which the union rejected"."""


def claims(page: Page, sentence: Tokens, one: Finding, *, by: Span | None = None) -> Iterator[PositionClaim]:
    """A claim for each party whose position it is, or for `by`, where another sentence names it; none where what it is about
    says nothing away from its sentence."""
    start, end = one.about
    if end <= start or _empty(page, one):
        return
    end = _closed(page, start, _gone_on(one, end))
    start = _opened(page, start, end)
    if not _plain(page.cut(start, end).text):
        return
    if by is not None:
        yield _claim(page, sentence, one, (start, end), by, one.stance, None)
        return
    for holder in holders(list(one.held), drafts=one.stance in ASKING):
        if not start <= holder.i < end:
            draft = any(t.lower_ in words("drafts") for t in (holder, *one.held))
            stance = "proposes" if draft and one.stance == "demands" else one.stance
            yield _claim(page, sentence, one, (start, end), named(page, holder), stance, _toward(page, one, holder))


def _claim(
    page: Page, sentence: Tokens, one: Finding, about: tuple[int, int], who: Span, stance: str, toward: Span | None
) -> PositionClaim:
    start, end = about
    text = page.cut(start, end)
    whole = page.cut(one.at.i, one.at.i + 1) if one.again else page.cut(min(one.at.i, start), max(one.at.i + 1, end))
    return PositionClaim(
        article=page.article.id,
        spans=(whole,),
        sentence=page.span(sentence),
        part=page.kind(sentence.start_char),
        attribution=attribution(page, one.at),
        party=who,
        stance=_stance(stance),
        about=_plain(text.text),
        terms=terms(page, start, end, wanted=True) if stance != "denies" else (),
        toward=toward,
        times=tuple(e for e in page.times(sentence.start_char, text.start) if e.type in ("DATE", "TIME")),
    )


def _gone_on(one: Finding, end: int) -> int:
    """The end with terms after a comma: "a pause in the fighting, with phased releases, beginning with women"."""
    for _ in range(2):
        after = _after(one, end) if one.stance in ASKING else None
        if after is None or after.lower_ not in words("going") or opening(after) != opening(one.at):
            return end
        brought = child(after, "pobj", "pcomp", "dobj", "prep", "agent")
        whose = brought is not None and (party(brought) or any(c.dep_ in ("nsubj", "acl") for c in children(brought)))
        if brought is None or (after.lower_ == "with" and whose):
            return end
        end = max(end, span(after)[1])
    return end


def _after(one: Finding, end: int) -> Token | None:
    """The word after a comma; of "to be followed by", the last but one."""
    doc = one.at.doc
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    later = end + 3 if [t.lower_ for t in doc[end + 1 : end + 3]] == ["to", "be"] and end + 3 < len(doc) else end + 1
    return doc[later]


def _closed(page: Page, start: int, end: int) -> int:
    """The end with the mark that closes a quotation which begins inside."""
    words = [t.text for t in page.doc[start:end]]
    last = "”" if words.count("“") > words.count("”") else '"' if words.count('"') % 2 else ""
    near = [t.text for t in page.doc[end : end + 2]]
    return end + near.index(last) + 1 if last and last in near else end


def _opened(page: Page, start: int, end: int) -> int:
    """The start with the mark that opens a quotation which is closed inside."""
    marks = [t.text for t in page.doc[start:end]]
    before = page.doc[start - 1].text if start else ""
    odd = marks.count("”") > marks.count("“") if before == "“" else before == '"' and marks.count('"') % 2 == 1
    return start - 1 if odd else start


def _plain(text: str) -> str:
    """The words on one line, without marks at their ends that nothing closes."""
    line = " ".join(text.split()).strip(" ,;:–—-")
    pairs = (("“", "”"), ('"', '"'), ("‘", "’"))
    for left, right in pairs:
        odd = line.count(left) % 2 if left == right else line.count(left) != line.count(right)
        if odd and left != "‘":
            line = line.strip(left + right)
    return line.strip(" ,;:–—-")


def _empty(page: Page, one: Finding) -> bool:
    """Whether it says nothing by itself: "it", "what", "them", "to know", "that assessment"."""
    stretch = [
        t for t in page.doc[one.about[0] : one.about[1]] if t.dep_ != "punct" and not t.is_space and t.lower_ != "to"
    ]
    telling = [t for t in stretch if t.tag_[:2] in TELLING and t.lower_ not in words("empty")]
    if not telling or (all(t.tag_[:2] == "VB" for t in telling) and any(t.tag_ in ("PRP", "DT") for t in stretch)):
        return True
    if stretch[0].tag_ in ("WDT", "WP", "WP$", "WRB"):
        return True
    if one.stance in MAKING and bare_noun(one.at, one.about):
        return True  # "made an offer"
    nouns = [t for t in stretch if t.tag_[:2] == "NN"]
    if nouns and all(t.lower_ in words("empty") for t in nouns) and not any(t.tag_[:2] == "VB" for t in telling):
        return True
    pointed = any(t.lower_ in words("pointing") and t.dep_ == "det" for t in stretch)
    return pointed and len(telling) < 2


def _toward(page: Page, one: Finding, holder: Token) -> Span | None:
    known = (t for t in one.toward if party(t) or t.lower_ in words("crowd"))
    other = next((t for t in known if t.i != holder.i and t.tag_ != "PRP"), None)
    return cut(page, other) if other is not None else None


def _stance(text: str) -> Stance:
    return text  # type: ignore[return-value]
