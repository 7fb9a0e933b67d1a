"""Rich text (.rtf): tokens, states, tables."""
