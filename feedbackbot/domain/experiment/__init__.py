"""A nudge campaign as an experiment: plan, assignment, power, outcome, and what is learnt across campaigns.

Import from the modules; this package imports none of them. scipy and numpy are loaded inside the functions
that need them, so naming these types costs a starting process nothing.
"""
