"""Complaints, wishes and questions of citizens: their states, deadlines and numbers."""
