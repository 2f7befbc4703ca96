"""Readers of public corpora: each turns a downloaded source into labelled articles.

Data is read by path when it is asked for; nothing of it is kept in this package.
"""
