"""Forms: questions declared once, for whoever asks them, step by step or on one page, screen or paper."""
