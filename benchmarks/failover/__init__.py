"""How long nobody is answered when the database loses its leader."""
