"""Thousands of simulated nudge campaigns through the real engine: does it keep what it promises?"""
