"""Where each target stands, by published methods, with the figures that prove it."""
