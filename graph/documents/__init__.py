"""A file becomes blocks and grids that know where they came from; one format a module."""
