"""Whatever somebody could type, tap, open or send."""

from hypothesis import strategies as st

from feedbackbot.dialogue.incoming import Kind

NASTY = (
    "", " ", "0", "1", "4", "5", "9999999999", "kembali", "lewati", "puas", "sangat mudah", "dukcapil", "ktp", "bpbd",
    "<b>tebal</b><script>alert(1)</script>", "*tebal* _miring_ `x` [a](http://b.id)", "'; DROP TABLE response; --",
    "\u202eterbalik", "\u0000\u0007\u001b[31m", "😀" * 50, "☃", "٣", "x" * 4096, "ktp " * 1000, "🧕🏽🇮🇩", "{ $unit }", "\\*\\_\\",
)  # fmt: skip
words = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=60),
    # but for halves of surrogate pairs: no channel lets them in (tests/channels)
    st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Cc", "Cf", "Cn", "Co"]), max_size=30),
)
commands = st.sampled_from(
    [
        "/mulai",
        "/start",
        "/nilai",
        "/hasil",
        "/bahasa",
        "/privasi",
        "/lapor",
        "/dataku",
        "/bantuan",
        "/batal",
        "/tidakada",
        "/nilai ktp",
        "/hasil zzz",
    ]
)
links = st.sampled_from(
    [
        "u_bpbd",
        "u_disdukcapil_loket-1",
        "u_dinsos",
        "u_tidakada",
        "u_bpbd_x_y",
        "nilai_1",
        "tarik_ya",
        "menu_",
        "_",
    ]
)
doors = st.builds(
    "!{}/{}".format,
    st.sampled_from(
        [
            "nilai",
            "hasil",
            "ubah",
            "teruskan",
            "bahasa",
            "privasi",
            "tarik",
            "lapor",
            "tiket",
            "skor",
            "dataku",
            "menu",
            "u",
            "x",
            "",
        ]
    ),
    st.sampled_from(["1", "2", "3", "11", "999", "-1", "ya", "tanya", "id", "en", "", "cari", "bpbd", "☃"]),
)
kinds = st.sampled_from(
    [
        Kind.STICKER,
        Kind.VOICE,
        Kind.PHOTO,
        Kind.DOCUMENT,
        Kind.LOCATION,
        Kind.OTHER,
        Kind.EDITED,
        Kind.CONTACT,
    ]
)
who = st.sampled_from(["Ani", "Budi"])
