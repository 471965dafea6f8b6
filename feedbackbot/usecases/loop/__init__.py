"""From a weak element to a training of that unit's staff to a measured change."""
