"""The interactive page: a pyvis network in our own template, script and style."""
