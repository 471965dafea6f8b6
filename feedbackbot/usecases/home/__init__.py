"""What waits for whom today, over all areas."""
