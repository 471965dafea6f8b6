"""Parts that several conversations are made of."""
