"""What statistics say: one tidy table of values, each with its period, its source and when it became known."""
