"""Rules by which a target is laid out over years or over the parts of a region, one rule a file."""
