"""A short way to read what a test has written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from variorum.model import Article, Problem
from variorum.read import sources
from variorum.settings import Settings

Read = Callable[..., list[Any]]


def reader(folder: Path) -> Read:
    """read("a.txt", data) writes the file into the folder and reads it; read(data, stdin=True) reads standard input."""

    def read(name: Any, data: str | bytes = b"", *, stdin: bool = False, **settings: Any) -> list[Article | Problem]:
        if stdin:
            return list(sources(["-"], settings=Settings(**settings), stdin=io.BytesIO(name)))
        path = folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(sources([str(path)], settings=Settings(**settings)))

    return read
