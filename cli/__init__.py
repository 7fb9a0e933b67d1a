"""Words in, words out: one command a module; imports everything, imported by nothing."""
