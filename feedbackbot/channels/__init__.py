"""Chat services behind one interface."""
