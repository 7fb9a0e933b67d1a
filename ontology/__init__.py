"""What can be said: the vocabulary, the shipped questions and rules, and the words of both languages.

Data comes first in this room; its Python only opens the data. It imports nothing of ours.
"""
