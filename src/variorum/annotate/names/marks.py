"""Tags, labels and words that the building of names turns on."""

from __future__ import annotations

from ...model.claim import ActorKind
from ...rules.people import role_words

KINDS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
OFFICES = frozenset(word for word, classes in role_words().items() if classes and " " not in word)
PROPER = frozenset({"NNP", "NNPS"})
NOT_NAMES = frozenset(
    {"CD", "DT", "PRP", "PRP$", "MD", "UH", "WDT", "WP", "WRB", "CC", "VBD", "VBZ", "VBP", "TO", "RB", "IN"}
)
OPENING = frozenset({"-", "–", "—", "'s", "’s", "&"})
"""Marks that never begin a name."""
CLOSING = frozenset(
    {"'s", "’s", "'", "’", ",", ".", "-", "–", "—", ":", ";", '"', "”", "“", "(", ")", "`", "|", "/", "#", "&"}
)
"""Marks that never end one."""
BREAKS = frozenset({"|", "–", "—", ";", ":", '"', "“", "”", "(", ")", "[", "]", "/", "•", "·", "…", "..."})
