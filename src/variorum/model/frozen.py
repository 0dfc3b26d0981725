"""The base of the dossier's parts."""

from __future__ import annotations

import msgspec


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the dossier's parts."""
