"""Tables with known headings: their rows, what is merged, repeated or stands over them."""
