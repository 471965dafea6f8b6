"""From a weak element to a training and to what it changed."""
