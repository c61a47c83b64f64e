"""Published methods for judging progress, one a file, each citing its source."""
