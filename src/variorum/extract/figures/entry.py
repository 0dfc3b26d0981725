"""One count in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.claim import Frame, Modality
from .find import Hit
from .phrase import Counted


@dataclass(frozen=True)
class Told:
    """One count in one sentence."""

    measure: str
    hit: Hit
    counted: Counted
    modality: Modality
    frame: Frame
    whole: Told | None = None
    """The count that this one is a part of."""
    share: float | None = None
