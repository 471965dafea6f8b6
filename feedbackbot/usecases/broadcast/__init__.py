"""Everything an admin does with a broadcast: write it, send it, steer it, read what became of it."""
