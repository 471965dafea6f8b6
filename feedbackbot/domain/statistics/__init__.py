"""Distributions and small regressions in plain Python: scipy would cost the bot 70 MB and half a second at first use.

scipy and statsmodels stay as oracles in the tests.
"""
