"""From a weak element to training to measured change: when to open a case, and what may be claimed afterwards."""
