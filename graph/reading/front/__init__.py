"""The document itself.

Its parts, title, issuer, year, number, addressees, date and what it cites.
"""
