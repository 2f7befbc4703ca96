"""Engines: what turns a numbered article into an answer. Each has a file or folder of its own."""
