"""Which language a text is in: by its common words, else by a statistical guess among the languages of news."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from ..rules.tables import table

SAMPLE = 6000
"""Characters looked at: more change nothing."""
SHORT = 60
"""Letters below which the guess errs too often (headlines, lists of names) to be used for the Latin script."""
RUNNING, TRACE = 0.10, 0.04
"""Share of common words in running text, and the share below which the guess is asked at all. Measured on English news: 0.20
to 0.40 in articles, 0.05 in the barest lists; on other languages below 0.03."""
SURE = 0.95
"""Probability that a guess must have."""
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """common: language -> words; known: codes that a guess may have."""

    common: dict[str, list[str]]
    known: dict[str, list[str]]


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or too odd to say."""
    words = [w.lower() for w in WORD.findall(text[:SAMPLE])]
    if not words:
        return None
    for code, common in _common().items():
        found = [w for w in words if w in common]
        share = len(found) / len(words)
        if share >= RUNNING and len(set(found)) >= min(3, len(words) // 3):
            return code
        if share >= TRACE and len(words) >= 12:
            return code
    return _guess(" ".join(words))


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in table("languages", Languages, language="shared").common.items()}


def _guess(text: str) -> str | None:
    letters = sum(map(len, text.split()))
    latin = len(LATIN.findall(text)) > letters / 2
    if (latin and letters < SHORT) or letters < 8:
        return None
    code, probability = _identifier().classify(text)
    return str(code) if probability >= SURE else None


@cache
def _identifier() -> Any:
    # 0.6 s to load: only for texts that are not plain English
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(table("languages", Languages, language="shared").known["codes"])
    identifier.set_languages([code for code in identifier.labels if code in known])
    return identifier
