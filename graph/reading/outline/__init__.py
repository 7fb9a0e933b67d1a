"""The numbered outline of running text, and which units its headings, items and lines name."""
