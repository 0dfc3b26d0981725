"""From text to a string of classes, one character a word, over which the grammar runs."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from .cut import TOKEN, clock
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


def scan(text: str) -> Scan:
    """Cuts a text; phrases of the table count as one word."""
    cuts = [m.span() for m in TOKEN.finditer(text)]
    lower = text.lower().replace("’", "'").replace("‘", "'")
    if len(lower) != len(text):  # a few letters change length when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    parts = [lower[a:b] for a, b in cuts]
    known, out, loose, at, size = entries(), list[Word](), list[int](), 0, len(parts)
    monthfirst = _order(parts)
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


def numeric(part: str, monthfirst: bool | None) -> str | None:
    """A date in figures as an ISO date, with its time where it has one; None where it is impossible or could be two days."""
    numbers = re.split(r"\D", part)
    if len(numbers[0]) == 4:
        year, month, day = (int(n) for n in numbers[:3])
    else:
        a, b, year = (int(n) for n in numbers[:3])
        if len(numbers[2]) == 2:
            year += 2000 if year < 50 else 1900
        month, day = (b, a) if a > 12 or "." in part[:3] or (monthfirst is False and b <= 12) else (a, b)
        if monthfirst is None and a != b and a <= 12 and b <= 12 and "." not in part[:3]:
            return None
    if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year}-{month:02}-{day:02}" + (f"T{part[11:16]}" if len(part) > 15 and part[10] in "t " else "")


def _order(parts: list[str]) -> bool | None:
    """Whether dates in figures put the month first: told by one that can be read one way only, else by those in words."""
    first = second = words = 0
    months = entries()
    for at, part in enumerate(parts):
        if part[0].isdecimal() and (found := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d", part)):
            first += int(found[1]) <= 12 < int(found[2])
            second += int(found[2]) <= 12 < int(found[1])
        elif at and part in months and months[part][-1][1] in "Mm":
            next_ = at + 1 + (parts[at + 1 : at + 2] == ["."])
            words += next_ < len(parts) and parts[next_].isdecimal() and len(parts[next_]) < 3
            words -= parts[at - 1].isdecimal() and len(parts[at - 1]) < 3
    return first > second if first != second else words > 0 if words else None
