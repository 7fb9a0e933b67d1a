"""Text before its grammar.

Pieces with places, brackets, numerals, printed numbers, what a source broke or left inside.
"""
