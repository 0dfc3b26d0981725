"""Variorum reads many news reports of one developing story and says what is reported, by whom, when, and where they differ."""

__version__ = "0.1.0"
