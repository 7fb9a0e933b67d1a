"""Where running text says who is responsible: brackets, labels, sentences, clauses."""
