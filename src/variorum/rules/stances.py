"""Words of `stances.toml` that resolving needs."""

from __future__ import annotations

from functools import cache
from typing import Any

from . import forms
from .tables import table


@cache
def offices(language: str = "en") -> frozenset[str]:
    """Nouns for bodies and people that act for their country, in all their forms."""
    return forms.listed(table("stances", dict[str, Any], language=language)["offices"], nominal=True)
