"""Running text as a layout.

Lines put together, the outline with its assignments, text beside tables.
"""
