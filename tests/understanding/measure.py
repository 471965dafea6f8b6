"""How well the bot understands free words: types every row of a CSV into the whole bot (in memory, no network) and judges the first reply.

    python measure.py utterances_held.csv [--product /path/to/checkout] [--after-start] [--out result.csv] [--show W001]

--after-start: rows of state "idle" are typed while the menu is open (just after /mulai) instead of with nothing under way.
A consent screen is tapped through before the reply is judged: it is a gate of the law, not an understanding.
"""

# --------------------------------------------------------------------------- everything of the product: adapt here
import argparse
import sys

_args = argparse.ArgumentParser()
_args.add_argument("csv")
_args.add_argument("--product", default=".")
_args.add_argument("--after-start", action="store_true")
_args.add_argument("--out", default="")
_args.add_argument("--show", default="")
ARGS = _args.parse_args()
sys.path.insert(0, ARGS.product)

import json
from pathlib import Path

from sqlalchemy import select

from feedbackbot.dialogue.buttons import read_data, EntryTap
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.training.enrolments import invite_all
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.units.tables import service as service_table, unit as unit_table
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.cases.timeline import timeline_of_case
from feedbackbot.usecases.training.import_course import bring_course
from feedbackbot.usecases.training.inviting import send_invitations
from tests.builders import CATALOGUE, sqlite_in, talk_in
from tests.cases.office import sends_case, staffed, to_what
from tests.survey.ratings import answer, begin, rate
from tests.deliver import deliver
from tests.forum.city import City
from tests.staff.personnel import Personnel, nip_of
from tests.talk import Clock

COURSE = Path(ARGS.product) / "feedbackbot/data/courses/pelayanan-ramah-dan-sopan.md"
ELEMENTS = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
# catalogue texts by which the bot says that it did not understand (what stands before the first placeholder is looked for)
SAYS_NOT = (
    "notice-not-understood", "menu-not-understood", "notice-tap-a-button", "notice-write-words", "notice-not-usable",
    "notice-unknown-command", "unit-not-found", "service-not-found", "desk-no-number", "error-unexpected",
)
RATING, CASE = "nilai", "lapor"
LISTS = {"cari", "kecamatan", "kelompok", "temuan"}  # steps of a rating or case at which no unit is chosen yet
# outcome: conversations whose beginning does the thing, doors and labels of buttons that lead to it, words of the reply that do it
DOES = {
    "rate": ({RATING}, {"nilai", "u", "teruskan", "ubah"}, r"nilai|rating|\bsurvei|ulasan|ubah jawaban|rate", None),
    "complain": ({CASE}, {"lapor"}, r"lapor|adukan|pengaduan|keluhan|report|complain", None),
    "other-city-business": ({CASE}, {"lapor"}, r"lapor|adukan|pengaduan|keluhan|report|complain", None),
    "status": ({"tiket", "kasus"}, {"tiket", "kasus"}, r"laporan (saya|anda)|status|meja laporan", r"\b[0-9A-Z]{3}-[0-9A-Z]{4}\b"),
    "forum": ({"forum"}, {"forum"}, r"forum", None),
    "results": ({"hasil"}, {"hasil"}, r"hasil|indeks", r"IKM|indeks kepuasan"),
    "info-hours": (set(), {"info"}, r"jam (buka|layanan|pelayanan)|tanya|informasi", r"\b\d{1,2}[.:]\d{2}\b"),
    "info-requirements": (set(), {"info"}, r"syarat|tanya|informasi", r"persyaratan|syaratnya|yang (perlu|harus) dibawa"),
    "info-fee": (set(), {"info"}, r"biaya|tanya|informasi", r"gratis|biaya|\bRp|tidak dipungut"),
    "info-location": (set(), {"info"}, r"alamat|lokasi|peta|tanya|informasi", r"alamat|\bJl\b|Jalan |peta"),
    "human": (set(), {"petugas"}, r"petugas|orang|manusia|officer|person", r"petugas (akan )?(membalas|menjawab|menghubungi)|telepon"),
    "privacy": ({"privasi", "dataku", "hapus"}, {"privasi", "dataku", "hapus"}, r"privasi|data saya|hapus|selengkapnya", r"nama samaran|tidak tahu siapa|tidak melihat siapa"),
    "language": ({"bahasa"}, {"bahasa"}, r"bahasa|language|english", None),
    "training-list": ({"pelatihan"}, {"pelatihan"}, r"pelatihan", None),
    "jp": ({"jp"}, {"jp"}, r"\bJP\b", r"JP Anda tahun|\d+ JP"),
    "certificate": ({"jp"}, {"sertifikat", "jp"}, r"sertifikat|JP saya", r"sertifikat"),
    "course": ({"belajar"}, {"belajar"}, r"belajar|kursus|lanjut", None),
    "link-staff": ({"daftar"}, {"daftar"}, r"tautkan|daftar.*pegawai", None),
    "invitation-answer": (set(), {"undangan", "ajakan"}, r"^\W*(ikut|tidak bisa)", r"Anda terdaftar di|Anda tidak ikut"),
    "broadcast": ({"siarkan", "siaran"}, {"siarkan"}, r"siar|pesan ke banyak|pengumuman", None),
    "report": ({"laporan", "rekap"}, {"laporan", "rekap"}, r"laporan (unit|hasil)|rekap|grafik", r"Rekap|Laporan resmi"),
}
NO_FORM = {RATING, CASE}  # conversations that are a form


class World:
    """The bot with its people: made once, every row gets a new person in it."""

    async def start(self, folder: Path) -> None:
        self.clock = Clock()
        self.talk = await talk_in(await sqlite_in(folder), self.clock)
        self.office = await staffed(self.talk)  # Disdukcapil has an officer, a head
        self.staff = Personnel(self.talk, self.clock)
        await self.staff.employs(400)
        await self.staff.do(bring_course, None, COURSE.read_bytes(), COURSE.name, "memory")
        self.training = await self.staff.offers(seats=None)
        self.hired = 0
        await (await City.founded(self.talk)).opens(unit_id=None)
        self.units = dict(await self.rows(select(unit_table.c.id, unit_table.c.code)))
        self.services = dict(await self.rows(select(service_table.c.id, service_table.c.code)))

    async def rows(self, query):
        return await self.talk.work(lambda tx: [tuple(row) for row in tx.run(query)])

    async def person(self, row):
        """Somebody of the row's role in the row's state. Returns the talker and what is to be remembered."""
        self.clock.passes(minutes=7)
        info, state = {"nip": ""}, row["state"]
        if row["role"] == "employee":
            [who] = await self.staff.links(self.hired)
            info["nip"] = nip_of(self.hired)
            self.hired += 1
        else:
            who = self.talk.person(f"{row['id']}")
            await who.types("/mulai")
        person_id = (await who.contact()).person_id
        if row["role"] == "officer":
            for role in (Role.OFFICER, Role.HEAD):
                await self.talk.run(add_grant, person_id, role, self.office.unit_id)
        if row["role"] == "admin":
            await self.talk.run(add_grant, person_id, Role.SUPERADMIN, None)
        if row["outcome"] == "invitation-answer":
            await self.staff.do(lambda tx: invite_all(tx, self.training, employee.c.nip == info["nip"]))
            await send_invitations(self.talk.runtime)
            await deliver(self.talk)
        if row["outcome"] == "status" and row["role"] == "citizen" and state != "officer-asked":
            info["case"] = await sends_case(who, self.office, f"Petugas loket tidak melayani dengan baik kemarin, catatan {row['id']}")
        if row["role"] == "officer":
            other = self.talk.person(f"pelapor-{row['id']}")
            info["case"] = await sends_case(other, self.office, f"Antrean tidak dipanggil kemarin pagi di loket, catatan {row['id']}")
        match state:
            case "idle":
                await who.types("/mulai")
                if not ARGS.after_start:
                    await who.types("/batal")
            case "menu":
                await who.types("/mulai")
            case "consent":
                await who.opens("u_disdukcapil")
            case "rating-question":
                await begin(who, "u_disdukcapil")
                at = note(row, "at") or ELEMENTS[0]
                await answer(who, (3,) * ELEMENTS.index(at))
                info["at"] = at
            case "already-rated" | "comment":
                await rate(who, (3,) * 9, "u_disdukcapil")
                if state == "already-rated":
                    await who.types("/batal")
                    await who.opens("u_disdukcapil")
            case "complaint-text":
                await to_what(who, self.office)
            case "officer-asked" | "closing-question":
                info["case"] = await sends_case(who, self.office, f"Petugas loket membentak saya kemarin pagi, catatan {row['id']}")
                await self.office.officer.taps("Buka")
                if state == "officer-asked":
                    await self.office.officer.taps("Tanya balik")
                    await self.office.officer.types("Mohon dijelaskan lagi di mana dan kapan kejadiannya, Pak/Bu?")
                else:
                    await self.office.officer.taps("Selesai")
                    await self.office.officer.types("Sudah kami tindak lanjuti.")
                await deliver(self.talk)
            case "reading-lesson":
                await who.types("/belajar")
                await who.taps(who.buttons()[0])
        return who, info

    async def facts(self, who, info):
        """What is kept, to see what the words changed."""
        found = {}
        if case_id := info.get("case"):
            [(found["number"], found["state"])] = await self.rows(select(case_file.c.number, case_file.c.state).where(case_file.c.id == case_id))
            found["written"] = [one.words for one in await self.talk.work(lambda tx: list(timeline_of_case(tx, case_id)))]
        found["cases"] = len(await self.rows(select(case_file.c.id)))
        found["comments"] = [one for (one,) in await self.rows(select(response.c.comment).where(response.c.comment.is_not(None)))]
        if info["nip"]:
            found["enrolment"] = await self.rows(select(enrolment.c.state).join(employee, employee.c.id == enrolment.c.employee_id).where(employee.c.nip == info["nip"]))
        return found

    async def reply(self, who, *, gate: bool):
        """What the last turn said and where the conversation stands; consent is tapped through where `gate`."""
        shown = Reply(who.said(), [b for m in who.answered for r in m.rows for b in r], await who.state(), self)
        if gate and shown.step == "izin" and shown.conversation in NO_FORM:
            via = shown.conversation
            await who.taps("Setuju")
            shown = Reply(who.said(), [b for m in who.answered for r in m.rows for b in r], await who.state(), self)
            shown.gate = via
        return shown


class Reply:
    def __init__(self, text, buttons, state, world):
        self.text, self.conversation, self.step, self.gate = text, state.conversation or "", state.step, ""
        self.data = json.loads(state.data or "{}")
        self.unit = world.units.get(self.data.get("unit_id") or 0, "")
        self.buttons = [b.label for b in buttons]
        taps = [read_data(b.data) if b.data else None for b in buttons]
        self.doors = [t.point if isinstance(t, EntryTap) else "" for t in taps]
        self.choices = [getattr(t, "choice", "") for t in taps]
        # units that the first three choices offer ("12.345" is unit 12, service 345)
        self.offered = [world.units.get(int(c.partition(".")[0]), "") for c in self.choices[:3] if c.partition(".")[0].isdigit()]
        self.words = self.data.get("what") or self.data.get("words") or ""
        self.answers = self.data.get("answers") or {}
# --------------------------------------------------------------------------- end of what is of the product

import asyncio
import csv
import re
import tempfile
from collections import Counter, defaultdict

TICKET = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{4}\b")
RIGHT, WRONG, HARMFUL, NOT = "right", "wrong", "harmful", "not understood"


def note(row, key):
    found = re.search(rf"\b{key}=([\w-]+)", row["note"])
    return found[1] if found else ""


def said_so():
    """What the bot says when it did not understand, in every language, up to the first placeholder."""
    for language in CATALOGUE.languages:
        for key in SAYS_NOT:
            if CATALOGUE.has(key):
                start = re.split("[“{]", CATALOGUE.text(language, key, words="“", names="", unit=""))[0].strip()
                if len(start) > 8:
                    yield start


NOT_UNDERSTOOD = tuple(said_so())


def says_not_understood(text):
    return any(start in text for start in NOT_UNDERSTOOD) and "Saya tidak menemukan laporan" not in text


def leads_to(outcome, r):
    """Whether one of the first three choices leads there."""
    _, doors, label, _ = DOES[outcome]
    return any(d in doors for d in r.doors[:3] if d) or any(re.search(label, b, re.I) for b in r.buttons[:3])


def judge(row, before, after, r, info):
    """(verdict, why)."""
    outcome, state, unit = row["outcome"], row["state"], row["unit"]
    lost = says_not_understood(r.text)
    if outcome == "answer-to-question":
        return judge_answer(row, before, after, r, info, lost)
    if outcome == "emergency":
        if re.search(r"\b(112|113|110|119)\b", r.text):
            return (RIGHT, "names the number") if r.conversation not in NO_FORM or state == "complaint-text" else (WRONG, "number, and a form")
        if r.conversation in NO_FORM and not lost:
            return HARMFUL, f"a form ({r.conversation}/{r.step}) in an emergency"
        return (NOT if lost else WRONG), "no emergency number"
    # words that went to a person, though they were not for her
    if before.get("written") != after.get("written") and outcome not in ("status", "human", "thanks"):
        return HARMFUL, "words went to the officer"
    if r.conversation == RATING and outcome not in ("rate", "cancel", "help") and state not in ("rating-question", "consent", "already-rated", "comment") and not lost:
        if r.step not in LISTS and r.step != "izin":
            return HARMFUL, f"began a rating of {r.unit or '?'} ({r.step})"
        return WRONG, "list of offices to rate"
    if state == "rating-question" and r.conversation == RATING and r.answers != info.get("answers"):
        return HARMFUL, f"kept as an answer {r.answers}"
    for one in filter(None, (outcome, note(row, "also"))):
        if one in DOES:
            verdict = judge_doing(one, row, before, after, r, info, lost)
        elif one == "answer-to-question":
            verdict = judge_answer(row, before, after, r, info, lost)
        else:
            verdict = judge_talk(one, row, r, lost)
        if verdict[0] == RIGHT:
            return verdict
    if outcome == "rate" and verdict[0] == HARMFUL:
        return verdict
    if lost:
        return NOT, ""
    if after["comments"] != before["comments"]:
        return WRONG, "kept as a comment on the rating"
    if state == "complaint-text" and row["text"] in r.words:
        return WRONG, "kept as the complaint's text"
    return verdict if verdict[0] != NOT else (WRONG, verdict[1])


def judge_doing(outcome, row, before, after, r, info, lost):
    conversations, doors, label, words = DOES[outcome]
    unit = row["unit"]
    if lost:
        return NOT, ""
    if outcome == "rate" and r.conversation == RATING:
        if row["state"] == "already-rated":
            return (RIGHT, r.step) if r.step != "ulang" else (WRONG, "asked the same again")
        if r.step in LISTS:
            if r.step == "temuan" and unit and unit not in r.offered:
                return WRONG, f"list without {unit} among the first three"
            return RIGHT, f"asks which ({r.step})"
        if r.unit and r.unit != unit:
            return HARMFUL, f"began a rating of {r.unit} instead of {unit or 'asking'}"
        return RIGHT, f"rating of {r.unit}"
    if outcome in ("complain", "other-city-business") and r.conversation == CASE:
        if r.unit and unit and r.unit != unit:
            return WRONG, f"case for {r.unit} instead of {unit}"
        if r.unit and not unit and r.step not in LISTS:
            return WRONG, f"case for {r.unit}, nobody named it"
        return RIGHT, "case, words kept" if row["text"][:40] in r.words else "case, words lost"
    if r.conversation in conversations and r.conversation != info["conversation"]:
        return RIGHT, f"began {r.conversation}"
    if outcome == "course" and row["state"] == "reading-lesson" and r.data.get("lesson") != info["data"].get("lesson"):
        return RIGHT, "next lesson"
    if outcome.startswith("info-") and r.conversation == CASE and r.data.get("kind") == "permintaan-informasi":
        return RIGHT, "asks the office"
    if outcome == "invitation-answer" and before.get("enrolment") != after.get("enrolment"):
        wanted = "declined" if note(row, "means") == "no" else "seated"
        return (RIGHT if any(wanted == s for (s,) in after["enrolment"]) else HARMFUL), str(after["enrolment"])
    if words and re.search(words, r.text) and (r.conversation not in NO_FORM or r.conversation == info["conversation"]):
        return RIGHT, "the reply says it"
    if leads_to(outcome, r):
        return RIGHT, "among the first three choices"
    return WRONG, f"{r.conversation}/{r.step}"


def judge_talk(outcome, row, r, lost):
    """Greeting, thanks, goodbye, help, cancel, chitchat, abuse, unclear."""
    if outcome == "cancel":
        stopped = r.conversation != {"rating-question": RATING, "complaint-text": CASE, "reading-lesson": "belajar", "already-rated": RATING}[row["state"]]
        if stopped and not lost:
            return RIGHT, "stopped"
        return (RIGHT, "asks") if not lost and any(re.search("berhenti|batal|ya", b, re.I) for b in r.buttons[:3]) and row["text"] not in r.words else (NOT if lost else WRONG, "")
    if lost:
        return NOT, ""
    if r.conversation in NO_FORM and row["state"] in ("idle", "menu"):
        return (WRONG if r.step in LISTS else HARMFUL), f"{r.conversation}/{r.step}"
    if outcome == "unclear":
        return (RIGHT, "asks") if len(r.buttons) >= 2 else (WRONG, "")
    return RIGHT, "answered"


def judge_answer(row, before, after, r, info, lost):
    state, means = row["state"], note(row, "means")
    if state == "rating-question":
        wanted, kept = int(note(row, "value")), r.answers.get(info["at"])
        if kept is not None:
            return (RIGHT if kept == wanted else HARMFUL), f"kept {kept}, wanted {wanted}"
        return (NOT if lost else WRONG), "asked again"
    if state == "consent":
        agreed, ended = r.conversation == RATING and r.step != "izin", r.conversation != RATING
        good = agreed if means == "yes" else ended
        return (RIGHT, "") if good and not lost else (HARMFUL, "the opposite") if (agreed or ended) and not lost else (NOT, "asked again")
    if state == "officer-asked":
        if any(row["text"] in words for words in after["written"]) or (not lost and row["text"][:20] in r.text) or (r.conversation == "tiket" and not lost):
            return RIGHT, "to the officer"
        return HARMFUL, "the answer to the officer is lost"
    if state == "closing-question":
        done = after["state"] == "closed-confirmed"
        again = after["state"] not in ("done", "closed-confirmed")
        if (done if means == "yes" else again) or (not lost and any(re.search("ya, sudah|belum", b, re.I) for b in r.buttons[:3])):
            return RIGHT, after["state"]
        return HARMFUL, f"the answer is lost ({after['state']})"
    if state == "complaint-text":
        return (RIGHT, "kept") if row["text"] in r.words else (HARMFUL, "lost")
    return (RIGHT, "kept") if any(row["text"] in c for c in after["comments"]) else (HARMFUL, "lost")


async def main():
    rows = list(csv.DictReader(open(ARGS.csv, encoding="utf-8")))
    if ARGS.show:
        rows = [row for row in rows if row["id"] in ARGS.show.split(",")]
    out, extra = [], Counter()
    with tempfile.TemporaryDirectory() as folder:
        world = World()
        await world.start(Path(folder))
        for row in rows:
            who, info = await world.person(row)
            before = await world.facts(who, info)
            state = await who.state()
            info["conversation"], info["data"] = state.conversation or "", json.loads(state.data or "{}")
            info["answers"] = info["data"].get("answers") or {}
            text = TICKET.sub(before["number"], row["text"]) if before.get("number") else row["text"]
            await who.types(text)
            r = await world.reply(who, gate=row["state"] != "consent")
            after = await world.facts(who, info)
            verdict, why = judge(row | {"text": text}, before, after, r, info)
            extra["consent to a survey shown to somebody who does not want to rate"] += r.gate == RATING and row["outcome"] != "rate"
            extra["case begun, words lost"] += "words lost" in why
            out.append({"id": row["id"], "state": row["state"], "outcome": row["outcome"], "verdict": verdict, "why": why,
                        "gate": r.gate, "at": f"{r.conversation}/{r.step}", "unit": r.unit, "wanted_unit": row["unit"],
                        "text": row["text"], "reply": r.text[:300].replace("\n", " / "), "buttons": " | ".join(r.buttons[:5])})
            if ARGS.show:
                print(json.dumps(out[-1], ensure_ascii=False, indent=1))
        await world.talk.database.close()
    if ARGS.out:
        with open(ARGS.out, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, out[0])
            writer.writeheader()
            writer.writerows(out)
    for key in ("outcome", "state"):
        groups = defaultdict(Counter)
        for one in out:
            groups[one[key]][one["verdict"]] += 1
        print(f"\n{key:22}{'n':>5}" + "".join(f"{v:>16}" for v in (RIGHT, WRONG, HARMFUL, NOT)))
        for name, counts in sorted(groups.items(), key=lambda item: -sum(item[1].values())):
            n = sum(counts.values())
            print(f"{name:22}{n:5}" + "".join(f"{counts[v]:9} {100 * counts[v] / n:5.1f}%" for v in (RIGHT, WRONG, HARMFUL, NOT)))
    total, n = Counter(one["verdict"] for one in out), len(out)
    print(f"\n{'all':22}{n:5}" + "".join(f"{total[v]:9} {100 * total[v] / n:5.1f}%" for v in (RIGHT, WRONG, HARMFUL, NOT)))
    for name, count in extra.items():
        print(f"{count:4}  {name}")


asyncio.run(main())
