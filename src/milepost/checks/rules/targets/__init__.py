"""Rules on what is wrong with a target on its own."""
