"""The report as one HTML file that needs no network. Renders what was scored, computes no score."""
