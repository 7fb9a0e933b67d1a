"""Files of fixed pages, PDF and OFD: characters and lines become blocks."""
