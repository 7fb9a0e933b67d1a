"""Files that hold files: packed ones, and compound ones."""
