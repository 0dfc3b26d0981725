"""Whose reporting each report is, and on how many origins and sources each statement rests."""

from .backing import Backed, backed
from .build import origins

__all__ = ["Backed", "backed", "origins"]
