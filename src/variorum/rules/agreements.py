"""Words of `agreements.toml` that resolving needs: what in a name tells one agreement from another."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from . import forms
from .tables import table

GENERAL = "deal"
"""The kind that says least: it may be any other."""
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@cache
def _plain(language: str) -> frozenset[str]:
    raw = table("agreements", dict[str, Any], language=language)
    heads = [noun for kind in raw["kind"] for noun in (*kind["nouns"], *kind.get("weak", []))]
    return frozenset((*raw["words"]["plain"], *forms.nouns(heads), *raw["words"]["brokered"]))


def telling(name: str) -> frozenset[str]:
    """The words of an agreement's name that tell it from another: "Harven", "grain"; not "the four-day deal"."""
    head = re.split(r"\b(?:between|with)\b", name)[0]
    words = (w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(head))
    return frozenset(w for word in words for w in word.split("-") if w not in _plain("en"))


def years(name: str) -> frozenset[str]:
    """Years in a name: "the 2015 agreement"."""
    return frozenset(_YEAR.findall(name))


def days(value: str) -> str:
    """A TIMEX3 length in days where it is given in weeks: "a week" and "seven days" are the same."""
    number, unit = value[1:-1], value[-1:]
    return f"P{int(number) * 7}D" if unit == "W" and number.isdigit() else value
