"""Values that every other folder builds on; imports nothing of ours."""
