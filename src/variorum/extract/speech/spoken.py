"""Spoken words: which quoted stretches are speech, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from ...model.article import QUIET
from ...model.page import Page
from .embeds import posted
from .marks import Marked, marks
from .nearby import Nearby, outer, touching
from .report import SILENT, Report
from .reports import reports
from .turns import said

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "speech.spoken"
SHORT = 4
"""Quoted words fewer than this are a term unless a cue stands beside them."""
LONG = 9
"""Quoted words from which on a capital at their beginning is enough to make them a sentence."""
NEAR = 24
"""Words between a quote and a cue after it at most."""
LEADING_UP = 8
"""Words between a cue and a quote that begins a sentence after it at most, without a comma or colon."""
LINE = 3000
"""Characters that are looked through for the ends of a line."""
LOOKBACK = 4
"""Quoted terms that may stand between two parts of one speech."""
LONGEST_TITLE = 6
CLIMB = 8
"""Steps up the parse from a cue to the verb that governs it."""
JOINED = frozenset({"conj", "xcomp", "ccomp", "parataxis"})
"""Ways for a verb to hang on another and still be the comment: "she smiled and said", "went on to say"."""
STOPS = (".", "?", "!", "…", ",", "—", "–")
TALKING = frozenset(
    {"say", "utter", "carry", "think", "predict", "show", "urge", "bid", "frame", "talk", "judge", "assertion"}
)
LEADING = frozenset(
    "a an the of on in by with for from at this that his her their its these those my our so-called and or via".split()  # noqa: SIM905
)
"""Words that take quoted words into their own sentence: "the “caretaker” team"."""
_END = re.compile(r"[a-z]{4,}[.!?][”\"]? ")
"""The end of a sentence; shorter words with a full stop are titles (Mr., Sen., Gov.)."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch within marks; `report` says who says it, where that was found."""

    marked: Marked
    kind: Literal["direct", "part", "term"]
    """`part`: words within a content that is otherwise not quoted."""
    report: Report | None
    inherited: bool = False
    """The speaker is that of the quote or the sentence before."""


def spoken(page: Page) -> tuple[Spoken, ...]:
    """The quoted stretches of a page, in order; worked out once."""
    found: tuple[Spoken, ...] | None = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = _all(page)
    return found


def _all(page: Page) -> tuple[Spoken, ...]:
    turns = said(page) | posted(page)
    told = [m for m, _ in turns.values()]
    quoted = [
        m for m in marks(page.article.text) if page.kind(m.start) not in QUIET and not touching(told, *m.outer, outer)
    ]
    quoted = [one if one.closed or one.goes_on or one.resumed else _cut(page, one) for one in quoted]
    near = Nearby(page, sorted((*quoted, *told), key=lambda m: m.start))
    out: list[Spoken] = []
    for at, one in enumerate(near.found):
        turn = turns.get(one.start)
        out.append(Spoken(one, "direct", turn[1]) if turn and turn[0] is one else _judged(near, at, out))
    return tuple(_backward(out, near.text))


def _cut(page: Page, one: Marked) -> Marked:
    """A quote whose closing mark is lost without the narrator's words: it ends before the comma and who says it."""
    text = page.article.text
    for report in reports(page):
        at, end = page.doc[report.anchor].idx, report.content[1] if report.content else 0
        if (
            one.start < end < at < one.end
            and report.group in TALKING
            and text[end : end + 1] == ","
            and _told_of(page, report)
        ):
            return replace(one, end=end + 1, outer=(one.outer[0], end + 1))
    return one


def _told_of(page: Page, report: Report) -> bool:
    """Whether a report's source is somebody other than who speaks within the quote: a name or a role, no pronoun."""
    return report.head is not None and not page.doc[report.head].tag_.startswith(("PRP", "W"))


def _judged(near: Nearby, at: int, before: Sequence[Spoken]) -> Spoken:
    one, text = near.found[at], near.text
    words = len(text[one.start : one.end].split())
    full = words >= SHORT and _full(one, text, long=words >= LONG)
    whole, part = _owners(near, one)
    if whole is not None:
        return Spoken(one, "direct", whole)
    beside = None if _titled(one, text) else _beside(near, at)
    if part is not None and not (beside and full):
        return Spoken(one, "part", part)
    if beside is not None and (words >= SHORT or _closed(one, text) or near.words_from(beside, one.outer[0]) == 0):
        return Spoken(one, "direct", beside)
    last = next((s for s in reversed(before[-LOOKBACK:]) if s.kind != "term"), None)
    if last is not None and last.report and _continues(last, one, text, full=full):
        return Spoken(one, "direct", last.report, inherited=True)
    if one.single or not full or (words == SHORT and one.closed):
        return Spoken(one, "term", None)
    return Spoken(one, "direct", _told(near, one), inherited=True)


def _owners(near: Nearby, one: Marked) -> tuple[Report | None, Report | None]:
    """The report whose content is this quote and no more, and the one whose content the quote is part of."""
    whole: list[Report] = []
    part: list[Report] = []
    for report in near.over(one):
        if report.content is None or report.group in {"according", SILENT}:
            continue
        if not near.loose(report.content):
            whole.append(report)
        elif report.content[0] <= one.start or one.end <= report.content[1]:
            part.append(report)
    return min(whole, key=lambda r: _distance(near, r, one), default=None), min(part, key=_size, default=None)


def _size(report: Report) -> int:
    return report.content[1] - report.content[0] if report.content else 0


def _distance(near: Nearby, report: Report, one: Marked) -> int:
    return min(abs(near.place(report) - one.start), abs(near.place(report) - one.end))


def _titled(one: Marked, text: str) -> bool:
    """Whether the quoted words are a name, or words that the sentence uses as its own: few, after a possessive, an article or
    a preposition."""
    words = text[one.start : one.end].split()
    lead = text[max(0, one.outer[0] - 24) : one.outer[0]].rstrip().lower()
    if len(words) > LONGEST_TITLE or not lead:
        return False
    return lead.endswith(("'s", "’s")) or lead.rpartition(" ")[2] in LEADING


def _closed(one: Marked, text: str) -> bool:
    return text[one.start : one.end].rstrip().endswith(STOPS)


def _full(one: Marked, text: str, *, long: bool) -> bool:
    """Whether the quoted words begin and end like a sentence; long ones need no stop, which some archives have lost."""
    inner = text[one.start : one.end].strip()
    after = text[one.outer[1] : one.outer[1] + 1]
    begins = inner[:1].isupper() or inner[:1] in "‘'…[("
    return begins and (long or inner.endswith(STOPS) or after in ".?!,\n" or not one.closed)


def _beside(near: Nearby, at: int) -> Report | None:
    """The cue next to a quote: after it where it ends with a comma, before it where words lead up to it."""
    one, text = near.found[at], near.text
    left, right = _line(near, at)
    before = [r for r in near.between(left, one.outer[0]) if _speaks(r) and _introduces(near, r, one)]
    lead = text[left : one.outer[0]].rstrip()
    led = bool(before) and text[one.start].islower()  # the quote goes on the sentence that leads up to it
    if not led and not lead.endswith(":") and _open(one, text, led=bool(before)):
        after = next((r for r in near.between(one.outer[1], right) if _speaks(r)), None)
        if (
            after
            and _comments(near, after, one.outer[1])
            and near.words_to(one.outer[1], after) <= NEAR
            and not _END.search(text, one.outer[1], near.place(after))
        ):
            return after
        if not before and (cited := next(iter(near.between(one.outer[1], right)), None)) and _cited(near, cited, one):
            return cited
    return before[-1] if before and _leads(near, before[-1], one, lead) else None


def _cited(near: Nearby, report: Report, one: Marked) -> bool:
    """Whether "according to" stands right behind a quote."""
    words = near.text[one.start : one.end].split()
    return report.group == "according" and len(words) >= SHORT and near.words_to(one.outer[1], report) == 0


def _comments(near: Nearby, report: Report, end: int) -> bool:
    """Whether a cue after a quote comments on it: no other verb governs it there, and a verb that only carries speech on is
    not joined by "and" ("“Home,” and she smiles")."""
    token = near.page.doc[report.anchor]
    between = near.text[end : token.idx]
    if report.group == "carry" and between.lstrip(" ,").startswith(("and ", "but ", "while ")):
        return False
    above = token
    for _ in range(CLIMB):
        if above.head.i == above.i or above.head.idx < end:
            return True
        if above.head.i < token.i and above.head.tag_.startswith("V") and not _joined(above):
            return False
        above = above.head
    return True


def _joined(token: Token) -> bool:
    """Whether a word hangs on a verb so that both can comment: "smiled and said", "was quoted as saying"."""
    return token.dep_ in JOINED or token.text.lower() == "as"


def _introduces(near: Nearby, report: Report, one: Marked) -> bool:
    """Whether a cue can stand before a quote: verbs that only carry speech on must stand right before it."""
    return report.group != "carry" or near.words_from(report, one.outer[0]) <= 1


def _line(near: Nearby, at: int) -> tuple[int, int]:
    """The offsets between which the line of a quote holds no other quote."""
    one, text = near.found[at], near.text
    left = near.found[at - 1].outer[1] if at else 0
    right = near.found[at + 1].outer[0] if at + 1 < len(near.found) else len(text)
    left = max(left, one.outer[0] - LINE, text.rfind("\n", max(0, one.outer[0] - LINE), one.outer[0]) + 1)
    right = min(right, one.outer[1] + LINE)
    end = text.find("\n", one.outer[1], right)
    return left, right if end < 0 else end


def _open(one: Marked, text: str, *, led: bool) -> bool:
    """Whether a quote ends in a way that a comment can follow: with a comma, a question or exclamation mark, a dash."""
    inner = text[one.start : one.end].rstrip(" ’'")  # a quote within it may end with it
    after = text[one.outer[1] : one.outer[1] + 1]
    return (
        inner.endswith((",", "?", "!", "—", "–", "…", "-"))
        or after in tuple(",—–")
        or (inner.endswith(".") and not led)
    )


def _leads(near: Nearby, report: Report, one: Marked, lead: str) -> bool:
    """Whether the words from a cue lead up to the quote."""
    gap = near.words_from(report, one.outer[0])
    if lead.endswith((":", ",")) or gap <= 3:
        return True
    between = near.text[near.place(report) : one.outer[0]]
    return "." not in between.strip() and gap <= LEADING_UP and near.text[one.start].isupper()


def _speaks(report: Report) -> bool:
    return report.group in TALKING or (report.asserts and report.group not in {"according", SILENT})


def _continues(last: Spoken, one: Marked, text: str, *, full: bool) -> bool:
    """Whether a quote goes on the one before: in the same paragraph, or in the next one that is all quote."""
    between = text[last.marked.outer[1] : one.outer[0]]
    if "\n" in between:
        return one.resumed or (full and not between[between.index("\n") :].strip())
    runs_on = last.kind == "direct" and text[one.start].islower() and not _END.search(between) and len(between) < 120
    return (full and len(between) < 400) or runs_on


def _told(near: Nearby, one: Marked) -> Report | None:
    """The report in the sentence before, where the quote begins a paragraph."""
    text = near.text
    line = text.rfind("\n", max(0, one.outer[0] - LINE), one.outer[0]) + 1
    if text[line : one.outer[0]].strip() or not line:
        return None
    above = text[max(0, line - LINE) : line].rstrip()
    start = max(0, line - LINE) + max(above.rfind("\n"), above.rfind(". "), 0)
    found = [r for r in near.between(start, line) if r.group in {"say", "utter"} and r.source]
    return found[-1] if found else None


def _backward(found: list[Spoken], text: str) -> list[Spoken]:
    """Quotes without a speaker take that of the quote that goes straight on from them."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if one.kind == "direct" and one.report is None and after.kind == "direct" and after.report is not None:
            between = text[one.marked.outer[1] : after.marked.outer[0]]
            if not between.strip() and (not one.marked.closed or "\n" not in between):
                found[at] = Spoken(one.marked, "direct", after.report, inherited=True)
    return found
