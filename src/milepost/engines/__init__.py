"""Where work over many documents runs."""
