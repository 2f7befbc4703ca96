"""The names of Label Studio's objects and controls that export, import and configuration share."""

TEXT = "text"
"""The object that is labelled, and the key of the task's data that holds it."""

SPAN = "span"
EVENT = "Event"
EVIDENCE = "Evidence"
"""Labels of a region: the first words that state an event, and further ones, tied to it."""

RELATION = "evidence"
UNPLACED = "unplaced"
"""Field of the whole task: events that no region can stand for, as JSON."""

ARTICLE = "article"
ARTICLE_ID = "article_id"
