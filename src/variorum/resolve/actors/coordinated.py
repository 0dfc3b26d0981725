"""Offices told together: "the Norwegian and Swedish prime ministers", "the heads of the Bureau and the Police"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Mention, Record, Span, cut
from ...rules.nations import nation
from ...rules.people import role_plurals

JOINT = re.compile(r",?\s+and\s+(?:the\s+)?|,\s*(?:the\s+)?|\s*&\s*")
"""What leads from one owner to the next."""
LEFT = re.compile(r"(?:['’]s?)?(?:\s*\([^()]{1,12}\))?(?:,?\s+and\s+(?:the\s+)?|,\s+|\s*&\s*)$")
"""The same, read from the right: an ending and letters in brackets may stand before it."""
OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
LETTERS = re.compile(r"\s*\([^()]{1,12}\)")
OWN = re.compile(r"['’]s?\s+")
MOST = 6
"""Offices in one such phrase."""


@dataclass(frozen=True)
class Piece:
    """One office of such a phrase: the phrase, the words that are this one's own, the nation or body it is of, its noun."""

    whole: Span
    own: Span
    owner: Span
    office: str
    before: bool
    """Whether the owner stands before the noun."""
    many: bool = False
    """Whether several people have the office: "the bosses of Acme"."""

    def called(self, owner: str) -> str:
        """The office in the order of the text: "Acme chief", "head of Acme"."""
        return f"{owner} {self.office}" if self.before else f"{self.office} of {owner}"


Owner = tuple[int, int, int, int]
"""Where the words for an owner begin, where the name that they hang on begins and ends, and where the letters after it end."""


def offices(record: Record) -> Iterator[Piece]:
    """The single offices of each such phrase of an article."""
    owners = _owners(record.mentions)
    text = record.article.text
    for mention in record.mentions:
        if mention.form != "nominal" or mention.kind != "group":
            continue
        words = mention.span.text.split()
        one = role_plurals().get(words[-1].lower())
        if one:
            found, rest = _before(text, mention, owners) if words[1:] else ([], "")
            before = bool(found)
            if not found:
                found = _after(text, mention.span.end, owners)
                rest = " ".join(words[1:-1] if words[0].lower() == "the" else words[:-1])
            alone = len(found) == 1 and not nation(text[found[0][1] : found[0][2]])  # "the bosses of Acme"
            if alone or 1 < len(found) <= MOST:
                yield from _pieces(record, mention, found, f"{rest} {one}".strip(), before=before)


def _pieces(record: Record, said: Mention, found: Sequence[Owner], office: str, *, before: bool) -> Iterator[Piece]:
    article, text = record.article.id, record.article.text
    start, end = (found[0][0], said.span.end) if before else (said.span.start, found[-1][3])
    start -= 4 * (text[max(0, start - 4) : start].lower() == "the ")
    whole = cut(article, text, start, end)
    for number, (first, name, last, closed) in enumerate(found):
        left = said.span.start if not before and not number else first
        right = said.span.end if before and number == len(found) - 1 else closed
        yield Piece(
            whole, cut(article, text, left, right), cut(article, text, name, last), office, before, len(found) == 1
        )


def _owners(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Bodies and nations by where they begin, the longest first."""
    out: dict[int, list[Mention]] = {}
    for one in mentions:
        named = one.form == "name" and (one.kind in ("organisation", "group") or nation(one.span.text))
        if named or (one.form == "nominal" and one.kind == "organisation"):
            out.setdefault(one.span.start + (4 if one.span.text[:4].lower() == "the " else 0), []).append(one)
    return {start: sorted(found, key=lambda m: -m.span.end) for start, found in out.items()}


def _before(text: str, said: Mention, owners: dict[int, list[Mention]]) -> tuple[list[Owner], str]:
    """The owners that stand before the noun, the last one within the phrase, and the words between it and the noun."""
    at = said.span.start + (4 if said.span.text.lower().startswith("the ") else 0)
    last = next((m for m in owners.get(at, ()) if m.span.end < said.span.end), None)
    if last is None:
        return [], ""
    rest = " ".join(re.sub(r"^['’]s?\b", "", text[last.span.end : said.span.end]).split()[:-1])
    found: list[Owner] = [(said.span.start, last.span.start, last.span.end, last.span.end)]
    ends = {m.span.end: m for many in owners.values() for m in many if m.form == "name"}
    while len(found) <= MOST:
        joint = LEFT.search(text[max(0, found[0][0] - 24) : found[0][0]])
        left = ends.get(found[0][0] - len(joint[0])) if joint else None
        if left is None:
            break
        found.insert(0, (left.span.start, left.span.start, left.span.end, left.span.end))
    return (found, rest) if len(found) > 1 else ([], "")


def _after(text: str, at: int, owners: dict[int, list[Mention]]) -> list[Owner]:
    """The owners that follow "of"."""
    of, found = OF.match(text, at), list[Owner]()
    at = of.end() if of else -1
    while at >= 0 and len(found) <= MOST and (owner := _owner(text, at, owners)):
        found.append(owner)
        joint = JOINT.match(text, owner[3])
        at = joint.end() if joint else -1
    return found


def _owner(text: str, at: int, owners: dict[int, list[Mention]]) -> Owner | None:
    """A body or nation that begins here, with the nation before it ("Chile's Coastal Bureau") and the letters after it."""
    own = next(iter(owners.get(at, ())), None)
    if own is None:
        return None
    here = nation(own.span.text)
    if own.form == "name" and here and here[1] != "name":
        return None  # "of Acme and Danish minister Dana Reed": the adjective of what follows
    name, end = own.span.start, own.span.end
    mark = OWN.match(text, end)
    inner = next(iter(owners.get(mark.end(), ())), None) if mark else None
    if inner is not None:
        name, end = inner.span.start, inner.span.end
    elif own.form == "nominal":
        known = [m for start in range(at, end) for m in owners.get(start, ()) if m.form == "name" and m.span.end <= end]
        bodies = [m for m in known if not nation(m.span.text)]
        if bodies:
            return at, bodies[-1].span.start, bodies[-1].span.end, end
    letters = LETTERS.match(text, end)
    return at, name, end, letters.end() if letters else end
