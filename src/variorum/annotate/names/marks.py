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
BODIES = frozenset(
    (
        "broadcaster",
        "newspaper",
        "magazine",
        "website",
        "network",
        "company",
        "firm",
        "agency",
        "group",
        "movement",
        "militia",
        "charity",
        "daily",
        "outlet",
        "retailer",
        "carmaker",
        "airline",
        "startup",
        "bank",
        "tabloid",
        "channel",
        "party",
        "faction",
        "gang",
        "band",
    )
)
STREETS = frozenset(
    (
        "street",
        "avenue",
        "road",
        "boulevard",
        "highway",
        "drive",
        "lane",
        "parkway",
        "river",
        "island",
        "county",
        "airport",
        "park",
        "playground",
        "stadium",
        "arena",
        "plaza",
        "bridge",
        "beach",
        "peninsula",
        "mall",
    )
)
DIRECTIONS = frozenset({"eastern", "western", "northern", "southern", "greater", "upper", "lower", "inner", "outer"})
PROPER = frozenset({"NNP", "NNPS"})
NOT_NAMES = frozenset(
    {"CD", "DT", "PRP", "PRP$", "MD", "UH", "WDT", "WP", "WRB", "CC", "VBD", "VBZ", "VBP", "TO", "RB", "IN"}
)
ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "some",
        "many",
        "all",
        "both",
        "every",
        "-",
        "–",
        "—",
        "'s",
        "’s",
        "then",
        "ex",
        "former",
        "say",
        "says",
        "said",
        "of",
        "in",
        "at",
        "by",
        "for",
        "and",
        "&",
    }
)
CLOSERS = frozenset(
    {
        "'s",
        "’s",
        "'",
        "’",
        ",",
        ".",
        "-",
        "–",
        "—",
        ":",
        ";",
        '"',
        "”",
        "“",
        "(",
        ")",
        "and",
        "of",
        "the",
        "`",
        "|",
        "/",
        "#",
        "&",
        "in",
        "at",
        "for",
        "to",
        "on",
    }
)
BREAKS = frozenset({"|", "–", "—", ";", ":", '"', "“", "”", "(", ")", "[", "]", "/", "•", "·", "…", "..."})
