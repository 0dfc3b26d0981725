"""How a text is cut for the grammar of time: not at spaCy's tokens, which join and part figures as suits other uses."""

from __future__ import annotations

import re

NUMERIC = (
    r"(?<![\w./-])(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4})(?![\w/-]|\.\d)"
)
CLOCK = (
    r"(?<![\w:.,$£€])\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:[ap]\.\s?m\.|[ap]m\b|[ap]\.m\b)"
    r"|(?<![\w:.,$£€])\d{1,2}:\d{2}(?::\d{2})?(?![\w:]|[.,]\d)"
)
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?(?!\w)"
TOKEN = re.compile(rf"{NUMERIC}|{CLOCK}|{NUMBER}|q[1-4]\b|[^\W\d]+|\w+|\n|[^\w\s]", re.I)
CLOCKED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s?([ap])?", re.I)


def clock(text: str) -> str | None:
    """ "8:05 p.m." -> "20:05"; None where it is no time of day."""
    found = CLOCKED.match(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if minute > 59 or hour > 24 or (half and not 0 < hour < 13 and hour > 12):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}"
