"""The command `extractor`: the only place that prints."""
