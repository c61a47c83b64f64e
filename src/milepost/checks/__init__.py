"""What is wrong with a plan, with the places that prove it."""
