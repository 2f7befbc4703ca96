"""Events in the formats that people and other programs read: one file per format."""
