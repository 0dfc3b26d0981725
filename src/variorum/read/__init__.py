"""From paths, bytes and pages to articles."""

from .fields import article

__all__ = ["article"]
