"""The rating on paper."""
