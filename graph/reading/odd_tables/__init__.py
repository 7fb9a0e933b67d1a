"""Tables that say less or otherwise.

Unknown headings, tables on their side, units that stand elsewhere.
"""
