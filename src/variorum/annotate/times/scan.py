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
LOOSE = re.compile(r"i(?![u14PMWSsYHoy])|[yn](?=z)")
"""Words whose class hangs on the next: "current" is "this" before a unit, four figures before a zone are a time of day."""
FIGURED = re.compile(r"\d[/-]\d{1,2}[/-]\d")


class Word(NamedTuple):
    """A word or phrase of a known class; `value` as in the table, or the figure itself."""

    start: int
    end: int
    kind: str
    value: str


class Scan(NamedTuple):
    """Words in order, column by column: begin, end, class (one character each), and value where they have one."""

    starts: list[int]
    ends: list[int]
    kinds: str
    values: dict[int, str]

    def words(self, first: int, stop: int) -> list[Word]:
        """The words from the first to before the stop; fewer at the end of the text."""
        stop = min(stop, len(self.kinds))
        return [Word(self.starts[n], self.ends[n], self.kinds[n], self.values.get(n, "")) for n in range(first, stop)]


def scan(text: str, monthfirst: bool | None = None) -> Scan:
    """Cuts a text; phrases of the table count as one word. `monthfirst` is for dates in figures whose order no other shows."""
    lower = text.lower().replace("’", "'").replace("‘", "'")
    if len(lower) != len(text):  # a few letters change length when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    cuts = [m.span() for m in TOKEN.finditer(text)]
    parts = [lower[a:b] for a, b in cuts]
    if FIGURED.search(text) and (shown := order(parts)) is not None:
        monthfirst = shown
    starts, ends, kinds, values, until = list[int](), list[int](), list[str](), dict[int, str](), 0
    known, signs = entries(), SIGNS
    for at, part in enumerate(parts):
        if at < until:
            continue
        kind, width = "", 1
        if part in known:
            width, kind, value = _phrase(known[part], parts, at)
            if kind and value:
                values[len(kinds)] = value
        start, end = cuts[at]
        if not kind:
            if part[0].isdecimal():
                kind, values[len(kinds)] = _figure(part, monthfirst)
                if kind == "y" and _block(parts, at):
                    kind = "n"
            else:
                kind = signs.get(part, "_")
        elif kind in CAPITAL and width == 1 and not text[start].isupper() and (kind in "mw" or part in cue("loose")):
            kind = "_"
        starts.append(start)
        ends.append(end if width == 1 else cuts[at + width - 1][1])
        kinds.append(kind)
        until = at + width
    _settle(text, Scan(starts, ends, "".join(kinds), values), kinds)
    return Scan(starts, ends, "".join(kinds), values)


def _settle(text: str, found: Scan, kinds: list[str]) -> None:
    """What the next word tells: "the current week" is this week, "the current plan" one of now; 2017 before GMT no year."""
    for at in (m.start() for m in LOOSE.finditer(found.kinds)):
        if kinds[at] == "i":
            kinds[at] = "Z" if found.values.get(at) else "i"
        elif found.ends[at] - found.starts[at] == 4:
            start, zone = found.starts[at], text[found.starts[at + 1] : found.ends[at + 1]]
            value = clock(f"{text[start : start + 2]}:{text[start + 2 : start + 4]}")
            if value and zone.lower() in cue("military"):
                kinds[at], found.values[at] = "C", value


def _phrase(rows: tuple[Entry, ...], parts: list[str], at: int) -> tuple[int, str, str]:
    for rest, kind, value in rows:
        if not rest:
            return 1, kind, value
        if at + 1 < len(parts) and parts[at + 1] == rest[0] and tuple(parts[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, kind, value
    return 1, "", ""


def _block(parts: list[str], at: int) -> bool:
    """Whether a number is that of a block of houses: "the 1900 block of Mill Street", "the 2100-block"."""
    after = at + 1 + (parts[at + 1 : at + 2] == ["-"])
    return after < len(parts) and parts[after] in cue("block")


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
