"""Tables of a text file.

Cells kept apart by tabs, pipes, lines, spaces or drawn lines, put back into grids.
"""
