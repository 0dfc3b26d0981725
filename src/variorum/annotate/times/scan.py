"""From text to a string of classes, one character a word, over which the grammar runs."""

from __future__ import annotations

import re
from typing import NamedTuple

from .cut import TOKEN, clock
from .figures import numeric, order
from .lexicon import Entry, cue, entries

SIGNS = {c: c for c in ",.:/'()"} | {"-": "-", "–": "-", "\n": "|"} | dict.fromkeys("$£€#%¥₹", "$")
CAPITAL = frozenset("mwMW")
"""Classes whose words are names: lower case only in full, see `_kind`."""
NEAR = frozenset("u14PMWSsYHoy")
"""Classes before which "current" is "this"."""


class Word(NamedTuple):
    """A word or phrase of a known class; `value` as in the table, or the figure itself."""

    start: int
    end: int
    kind: str
    value: str


class Scan(NamedTuple):
    """Words in order and their classes, one character each."""

    words: list[Word]
    kinds: str


def scan(text: str, monthfirst: bool | None = None) -> Scan:
    """Cuts a text; phrases of the table count as one word. `monthfirst` is for dates in figures whose order no other shows."""
    cuts = [m.span() for m in TOKEN.finditer(text)]
    lower = text.lower().replace("’", "'").replace("‘", "'")
    if len(lower) != len(text):  # a few letters change length when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    parts = [lower[a:b] for a, b in cuts]
    known, out, loose, at, size = entries(), list[Word](), list[int](), 0, len(parts)
    monthfirst = monthfirst if (shown := order(parts)) is None else shown
    while at < size:
        part, width, kind, value = parts[at], 1, "", ""
        if part in known:
            width, kind, value = _phrase(known[part], parts, at)
        start = cuts[at][0]
        if not kind:
            kind, value = _figure(part, monthfirst) if part[0].isdecimal() else (SIGNS.get(part, "_"), "")
        elif kind in CAPITAL and width == 1 and not text[start].isupper() and (kind in "mw" or part in cue("loose")):
            kind = "_"
        out.append(Word(start, cuts[at + width - 1][1], kind, value))
        at += width
        if kind in "iz" and (kind == "z" or value):
            loose.append(len(out) - 1)
    for index in loose:
        _settle(text, out, index)
    return Scan(out, "".join([word.kind for word in out]))


def _settle(text: str, out: list[Word], at: int) -> None:
    """What the next word tells: "the current week" is this week, "the current plan" one of now; 2017 before GMT no year."""
    word = out[at]
    if word.kind == "i":
        if at + 1 == len(out) or out[at + 1].kind not in NEAR:
            out[at] = word._replace(kind="Z")
        return
    hour = out[at - 1] if at else word
    if hour.kind in "yn" and hour.end - hour.start == 4 and text[word.start : word.end].lower() in cue("military"):
        value = clock(f"{text[hour.start : hour.start + 2]}:{text[hour.start + 2 : hour.end]}")
        if value:
            out[at - 1] = hour._replace(kind="C", value=value)


def _phrase(rows: tuple[Entry, ...], parts: list[str], at: int) -> tuple[int, str, str]:
    for rest, kind, value in rows:
        if not rest:
            return 1, kind, value
        if at + 1 < len(parts) and parts[at + 1] == rest[0] and tuple(parts[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, kind, value
    return 1, "", ""


def _figure(part: str, monthfirst: bool | None) -> tuple[str, str]:
    """Class and value of a word that begins with a digit."""
    if part.isdecimal():
        number = part.lstrip("0") or "0"
        if len(part) <= 2:
            return ("d", number) if 0 < int(number) <= 31 else ("n", number)
        return ("y", part) if len(part) == 4 and "1000" <= part < "2200" else ("n", number if len(part) < 9 else "")
    if found := re.fullmatch(r"(\d{1,2})(st|nd|rd|th)", part):
        return ("o", str(int(found[1])))
    if found := re.fullmatch(r"(\d{3}0|\d0)s", part):
        return ("t", found[1])
    if re.match(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}", part):
        day = numeric(part, monthfirst)
        return ("I", day) if day else ("_", "")
    if re.match(r"\d{1,2}(?:[:.]\d{2})?(?::\d{2})?\s?[ap]\.?\s?m|\d{1,2}:\d{2}", part):
        hour = clock(part)
        return ("C", hour) if hour else ("_", "")
    return ("n", part.replace(",", "")) if part[-1].isdecimal() and len(part) < 12 else ("_", "")
