"""A local SPARQL 1.1 endpoint with its query page."""
