"""Several processes of one token in front of a server that punishes: one rate for all of them?"""
