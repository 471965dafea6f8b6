"""After a low score: the officer on duty is told, and may ask a citizen who agreed to it."""
