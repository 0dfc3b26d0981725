"""Mentions of a parsed article: names with their roles, definite phrases and pronouns with what they stand for."""

from .names import names

__all__ = ["names"]
