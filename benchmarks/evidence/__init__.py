"""What may be published, held against a simulated truth: intervals of the index, campaigns, the improvement loop."""
