"""What a run and its workers say to each other: messages over pipes, each with its length in front.

Workers are processes of our own command, not of `multiprocessing`: they never import the user's script again, so a script that
calls `variorum.read` needs no guard, and a killed worker is an end of file, not a broken pool.
"""

from __future__ import annotations

from typing import IO

import msgspec

from ..model import Record

HEAD = 8
"""Bytes of the length in front of a message."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker answers: records, or why it cannot go on. The first reply has neither: the worker is ready."""

    records: tuple[Record, ...] = ()
    error: str | None = None
    kind: str = "RunError"
    """Name of the error's class."""


def send(pipe: IO[bytes], body: bytes) -> None:
    """Writes one message; raises `OSError` when nobody reads."""
    pipe.write(len(body).to_bytes(HEAD, "little"))
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None when the other side has ended."""
    head = pipe.read(HEAD)
    if len(head) < HEAD:
        return None
    size = int.from_bytes(head, "little")
    body = pipe.read(size)
    return body if len(body) == size else None
