"""Whether tokens that the model took for a name can be one."""

from __future__ import annotations

import re

from ...rules.nations import nation
from ...rules.people import name_rules, role_plurals, role_words, seats, titles
from .marks import NOT_NAMES, PROPER
from .nominals import nominals
from .words import Name, Words


def sound(words: Words, name: Name) -> bool:
    """Whether these tokens can be a name at all."""
    junk = name_rules()["junk"]
    text = words.text[name.start : name.end]
    if name.end - name.start > 12 or not any(w[0].isupper() or (w[0].isdigit() and w[1:2].isupper()) for w in text):
        return False
    piece = words.piece(name.start, name.end)
    if piece.lower() in junk or len(piece) < 2 or not any(c.isalpha() for c in piece) or len(piece) > 90:
        return False
    if "http" in piece or "www." in piece or "@" in piece or "#" in piece:
        return False
    if name.end - name.start == 1:
        return _single(words, name)
    if any(MODEL.fullmatch(w) for w in text) and (name.kind != "place" or MODEL.fullmatch(text[-1])):
        return False
    if name.kind == "person" and _prose(words, name):
        return False
    return not all(w in junk or not w[0].isalpha() for w in words.low[name.start : name.end])


MODEL = re.compile(r"[A-Za-z]{1,3}\d{1,4}[A-Za-z]?|\d{1,2}[A-Za-z]{1,2}")
"""A word of a product's or flight's name: "Acme R7", "PX4 Pro", "AB123"; "G7" and the like are listed."""


def _prose(words: Words, name: Name) -> bool:
    """Whether what was taken for a person holds two small words that are no particles, as in a line of another language."""
    particles = name_rules()["particles"]
    small = [w for w in words.text[name.start : name.end] if w.isalpha() and w.islower() and w not in particles]
    return len(small) > 1


def _single(words: Words, name: Name) -> bool:
    i = name.start
    low = words.low[i]
    if low in role_plurals() or low in role_words():
        return False
    if nominals().heads.get(low) == "person" and name.label != "NORP":
        return False
    if nation(words.text[i]) or low in seats() or low in name_rules()["codes"]:
        return True
    short = words.text[i].istitle() and f"{low}." in titles()
    if low in titles() or short or (MODEL.fullmatch(low) and name.kind != "place"):
        return False
    if name.label != "PERSON" and _common(words, i):
        return False
    return words.tag[i] in PROPER or (words.tag[i] not in NOT_NAMES and not (words.text[i].islower()))


def _common(words: Words, i: int) -> bool:
    """Whether a capital says nothing of a word: it begins a sentence, and the article writes it small elsewhere."""
    return (
        i == words.starts[words.sentence[i]]
        and words.text[i].istitle()
        and words.tag[i] not in PROPER
        and words.low[i] in words.small
    )


def quoted(words: Words, name: Name) -> bool:
    """Whether a name is all that stands in a pair of marks, but for words that titles of works have: “The Long Road”."""
    start, end = name.start, name.end
    while start > 0 and name.start - start < AROUND and _entitled(words, start - 1):
        start -= 1
    while end < len(words.text) and end - name.end < AROUND and _entitled(words, end):
        end += 1
    end += words.text[end : end + 1] in ([","], ["."])
    return start > 0 and words.text[start - 1] in LEFT and words.text[end : end + 1] in RIGHT


AROUND = 3
"""Words of a title that may stand on either side of what the model took for a name."""
LEFT = frozenset({"“", "‘", '"'})
RIGHT = (["”"], ["’"], ['"'])


def _entitled(words: Words, i: int) -> bool:
    return words.text[i].istitle() or words.low[i] in name_rules()["closers"]
