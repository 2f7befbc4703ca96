"""From bytes to an article's stored text and its labelled, numbered lines."""
