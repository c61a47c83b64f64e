"""Rules on documents cited whose time is over."""
