"""The city's units, services and counters."""
