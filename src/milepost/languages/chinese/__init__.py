"""Chinese: the words and patterns that the passes look for."""
