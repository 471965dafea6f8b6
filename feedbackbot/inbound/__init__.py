"""From what arrived to the turn that answers it."""
