"""The satisfaction survey (SKM, PermenPANRB 14/2017): its elements, its index, what may be said of it."""
