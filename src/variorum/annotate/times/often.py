"""Builders of repeated times and of words that are a time by themselves: "every Friday", "daily", "now"."""

from __future__ import annotations

from collections.abc import Iterator

from .count import count, duration
from .draft import Draft, Match
from .lexicon import cue

ATTRIBUTED = frozenset({"NN", "JJ", "CD"})
"""Parts of speech that make an adjective of "the past" before them."""


def often(match: Match) -> Iterator[Draft]:
    """ "every two weeks", "each Friday", "twice a year"."""
    last = match.words[-1]
    if last.kind == "W":
        yield Draft("SET", f"XXXX-WXX-{last.value}")
    elif last.kind == "M":
        yield Draft("SET", f"XXXX-{int(last.value):02}")
    elif last.kind in "PsS":
        yield Draft("SET", f"XXXX-XX-XXT{last.value}" if last.kind == "P" else f"XXXX-{last.value}")
    else:
        number = count(match) if match.words[0].kind == "e" else 1.0
        if number is None and match.words[0].value:
            number = float(match.words[0].value)
        yield Draft("SET", duration(1.0 if number is None else number, last.value))


def word(match: Match) -> Iterator[Draft]:
    """ "daily", "now", "recently", "yearlong"."""
    one = match.words[0]
    if one.kind == "J":
        yield Draft("SET", one.value)
    elif one.kind == "r":
        yield Draft("DURATION", one.value)
    elif not _conjunction(match):
        yield Draft("DATE", one.value)


def _conjunction(match: Match) -> bool:
    """ "now that", "shortly after": no time of its own."""
    text, after = match.text[match.words[0].start : match.words[0].end].lower(), match.after().lower()
    if match.after() == "-" and text != "now":
        return True  # "the butt of late-night jokes"
    if text.endswith("future") and after.isalpha():
        noun = match.look.token(match.words[0].end + 1)
        return noun is not None and noun.tag_[:2] in {"NN", "JJ"}
    if text == "soon":
        return after in cue("soon_after") or match.before() in cue("soon_before")
    if text == "shortly":
        return after in cue("shortly_after")
    token = match.token(match.words[0])
    if text != "now":
        return False
    odd = token is not None and token.tag_ not in {"RB", "NN", "UH", "JJ"}
    return odd or after in cue("now_after") or match.before() == "-"


def past(match: Match) -> Iterator[Draft]:
    """ "in the past"."""
    token = match.look.token(match.words[-1].end + 1) if match.after()[:1].isalnum() else None
    if match.before() in cue("past") and (token is None or token.tag_[:2] not in ATTRIBUTED):
        yield Draft("DATE", "PAST_REF")


def age(_: Match) -> Iterator[Draft]:
    """An age is no time."""
    yield from ()
