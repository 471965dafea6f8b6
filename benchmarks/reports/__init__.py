"""What a result costs when there are millions of answers, beside adding up the answers themselves."""
