"""Plain rules and data: no I/O, no framework; the present moment is always a parameter."""
