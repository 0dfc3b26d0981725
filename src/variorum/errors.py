"""What can go wrong, as one tree.

    VariorumError
    ├── UsageError          the call was wrong (exit 2)
    ├── RunError            the run could not be done (exit 1)
    │   ├── ModelError      no language model, or a broken one
    │   ├── StoreError      the database cannot be opened, read or written
    │   ├── OutputError     a result cannot be written
    │   └── RulesError      a rule table has a bad row
    ├── SourceError         one input cannot be read; listed in the dossier, the run goes on
    └── ProvenanceError     a statement without its characters; always a fault of this program

Every message says what, where and what to do, in one sentence.
"""

from __future__ import annotations


class VariorumError(Exception):
    """The root of all errors that this package raises on purpose."""


class UsageError(VariorumError):
    """The call was wrong."""


class RunError(VariorumError):
    """The run could not be done."""


class ModelError(RunError):
    """No language model was found, or it cannot be loaded."""


class StoreError(RunError):
    """A database cannot be opened, is not ours, or cannot be written."""


class OutputError(RunError):
    """A result cannot be written where the user wants it."""


class RulesError(RunError):
    """A rule table has a bad row; the message names file and row."""


class SourceError(VariorumError):
    """One input cannot be read. `source` says which."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(message)
        self.source = source


class ProvenanceError(VariorumError):
    """A statement does not match the characters it is said to come from."""


class VariorumWarning(UserWarning):
    """Something was read, but not as asked."""
