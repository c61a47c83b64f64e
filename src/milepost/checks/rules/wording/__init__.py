"""Rules on names, words and misprints."""
