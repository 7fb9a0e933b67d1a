"""From a document to answers: plans read, stored as quads, asked and diagnosed."""
