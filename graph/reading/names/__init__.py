"""What one name is.

A unit, a collective, a person, a post; what stands behind it, and the words of roles.
"""
