"""WhatsApp by the Business Cloud API: facts and their sources in docs/whatsapp.md."""
