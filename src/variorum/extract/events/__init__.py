"""Events of a page: verbs and nouns of the tables, with who takes part, where, when and whether it came about."""

from .claim import events
from .who import targets

__all__ = ["events", "targets"]
