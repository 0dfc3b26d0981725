"""The quoted words of a text, made comparable."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_MARKED = re.compile(r"[“\"«]([^“”\"»]*)[”\"»]|''(.+?)''|[“\"«]([^“”\"»]*)$")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, with plain apostrophes."""
    return tuple(w.replace("’", "'") for w in _WORD.findall(text.lower()))


def marked(text: str) -> tuple[str, ...]:
    """The stretches of a text that stand within quotation marks, without the marks."""
    return tuple(next(g for g in found if g) for found in _MARKED.findall(text) if any(found))
