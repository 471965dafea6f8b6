"""The database: connections, tables and one query module per aggregate."""
