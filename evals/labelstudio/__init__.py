"""Labels to and from Label Studio, in its JSON of tasks.

Talks to no server: files are exported and imported.
"""
