"""How well events were extracted: labelled corpora, alignment, scores, reports.

Rests on the extractor's records; the extractor knows nothing of this package.
"""
