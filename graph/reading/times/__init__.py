"""Demands about time.

Dates, deadlines, recurrence, least frequencies and periods, and times that demand nothing.
"""
