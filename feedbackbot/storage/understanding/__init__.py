"""What the city answers to ordinary questions, and what was not understood."""
