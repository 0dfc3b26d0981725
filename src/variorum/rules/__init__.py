"""Domain knowledge as data: commented TOML tables and their typed loader."""
