"""How files of statistics are read, one importer a file."""
