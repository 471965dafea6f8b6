"""The rating page under a crowd, beside a plain form with the same write."""
