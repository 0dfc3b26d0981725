"""A worker: `python -m variorum.run.worker`. Takes batches of articles on standard input, answers with their records."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import BinaryIO

import msgspec

from .. import pipeline
from ..annotate import Annotator
from ..errors import RunError
from ..model import Article
from .wire import Reply, receive, send


def main() -> None:
    """Answers until standard input ends, as it does when the run ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which then ends its workers
    inbox, outbox = _pipes()
    name = msgspec.msgpack.decode(receive(inbox) or b"\xc0", type=str | None)
    try:
        annotator = Annotator(name)
        _settle()
        _answer(outbox, Reply())
        while (body := receive(inbox)) is not None:
            articles = msgspec.msgpack.decode(body, type=list[Article])
            _answer(outbox, Reply(records=tuple(pipeline.prepare(articles, annotator))))
    except RunError as error:
        _answer(outbox, Reply(error=str(error), kind=type(error).__name__))


def _answer(outbox: BinaryIO, reply: Reply) -> None:
    send(outbox, msgspec.msgpack.encode(reply))


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for messages only: whatever a library prints goes to standard error."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123  a file number is what is needed
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return inbox, outbox


def _settle() -> None:
    """Takes the model out of the garbage collector's rounds: it lives as long as the process."""
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main()
