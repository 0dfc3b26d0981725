"""The command `variorum`. Only click is imported before a command runs, so that `--help` is quick."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from .. import errors
from .app import app

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""One thread for the BLAS, unless the user says otherwise: on matrices this small more threads cost and gain nothing."""


def main() -> NoReturn:
    """Runs the command line and ends the process: 0 done, 1 failed, 2 wrong call, 130 stopped by the user."""
    for name in THREADS:
        os.environ.setdefault(name, "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = app.main(standalone_mode=False, prog_name="variorum")
    except (click.exceptions.Abort, KeyboardInterrupt):
        _say("stopped: with --db, what was read so far is kept, and the same command goes on from there")
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except errors.UsageError as error:
        _say(f"{error}\nTry 'variorum --help' for help.")
        code = 2
    except errors.VariorumError as error:
        _say(str(error))
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _say(text: str) -> None:
    print(f"variorum: {text}", file=sys.stderr)
