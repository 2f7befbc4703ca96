"""Date words of an article, and the days that they mean. Never a guess dressed as a day."""

from extractor.dates.anchor import publication_date
from extractor.dates.annotation import DatedExpression, annotate
from extractor.dates.expressions import DateExpression, find_expressions
from extractor.dates.resolve import Resolution, resolve

__all__ = [
    "DateExpression",
    "DatedExpression",
    "Resolution",
    "annotate",
    "find_expressions",
    "publication_date",
    "resolve",
]
