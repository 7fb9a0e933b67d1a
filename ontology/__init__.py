"""What can be said: vocabulary, shipped questions and rules, the words of both languages.

Data comes first in this room; its Python only opens the data. It imports nothing of ours.
"""
