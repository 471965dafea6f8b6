"""What the database tells of the running bot."""
