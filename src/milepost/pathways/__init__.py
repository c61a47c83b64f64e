"""The values that a target asks for, year by year and part by part of the region."""
