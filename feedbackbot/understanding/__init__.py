"""What free words mean: pure, from data that a clerk can extend; no database, no chat, no service outside."""
