"""One article in, proven events out: the pure heart of the tool."""
