"""Parts of reading quantities: the table, values, what is no count, the phrase round a number."""
