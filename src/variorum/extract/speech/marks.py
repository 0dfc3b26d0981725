"""Quotation marks: which stretches of a text stand within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

OPENING = {"“": "”", "«": "»", "„": "“", "‟": "”"}
CLOSING = frozenset("”»")
TWO = frozenset({"''", "’’"})
"""Two single marks that stand for a double one."""
SINGLE = {"‘": "’", "'": "'", "`": "'"}
_MARK = re.compile(r"``|''|’’|[“”«»„‟\"‘’'`]")
_STOPPED = re.compile(r"[,.!?…]['’](?!\w)")
"""A single mark that closes a quote beyond doubt: behind a comma or stop."""
AHEAD = 600
"""Characters that are looked ahead for such a mark."""
_BREAK = re.compile(r"\n")
Opened = tuple[int, int, str, bool]
"""Offset of a mark, offset of what follows it, the mark that closes it, whether it is a single one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch within marks. `start` and `end` lie inside the marks; `outer` are the offsets with them."""

    start: int
    end: int
    outer: tuple[int, int]
    closed: bool = True
    goes_on: bool = False
    """The next paragraph resumes it."""
    resumed: bool = False
    """The paragraph before it ended within the same quote, as long quotes are set."""
    single: bool = False
    doubled: bool = False
    """The marks are two single ones each, as on a typewriter and in some archives."""


def marks(text: str) -> tuple[Marked, ...]:
    """The quoted stretches of a text in order, none within another. A mark left open ends with its paragraph."""
    out: list[Marked] = []
    for start, end in paragraphs(text):
        resumed = bool(out) and not out[-1].closed and _next_to(text, out[-1].end, start)
        made = list(_paragraph(text, start, end, resumed))
        if made and made[0].resumed:
            out[-1] = replace(out[-1], goes_on=True)
        out.extend(made)
    return tuple(out)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the lines of a text; a line that goes on in the next one, as in text wrapped at a width, is joined to it."""
    start = 0
    for found in _BREAK.finditer(text):
        at = found.start()
        if at > start and _wrapped(text, at):
            continue
        if at > start:
            yield start, at
        start = at + 1
    if start < len(text):
        yield start, len(text)


def _wrapped(text: str, at: int) -> bool:
    """Whether the sentence before a line break goes on after it: a letter or comma before, a small letter after."""
    before, after = text[at - 2 : at].rstrip("\n")[-1:], text[at + 1 : at + 3].lstrip("\n")[:1]
    return (before.isalnum() or before == ",") and after.islower()


def _next_to(text: str, left: int, right: int) -> bool:
    """Whether nothing stands between two paragraphs, or a few captions: lines without a stop at their end and without marks."""
    lines = [line for part in text[left:right].split("\n") if (line := part.strip(" \t\r\"”»’'"))]
    return len(lines) <= CAPTIONS and all(line[-1].isalnum() and not _DOUBLE.search(line) for line in lines)


CAPTIONS = 3
"""Lines under pictures that a quote may run on behind."""
_DOUBLE = re.compile(r"[“”«»„\"]")


def _opens(text: str, at: int) -> bool:
    """Whether a mark that looks the same at both ends opens here: it stands at a word's beginning."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-/:‘“'\"") and bool(after) and not after.isspace()


def _closes(text: str, at: int, mark: str) -> bool:
    """Whether a single mark closes here and is no apostrophe: a word or stop before it, no letter after it."""
    before, after = text[at - 1 : at], text[at + len(mark) : at + len(mark) + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _paragraph(text: str, start: int, end: int, resumed: bool) -> Iterator[Marked]:
    opened: Opened | None = None
    depth, last = 0, 0
    for found in _MARK.finditer(text, start, end):
        at, mark = found.start(), found[0]
        if opened is None:
            opened, depth, last = _open(text, at, mark), 0, 0
            continue
        if _ends(text, at, mark, opened) or _turned(text, at, mark, opened):
            last, depth = found.end(), depth - 1
            if depth < 0:
                yield from _made(text, opened, at, found.end(), resumed=resumed and opened[0] == start)
                opened = None
        elif opened[3] and mark not in SINGLE and _open(text, at, mark):
            if not _within(text, opened, at, end):
                opened = _open(text, at, mark)  # a double mark opens: what came before was an apostrophe
        elif _begins(text, at, mark) and text[max(opened[1], at - 4) : at].rstrip().endswith((".", "!", "?")):
            cut, after = _lost(text, opened[1], at)
            for one in _made(text, opened, cut, after, closed=False, resumed=resumed and opened[0] == start):
                yield replace(one, goes_on=cut == at and (mark == '"' or not text[at - 1].isspace()))
                # paragraphs of one quote, set in one line
            opened, depth, last = _open(text, at, mark), 0, 0
        elif _begins(text, at, mark) and not opened[3]:
            depth += 1
    if opened is not None and not opened[3]:
        if last:  # more marks open than close: the last that closes ends the quote
            yield from _made(text, opened, last - 1, last, resumed=resumed and opened[0] == start)
        else:
            yield from _made(
                text, opened, end, end, closed=False, resumed=resumed and not text[start : opened[0]].strip()
            )


def _turned(text: str, at: int, mark: str, opened: Opened) -> bool:
    """Whether a mark made to open closes here: behind a comma or stop and before a blank, as in "it was late,“ she said"."""
    after = text[at + 1 : at + 2]
    stop = text[max(opened[1], at - 2) : at].rstrip(" ")[-1:]
    return mark == "“" and opened[2] == "”" and stop in _STOPS and (not after or after.isspace())


_STOPS = frozenset(",.!?…")


def _begins(text: str, at: int, mark: str) -> bool:
    """Whether a double mark can only open: it is made to, or stands before a word and behind a blank."""
    return mark in OPENING or (mark == '"' and _opens(text, at) and text[at - 1 : at].isspace())


def _within(text: str, opened: Opened, at: int, end: int) -> bool:
    """Whether a double mark stands within a quote in single marks: one that opened as such, and that closes after a stop."""
    return text[opened[0]] == "‘" and _STOPPED.search(text, at, min(end, at + AHEAD)) is not None


def _lost(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a quote ends whose closing mark is damaged, without and with that mark: at a single mark behind a comma or stop."""
    found = _STOPPED.search(text, start, end)
    inner = found is not None and "‘" in text[start : found.start()]
    return (found.start() + 1, found.end()) if found and not inner else (end, end)


def _made(
    text: str, opened: Opened, at: int, after: int, *, closed: bool = True, resumed: bool = False
) -> Iterator[Marked]:
    if text[opened[1] : at].strip():
        yield Marked(
            opened[1], at, (opened[0], after), closed, resumed=resumed, single=opened[3], doubled=opened[2] == "''"
        )


def _open(text: str, at: int, mark: str) -> Opened | None:
    if mark in OPENING:
        return at, at + 1, OPENING[mark], False
    if mark in ("``", "''"):
        return (at, at + 2, "''", False) if _opens(text, at + 1) or mark == "``" else None
    if mark == '"':
        closing = text[at - 1 : at] in _STOPS and text[at + 1 : at + 2].isspace()
        opens = _opens(text, at) or not (closing or text[at - 1 : at].isalnum())
        return (at, at + 1, '"', False) if opens else None
    if mark == "”" and text[at - 1 : at] in ("", "\n") and text[at + 1 : at + 2].isalnum():
        return at, at + 1, "”", False  # a paragraph opened by the wrong mark
    if mark in SINGLE and _opens(text, at) and not text[at + 1 : at + 2].isdigit():
        return at, at + 1, SINGLE[mark], True
    return None


def _ends(text: str, at: int, mark: str, opened: Opened) -> bool:
    closing = opened[2]
    if opened[3]:
        return mark == closing and _closes(text, at, mark) and not _apostrophe(text, at, opened)
    if closing == "''":
        return mark == "''"
    if mark in TWO and closing in ("”", '"'):
        return not text[at - 1 : at].isspace() and not text[at + 2 : at + 3].isalnum()
    if closing == '"':
        return mark == "”" or (mark == '"' and not _begins(text, at, mark))
    return mark == closing or mark in CLOSING or (mark == '"' and not _opens(text, at))


def _apostrophe(text: str, at: int, opened: Opened) -> bool:
    """Whether a single mark behind an "s" is that of a possessive: the quote is closed behind a stop farther on in its line,
    before another one is opened."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    found = _STOPPED.search(text, at + 1, at + AHEAD)
    between = text[at + 1 : found.start()] if found else "\n"
    return "\n" not in between and f" {text[opened[0]]}" not in between
