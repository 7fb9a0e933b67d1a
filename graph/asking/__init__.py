"""Asking in plain words: Chinese or English words to a shipped question and its parameters.

No model and no network: cue words from `ontology/lexicon/asking.toml`, names from the store,
and rules whose every point can be shown.
"""
