"""The page behind the code on a certificate."""
