"""Rules on numbers and headings, tables, signs."""
