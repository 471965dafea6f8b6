"""Cases: sent by citizens, worked on by officers, closed by citizens."""
