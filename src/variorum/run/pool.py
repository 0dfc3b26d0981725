"""A pool of workers: batches in, records out in the same order, with a bounded number of texts under way."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import IO

import msgspec

from .. import errors
from ..model import Article, Record
from .wire import Reply, receive, send

SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Set to 1 in workers: on matrices this small, threads of the BLAS double the work and gain no time."""
AHEAD = 2
"""Batches under way for each worker: one in work, one waiting."""


class WorkerError(Exception):
    """A worker ended without an answer; the text says how."""


class Worker:
    """One process with a model in it."""

    def __init__(self, model: str | None) -> None:
        """Starts the process; `ready` waits for it."""
        self.log = tempfile.TemporaryFile()  # noqa: SIM115  closed in `stop`
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "variorum.run.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=_environment(),
        )
        self.model = model

    def ready(self) -> None:
        """Waits until the model is loaded; raises `WorkerError`, or the error that the worker met."""
        self._call(msgspec.msgpack.encode(self.model))

    def ask(self, articles: Sequence[Article]) -> tuple[Record, ...]:
        """The records of these articles; raises `WorkerError`, or the error that the worker met."""
        return self._call(msgspec.msgpack.encode(articles)).records

    def _call(self, body: bytes) -> Reply:
        assert self.process.stdin and self.process.stdout
        try:
            send(self.process.stdin, body)
            answer = receive(self.process.stdout)
        except (OSError, ValueError):  # the pipe is broken, or closed by `stop`
            answer = None
        if answer is None:
            raise WorkerError(self._end())
        reply = msgspec.msgpack.decode(answer, type=Reply)
        if reply.error is not None:
            raise getattr(errors, reply.kind, errors.RunError)(reply.error)
        return reply

    def _end(self) -> str:
        """How the process ended, in a few words."""
        code = self.process.wait()
        if code < 0:
            return f"signal {-code}"
        self.log.seek(0)
        last = self.log.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        return last[:200] or f"exit {code}"

    def stop(self) -> None:
        """Ends the process at once; it holds nothing that could be lost."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError, ValueError):  # words that nobody will read may still be in it
        pipe.close()


def _environment() -> dict[str, str]:
    """Ours, one thread each, and the same places to import from, without the folder that the user happens to be in."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, **dict.fromkeys(SINGLE, "1"), "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}


class Pool:
    """Use as a context: leaving it ends all workers, whatever happened."""

    def __init__(self, model: str | None, count: int) -> None:
        self.model, self.count = model, count
        self.threads = ThreadPoolExecutor(count, thread_name_prefix="variorum")
        self.own = threading.local()
        self.lock = threading.Lock()
        self.workers: list[Worker] = []
        self.closed = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.lock:
            self.closed = True
            for worker in self.workers:
                worker.stop()
        self.threads.shutdown(cancel_futures=True)

    def map(self, batches: Iterable[Sequence[Article]]) -> Iterator[tuple[Sequence[Article], Sequence[Record]]]:
        """Each batch with its records, in order. Takes in a batch only when there is room for it."""
        waiting: deque[tuple[Sequence[Article], Future[Sequence[Record]]]] = deque()
        for batch in batches:
            waiting.append((batch, self.threads.submit(self._work, batch)))
            if len(waiting) >= self.count * AHEAD + 1:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()

    def _work(self, batch: Sequence[Article]) -> Sequence[Record]:
        """The records of a batch. When the worker dies of it, each article is tried on its own."""
        try:
            return self._worker().ask(batch)
        except WorkerError as death:
            self._drop()
            if len(batch) == 1:
                return [_lost(batch[0], str(death))]
            return [record for article in batch for record in self._work([article])]

    def _worker(self) -> Worker:
        """This thread's worker, started when there is none."""
        worker: Worker | None = getattr(self.own, "worker", None)
        if worker is None:
            worker = self._start()
            try:
                worker.ready()
            except WorkerError as death:
                raise errors.RunError(f"a worker could not be started ({death}): run again with --workers 1") from None
            self.own.worker = worker
        return worker

    def _start(self) -> Worker:
        with self.lock:
            if self.closed:
                raise errors.RunError("the run was stopped")
            worker = Worker(self.model)
            self.workers.append(worker)
            return worker

    def _drop(self) -> None:
        worker: Worker | None = getattr(self.own, "worker", None)
        self.own.worker = None
        with self.lock:
            if worker in self.workers and not self.closed:
                self.workers.remove(worker)
                worker.stop()


def _lost(article: Article, how: str) -> Record:
    return Record(article=article, problem=f"left without claims, since the process that read it died ({how})")
