"""Forms of published worked figures, one a file: how a row is put to the method that it belongs to."""
