"""Many articles: how many at a time, where to stop, and what a run keeps."""
