"""Matrices: units along one side, tasks along the other, marks or words where they meet."""
