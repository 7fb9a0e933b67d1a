"""Text files: their encoding, lines, and values between commas or tabs."""
