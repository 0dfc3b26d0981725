"""The contract: the dossier as JSON."""

from __future__ import annotations

import msgspec

from ..model import Dossier


def json(dossier: Dossier) -> bytes:
    """UTF-8, indented by one space, fields in the contract's order, with a line feed at the end; the same dossier gives the
    same bytes."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n"
