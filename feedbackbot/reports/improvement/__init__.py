"""What a training changed, in words and as a picture."""
