"""Forms filled outside a chat become what the chat would have kept."""
