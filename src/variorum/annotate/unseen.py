"""Invisible characters: the model reads a text without them, the tokens that it makes have them again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Soft hyphens, joiners, marks of direction and the like: Unicode's format characters that turn up in news."""
KEPT: list[int | str] = ["TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
"""What the model has found out about a token; where sentences begin follows from the heads."""


def seen(text: str) -> str:
    """The text without its invisible characters."""
    return text if text.isascii() else UNSEEN.sub("", text)


def moved(text: str, offsets: set[int]) -> set[int]:
    """Offsets in a text as offsets in what is seen of it."""
    return {at - len(UNSEEN.findall(text, 0, at)) for at in offsets}


def restored(doc: Doc, text: str) -> Doc:
    """A doc over the text itself, from one over what is seen of it: each token has the invisible characters within it and right
    before it, the last one those at the end."""
    from spacy.tokens import Doc as Made

    places = [i for i, char in enumerate(text) if not UNSEEN.match(char)]
    words: list[str] = []
    spaces = [bool(token.whitespace_) for token in doc]
    at = 0
    for number, token in enumerate(doc):
        last = token.idx + len(token.text) - 1
        end = places[last] + 1
        if spaces[number]:
            end = places[last + 1]
        elif number + 1 == len(doc):
            end = len(text)
        words.append(text[at:end])
        at = end + spaces[number]
    made = Made(doc.vocab, words=words, spaces=spaces)
    columns: Any = doc.to_array(KEPT)
    return made.from_array(KEPT, columns)
