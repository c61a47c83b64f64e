"""Rules on figures that do not tie."""
