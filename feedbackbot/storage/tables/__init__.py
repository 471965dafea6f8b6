"""One file per aggregate; importing this package registers every table."""
