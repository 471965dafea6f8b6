"""The registry of civil servants."""
