"""Who is who across the records of a story. Every merge carries its reason; evidence against a merge wins over likeness."""

from .build import actors

__all__ = ["actors"]
