"""What is put into words outside a conversation: files that go with a message, a broadcast rendered in advance, its progress card.

Use cases hold no words, and jobs and the web cannot ask a conversation; so what they all say stands here, between them.
"""
