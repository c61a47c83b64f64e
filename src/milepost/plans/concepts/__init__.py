"""The shipped table of concepts: what a figure is, beyond its name."""
