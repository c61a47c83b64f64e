"""Rules on what a lender would ask about."""
