"""Typed loading of the rule tables. A bad row names its file and row."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from ..errors import RulesError

T = TypeVar("T")
ROOT = Path(__file__).parent


def table(name: str, kind: type[T], *, language: str = "en") -> T:
    """The table `rules/<language>/<name>.toml` as a value of `kind`; read once per process.

    Raises `RulesError` naming the file and the row (msgspec's path, such as `$.measure[3].verbs`).
    """
    shape: Any = kind
    return cast(T, _named(ROOT, name, shape, language))


@cache
def _named(root: Path, name: str, kind: Any, language: str) -> Any:
    """Kept by name, too: to make a path takes as long as to find what was read from it."""
    return load(root / language / f"{name}.toml", kind)


def load(path: Path, kind: type[T]) -> T:
    """A table from any path; see `table`."""
    shape: Any = kind
    return cast(T, _read(path, shape))


@cache
def _read(path: Path, kind: Any) -> Any:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        raise RulesError(f"no rule table {path.parent.name}/{path.name}: reinstall the package") from None
    except msgspec.DecodeError as error:
        raise RulesError(f"rule table {path.parent.name}/{path.name}: {error}") from None


@cache
def version(language: str = "en") -> str:
    """A name for the rules in use: the language and a hash over its tables' bytes."""
    digest = blake2b(digest_size=4)
    for path in sorted([*(ROOT / language).glob("*.toml"), *(ROOT / "shared").glob("*.toml")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return f"{language}-{digest.hexdigest()}"
