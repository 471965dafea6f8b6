"""Days, hours and moments as people say them."""
