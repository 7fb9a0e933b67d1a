"""Web pages, also those that office programs save, and pages kept in one file."""
