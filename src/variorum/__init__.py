"""Variorum reads many news reports of one developing story and says what is reported, by whom, when, and where they differ.

    import variorum
    dossier = variorum.read(["a.txt", "b.html"])
    dossier.stories[0].figures

Nothing else is imported until it is used, so that `import variorum` and `variorum --help` are quick.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .errors import (
        ModelError,
        OutputError,
        ProvenanceError,
        RulesError,
        RunError,
        SourceError,
        StoreError,
        UsageError,
        VariorumError,
        VariorumWarning,
    )
    from .model import (
        Actor,
        Article,
        Attribution,
        Dossier,
        Event,
        Figure,
        Finding,
        Position,
        Problem,
        Quote,
        Reading,
        Record,
        Reuse,
        Source,
        Span,
        Story,
        When,
        Wording,
    )
    from .run import read
    from .settings import Settings
    from .store import open_store

_HOMES = {
    "run": ("read",),
    "store": ("open_store",),
    "settings": ("Settings",),
    "errors": (
        "ModelError",
        "OutputError",
        "ProvenanceError",
        "RulesError",
        "RunError",
        "SourceError",
        "StoreError",
        "UsageError",
        "VariorumError",
        "VariorumWarning",
    ),
    "model": (
        "Actor",
        "Article",
        "Attribution",
        "Dossier",
        "Event",
        "Figure",
        "Finding",
        "Position",
        "Problem",
        "Quote",
        "Reading",
        "Record",
        "Reuse",
        "Source",
        "Span",
        "Story",
        "When",
        "Wording",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # noqa: RUF022  the function first, then what it takes and gives
    "read",
    "open_store",
    "Settings",
    "__version__",
    "Dossier",
    "Article",
    "Story",
    "Actor",
    "Attribution",
    "Event",
    "Figure",
    "Finding",
    "Position",
    "Problem",
    "Quote",
    "Reading",
    "Record",
    "Reuse",
    "Source",
    "Span",
    "When",
    "Wording",
    "VariorumError",
    "UsageError",
    "RunError",
    "ModelError",
    "OutputError",
    "RulesError",
    "StoreError",
    "SourceError",
    "ProvenanceError",
    "VariorumWarning",
]


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `variorum.read` the function, although the stage of that name is a package inside this one.

    An import of that package would otherwise bind it here. `from variorum.read import ...` works as ever.
    """

    @property
    def read(self) -> Any:
        return importlib.import_module(".run", __name__).read

    @read.setter
    def read(self, module: Any) -> None:
        pass


sys.modules[__name__].__class__ = _Package
