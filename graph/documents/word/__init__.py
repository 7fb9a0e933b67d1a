"""Word files in XML (.docx): text, tables, numbers, notes."""
