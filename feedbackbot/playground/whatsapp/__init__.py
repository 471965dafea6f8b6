"""The other chat service of the playground: a Graph API server that refuses what WhatsApp's Cloud API refuses.

It listens on the same port as the imitated Bot API, under `/v26.0/…`, and shares clock and events with it.
"""
