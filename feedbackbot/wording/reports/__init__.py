"""The official report, written from the command line."""
