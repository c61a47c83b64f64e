"""Rules on what nothing stands behind."""
