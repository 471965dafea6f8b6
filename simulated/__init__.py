"""Simulated cities and campaigns with a known truth, for tests and benchmarks alike."""
