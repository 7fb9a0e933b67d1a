"""A Document becomes a Plan: pure functions, no files, no RDF."""
