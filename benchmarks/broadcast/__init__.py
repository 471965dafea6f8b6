"""Broadcasts: how fully the permitted rate is used while replies stay quick, how fast without limits, how many people at once."""
