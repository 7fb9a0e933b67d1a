"""The domain's words as every room reads them: lists, folded text, roles and headings of tables."""
