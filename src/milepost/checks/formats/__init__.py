"""The formats that findings are written in: one file a format, each a pure function of the report."""
