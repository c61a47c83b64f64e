"""What makes the reference pages: how they are written, and those on following a plan."""
