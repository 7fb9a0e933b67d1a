"""From a document to answers: documents → reading → plan → triples → store → questions and networks."""
