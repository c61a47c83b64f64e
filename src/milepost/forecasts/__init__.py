"""Where short yearly series are heading, as distributions that know nothing of targets."""
