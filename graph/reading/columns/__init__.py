"""The columns of a table.

What headings say, what cells fit below them, and which rows are headings.
"""
