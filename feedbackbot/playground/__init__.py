"""A local Bot API server with people in it: for the demo, for trying out by hand, and for end-to-end tests.

It is not Telegram and never talks to it. It listens on 127.0.0.1 only and refuses to start beside a real bot token.
"""
