"""Binary Word files (.doc, .wps), from their pieces and properties."""
