"""Lists of names.

A cell, bracket or label cut into units, groups and persons, each with its role.
"""
