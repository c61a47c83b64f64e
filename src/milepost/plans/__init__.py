"""A plan as data: structure, indicators, commitments, facts, projects, places, measures."""
