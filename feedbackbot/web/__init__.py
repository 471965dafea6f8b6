"""The ASGI app: webhook, health, metrics, public pages."""
