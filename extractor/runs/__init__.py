"""The run folder: one SQLite file as the only state, and the JSONL records written from it."""
