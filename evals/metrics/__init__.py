"""The numbers of a score file, one small module each: what is counted, and by which formula.

All count events, and pool them over articles (micro): an article with many events weighs more.
"""
