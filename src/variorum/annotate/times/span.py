"""Builders of lengths of time: "six months", "the past two years", "two to three weeks", "for years"."""

from __future__ import annotations

from collections.abc import Iterator

from .count import LENGTHS, NAMES, count, duration, unit_of
from .draft import TOLD, Draft, Match, mod
from .lexicon import cue, words


def stretch(match: Match) -> Iterator[Draft]:
    """ "the past two years", "the next 48 hours", "the first ten days": a length that touches the anchor."""
    word = match.get("lpxXVo")
    number = count(match)
    if word is None:
        return
    if number is None and not match.get("q"):
        number = 1.0
    token = match.token(word)
    if token is not None and token.tag_[:2] == "VB":  # "supplies would last 60 days"
        at = match.words.index(word) + 1
        if match.words[at].kind in "dncq":
            yield Draft("DURATION", duration(number, unit_of(match)), first=at)
        return
    side = {"l": "past", "p": "past", "V": "past", "x": "future", "X": "future"}.get(word.kind)
    yield Draft(
        "DURATION",
        duration(number, unit_of(match)),
        NAMES[unit_of(match)],
        side=side,
        anchor="told" if word.kind in TOLD or word.kind == "o" else "article",
        mod=mod(match),
    )


def length(match: Match) -> Iterator[Draft]:
    """ "six months", "a five-year plan"; "a week" only where a preposition makes it a length, "a day" after a number a set."""
    code, number, head = unit_of(match), count(match), match.words[0].kind
    if head == "a" and match.text[match.words[0].start : match.words[0].end].lower() != "one" and len(match.words) == 2:
        before = match.before()
        if match.scan.kinds[match.at - 1] in "$" or _rate(match):
            yield Draft("SET", duration(1.0, code))
            return
        if before not in spans() and match.after().lower() not in cue("length_after"):
            return
    if head == "a" and code in {"WE", "NI", "Q"}:
        return
    if "y" in {w.kind for w in match.words} or match.after().lower() in {"old", "older"}:
        return
    if head == "a" and match.get("6") and match.before() not in spans():
        return  # "a hard day"
    if (code == "Q" and not match.get("6")) or (code == "TS" and not match.get("dcnq")):
        return
    yield Draft("DURATION", duration(number, code), mod=mod(match))


def spans() -> frozenset[str]:
    """Words that make a length of a bare unit."""
    return frozenset(words().words_of_span["words"])


def _rate(match: Match) -> bool:
    """Whether a number stands a word or two before: "40 barrels a day", "$5 a week"."""
    for back in (1, 2, 3):
        at = match.at - back
        if at < 0 or match.scan.kinds[at] in "|,.":
            return False
        word = match.before(back)
        if word in spans() or word in cue("sum_stop"):
            return False
        if match.scan.kinds[at] in "dnc$" or word in cue("sum"):
            return True
    return False


def range(match: Match) -> Iterator[Draft]:  # noqa: A001  rows of the grammar are named for what they read
    """ "two to three weeks": at least the first."""
    first = next((w for w in match.words if w.kind in "dnycqab"), None)
    if first is None or first.kind in "yab" or not first.value:
        return
    yield Draft("DURATION", duration(float(first.value), unit_of(match)), mod="EQUAL_OR_MORE")


def plural(match: Match) -> Iterator[Draft]:
    """ "for years", "decades-long", "months of talks", "years ago"."""
    code, last = unit_of(match), match.words[-1].kind
    if last == "g":
        yield Draft("DATE", "PAST_REF")
    elif last == "L":
        ahead = match.look.side(match.words[0].start) == "future"
        yield Draft("DATE", "FUTURE_REF" if ahead else "PAST_REF", anchor="told")
    elif code in {"NI", "WE", "Q"} and not match.get("q"):
        return
    elif match.after().lower() != "old" and _counted(match):
        yield Draft("DURATION", LENGTHS[code].format("X"), mod=mod(match))


def _counted(match: Match) -> bool:
    """Whether a bare plural is a length: "for years", "months of talks", "decades-long", "several weeks"."""
    if match.get("qh"):
        return match.before() not in cue("plural_before")
    around = match.before() in spans() or match.after().lower() in cue("plural_after")
    return around or match.words[-1].kind == "N"
