"""The conversation engine: what is said next, independent of any chat service."""
