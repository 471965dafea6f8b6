"""Forms on the web: rate a unit in a browser, on one's own phone or at the counter."""
