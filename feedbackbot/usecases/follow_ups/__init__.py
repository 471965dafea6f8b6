"""\"Anda bilang, kami kerjakan\": what units did about what they were told."""
