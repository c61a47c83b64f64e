"""Rules on the same thing said in two ways."""
