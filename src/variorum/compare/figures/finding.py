from __future__ import annotations
from collections.abc import Sequence
from ...model import Figure, Finding, Record, Reuse


def differences(figure: Figure, records: Sequence[Record], reuse: Sequence[Reuse]) -> list[Finding]:
    return []


def parts(many: Sequence[Figure]) -> list[Finding]:
    return []


def scopes(many: Sequence[Figure]) -> list[Finding]:
    return []
