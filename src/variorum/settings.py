"""Settings of a run, as one frozen value: what a user may change, with its unit and its reason."""

from __future__ import annotations

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that changes a run. The same settings, input, rules and model give the same bytes."""

    model: str | None = None
    """Name or path of a spaCy model; None: the first of the default models that is installed."""
    language: str = "en"
    """The language whose rule tables are used."""
    published: str | None = None
    """ISO date for texts that carry no date of their own but whose date the user knows."""
    workers: int = 0
    """Processes that annotate; 0: one per core, and none for a small job (see `small`)."""
    small: int = 24
    """Articles up to which a run stays in this process: starting a worker costs about 2 s, reading 24 articles less."""
    batch: int = 16
    """Articles a worker takes at once; 16 to 32 measured best."""
    longest: int = 1_000_000
    """Characters of the longest article that is annotated; it takes about a minute and 2 kB of memory a character."""
    largest: int = 64 * 2**20
    """Bytes of the largest file or page that is opened."""
    timeout: float = 20.0
    """Seconds to wait for a web page."""
    private: bool = False
    """Whether `--url` may open private and local addresses."""
