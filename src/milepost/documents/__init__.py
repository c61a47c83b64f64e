"""A document as text with blocks, tables and pages, whatever its file format."""
