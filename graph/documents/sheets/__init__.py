"""Workbooks (.xlsx, .xls, XML): values as shown, merges, what is hidden."""
