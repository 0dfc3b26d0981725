"""Offices told together: "the Norwegian and Swedish prime ministers" are two people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Mention, Record, cut
from ...rules.nations import nation
from ...rules.people import role_plurals

JOINTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
BEFORE = re.compile(
    r"(?:^|[\s“\"(])((?:[A-Z][\w.’'-]*(?: [A-Z][\w.-]*)?, )*[A-Z][\w.’'-]*(?: [A-Z][\w.-]*)?,? and (?:the )?)$"
)
"""The other nations, which the noun phrase proper does not hold."""
REACH = 100
"""Characters before the noun phrase that are looked at."""
MOST = 6
"""Nations in one such phrase."""


def offices(record: Record) -> Iterator[tuple[Mention, str]]:
    """(the whole phrase, one of its offices) for each such phrase of an article."""
    text = record.article.text
    for mention in record.mentions:
        if mention.form == "nominal" and mention.kind == "group" and _plural(mention.span.text):
            before = BEFORE.search(text[max(0, mention.span.start - REACH) : mention.span.start])
            start = mention.span.start - (len(before[1]) if before else 0)
            span = cut(record.article.id, text, start, mention.span.end)
            for one in singles(span.text):
                yield Mention(span, "person", "nominal"), one


def _plural(text: str) -> bool:
    return text.rpartition(" ")[2].lower() in role_plurals()


def singles(text: str) -> list[str]:
    """The single offices of a phrase with several nations and one office in the plural; nothing for any other phrase."""
    parts = [part for part in JOINTS.split(" ".join(text.split())) if part]
    if not 1 < len(parts) <= MOST:
        return []
    *before, last = parts
    lands = [_land(part.split()) for part in before]
    words = last.split()
    size = next((n for n in (2, 1) if n < len(words) and nation(" ".join(words[:n]))), 0)
    one = role_plurals().get(words[-1].lower())
    if not size or not one or not all(lands):
        return []
    office = " ".join([*words[size:-1], one])
    return [f"{land} {office}" for land in (*lands, " ".join(words[:size]))]


def _land(words: list[str]) -> str:
    """The nation that these words are, an article and a possessive ending left out; empty where they are something else."""
    text = re.sub(r"['’]s?$", "", " ".join(words[1:] if words and words[0].lower() == "the" else words))
    return text if nation(text) else ""
