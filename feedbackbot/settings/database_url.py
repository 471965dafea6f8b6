"""What may stand in the address of the database, said in words where it is wrong."""

from urllib.parse import parse_qs, urlsplit

_SEVERAL = "several hosts are written as postgresql://user@/name?host=a,b&port=5432,5433&target_session_attrs=read-write"


def problem_with(url: str) -> str:
    """ "" for an address that can be used; never says what stands in it, as that may be a password."""
    if url.startswith("sqlite:///"):
        return ""
    if not url.startswith("postgresql://"):
        return "must start with sqlite:/// or postgresql://"
    parts = urlsplit(url)
    if "," in parts.netloc.rpartition("@")[2]:
        return _SEVERAL
    query = parse_qs(parts.query, keep_blank_values=True)
    hosts = [host for given in query.get("host", []) for host in given.split(",")]
    ports = [port for given in query.get("port", []) for port in given.split(",")]
    if len(hosts) > 1 and len(ports) not in (0, 1, len(hosts)):
        return f"there must be one port, or as many as hosts: {_SEVERAL}"
    if len(hosts) > 1 and query.get("target_session_attrs") not in (["read-write"], ["primary"]):
        return f"with several hosts it must say that the one that writes is wanted: {_SEVERAL}"
    if (pooler := query.get("pooler")) is not None and pooler != ["transaction"]:
        return "pooler can only be transaction; leave it out without a pooler, or with one that gives out sessions"
    return ""


def hosts_of(url: str) -> int:
    """How many hosts a PostgreSQL's address names."""
    given = parse_qs(urlsplit(url).query).get("host", [])
    return max(1, sum(len(one.split(",")) for one in given))
