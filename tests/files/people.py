"""The made-up employees of the files beside this, and how offices write them."""

ANI, BUDI, CUT = "198001012005012001", "198503152010011002", "199003152022242007"
NAMES = ("Ani Rahmawati", "Dr. H. Budi Santoso, S.Sos, M.Si, M.Pd", "Cut Meutia, A.Md.Kep.")
PHONES = ("081234567890", "085212345678", "082298765432")
NIPS = (ANI, BUDI, CUT)
HEADER = ("NIP", "Nama", "No HP")
ROWS = tuple(zip(NIPS, NAMES, PHONES, strict=True))
TABLE = (HEADER, *ROWS)
READ = tuple((nip, name, "+62" + phone[1:]) for nip, name, phone in ROWS)
"""What each file of staff should be read as: NIP, name, phone."""
WITHOUT_PHONES = tuple((nip, name, None) for nip, name, _ in READ)


def grouped(nip: str) -> str:
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
