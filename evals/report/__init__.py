"""Score files for people: one module a form. Renders what was scored, computes no score."""
