"""A course file becomes a course, and every mistake in it is told with its line."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.training.course import Course, PartKind
from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.domain.training.course_problem import CourseFileError

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "feedbackbot/data/courses").glob("*.md"))

HEAD = "---\njudul: Menyapa warga\nunsur: perilaku\njp: 1\n---\n"
LESSON = "## Satu\n\nSapa dengan *ramah*.\n"
QUESTION = "### Apa dulu?\n- [ ] Diam\n- [x] Sapa\n> Karena sopan.\n"
QUIZ = f"## Kuis\n{QUESTION}"


def parse(text: str) -> Course:
    return parse_course(text.encode(), "kursus.md")


def mistakes(text: str) -> list[tuple[int, str]]:
    with pytest.raises(CourseFileError) as told:
        parse(text)
    return [(problem.line, problem.key) for problem in told.value.problems]


def test_the_smallest_course_has_its_defaults() -> None:
    course = parse(HEAD + LESSON + QUIZ)
    assert (course.title, course.element, course.jp) == ("Menyapa warga", "perilaku", 1)
    assert (course.form, course.pass_mark, course.tries, course.summary) == ("C3", 70, 3, "")
    assert [lesson.title for lesson in course.lessons] == ["Satu"]
    (question,) = course.quiz
    assert (question.options, question.right, question.explanation) == (("Diam", "Sapa"), 1, "Karena sopan.")


def test_english_keys_and_windows_line_ends_are_understood() -> None:
    text = "\ufeff---\ntitle: Hello\nelement: waktu\njp: 2\npass_mark: 80%\ntries: 1\n---\n" + LESSON + QUIZ
    course = parse(text.replace("\n", "\r\n"))
    assert (course.title, course.pass_mark, course.tries) == ("Hello", 80, 1)


def test_a_lesson_keeps_text_pictures_documents_and_links_in_their_order() -> None:
    lesson = (
        "## Satu\nTeks **tebal**\n- butir\n\n![Loket](loket.jpg)\n[Standar](standar.pdf)\n"
        "[Situs](https://www.example.org/a)\n### Akhir\nlagi\n"
    )
    course = parse(HEAD + lesson + QUIZ)
    assert [(part.kind, part.text, part.target) for part in course.lessons[0].parts] == [
        (PartKind.TEXT, "Teks *tebal*\n• butir", ""),
        (PartKind.PICTURE, "Loket", "loket.jpg"),
        (PartKind.DOCUMENT, "Standar", "standar.pdf"),
        (PartKind.LINK, "Situs", "https://www.example.org/a"),
        (PartKind.TEXT, "*Akhir*\nlagi", ""),
    ]
    assert course.needed_files == ("loket.jpg", "standar.pdf")


def test_a_question_may_have_several_lines() -> None:
    course = parse(HEAD + LESSON + "## Quiz\n### Apa dulu?\nPilih satu.\n- [x] A\n- [ ] B\n> Satu.\n> Dua.\n")
    assert course.quiz[0].text == "Apa dulu?\nPilih satu."
    assert course.quiz[0].explanation == "Satu. Dua."


@pytest.mark.parametrize(
    ("head", "line", "key"),
    [
        ("", 1, "course-head-missing"),
        ("---\njudul: A\n", 1, "course-head-open"),
        ("---\nunsur: waktu\njp: 1\n---\n", 1, "course-key-missing"),
        ("---\njudul: A\nunsur: sopan\njp: 1\n---\n", 3, "course-element-unknown"),
        ("---\njudul: A\nunsur: waktu\njp: banyak\n---\n", 4, "course-number"),
        ("---\njudul: A\nunsur: waktu\njp: 101\n---\n", 4, "course-number"),
        ("---\njudul: A\nunsur: waktu\njp: 1\nlulus: 0\n---\n", 5, "course-number"),
        ("---\njudul: A\nunsur: waktu\njp: 1\nbentuk: Z9\n---\n", 5, "course-form-unknown"),
        ("---\njudul: A\nunsur: waktu\njp: 1\nwarna: merah\n---\n", 5, "course-key-unknown"),
        ("---\njudul: A\njudul: B\nunsur: waktu\njp: 1\n---\n", 3, "course-key-twice"),
        ("---\njudul: [A, B]\nunsur: waktu\njp: 1\n---\n", 2, "course-value-not-plain"),
        ("---\njudul: A: B: C\nunsur: waktu\n---\n", 2, "course-head-broken"),
        ("---\n- judul\n---\n", 2, "course-head-broken"),
        (f"---\njudul: {'A' * 121}\nunsur: waktu\njp: 1\n---\n", 2, "course-title-length"),
        ("---\njudul: !!python/object:os.system {}\nunsur: waktu\njp: 1\n---\n", 2, "course-value-not-plain"),
    ],
)
def test_a_mistake_in_the_head_is_told_with_its_line(head: str, line: int, key: str) -> None:
    assert (line, key) in mistakes(head + LESSON + QUIZ)


@pytest.mark.parametrize(
    ("body", "line", "key"),
    [
        (QUIZ, 1, "course-no-lessons"),
        (LESSON, 9, "course-no-quiz"),
        (f"hai\n{LESSON}{QUIZ}", 6, "course-text-before-lessons"),
        (f"## Satu\n\n{QUIZ}", 6, "course-lesson-empty"),
        (f"## Satu\n![a](../rahasia.jpg)\n{QUIZ}", 7, "course-target"),
        (f"## Satu\n[a](javascript:alert(1)\n{QUIZ}", 7, "course-target"),
        (f"## Satu\n![a](virus.exe)\n{QUIZ}", 7, "course-picture-kind"),
        (f"## Satu\n*tebal\n{QUIZ}", 7, "course-markup"),
        (f"## Satu\n{'panjang ' * 500}\n{QUIZ}", 7, "course-part-length"),
        (f"{LESSON}{QUIZ}{QUIZ}", 14, "course-second-quiz"),
        (f"{LESSON}## Kuis\n", 9, "course-quiz-empty"),
        (f"{LESSON}## Kuis\nhai\n{QUESTION}", 10, "course-quiz-stray"),
        (f"{LESSON}## Kuis\n### A?\n- [ ] 1\n- [ ] 2\n> x\n", 10, "course-right-answer"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\n- [x] 2\n> x\n", 10, "course-right-answer"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\n> x\n", 10, "course-options"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\n- [ ] 2\n", 10, "course-explanation"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\n- [ ] 1\n> x\n", 12, "course-option-twice"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\n- [ ]\n> x\n", 12, "course-option-length"),
        (f"{LESSON}## Kuis\n### A?\n- [x] 1\nhai\n- [ ] 2\n> x\n", 12, "course-question-stray"),
    ],
)
def test_a_mistake_in_the_body_is_told_with_its_line(body: str, line: int, key: str) -> None:
    assert (line, key) in mistakes(HEAD + body)


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = "---\njudul: A\nunsur: sopan\njp: 0\n---\n## Satu\n*tebal\n## Kuis\n### A?\n- [ ] 1\n"
    found = mistakes(text)
    assert [line for line, _ in found] == sorted(line for line, _ in found)
    assert {"course-element-unknown", "course-number", "course-markup", "course-right-answer"} <= {
        key for _, key in found
    }


def test_a_complaint_names_the_file() -> None:
    with pytest.raises(CourseFileError) as told:
        parse("")
    assert {problem.file for problem in told.value.problems} == {"kursus.md"}
    assert told.value.args_["file"] == "kursus.md"


@pytest.mark.parametrize(
    ("data", "key"), [(b"\xff\xfe\x00", "course-not-text"), (b"a" * 500_001, "course-file-too-large")]
)
def test_a_file_that_is_no_text_or_too_large_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(CourseFileError) as told:
        parse_course(data, "kursus.md")
    assert [problem.key for problem in told.value.problems] == [key]


def test_forms_that_admins_added_are_known() -> None:
    text = (HEAD + LESSON + QUIZ).replace("jp: 1", "jp: 1\nbentuk: d1")
    assert parse_course(text.encode(), "kursus.md", {"D1"}).form == "D1"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_courses_that_ship_are_whole(path: Path) -> None:
    course = parse_course(path.read_bytes(), path.name)
    assert 5 <= len(course.lessons) <= 7
    assert 6 <= len(course.quiz) <= 8
    assert course.needed_files == ()


def test_two_courses_ship() -> None:
    assert len(SAMPLES) == 2


def test_the_example_in_the_documentation_is_a_course() -> None:
    page = (ROOT / "docs/course-format.md").read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(.*?)```", page, re.DOTALL)
    assert example is not None
    assert parse(example[1]).needed_files == ("loket.jpg", "standar-pelayanan.pdf")


@given(
    st.lists(
        st.sampled_from([HEAD, LESSON, QUIZ, QUESTION, "---\n", "## ", "- [x] \n", "> \n", "![](", "*", "\n"])
    )
)
@settings(deadline=None, max_examples=200)
def test_any_jumble_is_a_course_or_a_list_of_mistakes(pieces: list[str]) -> None:
    try:
        assert parse("".join(pieces)).lessons
    except CourseFileError as error:
        assert all(problem.line >= 1 and problem.key.startswith("course-") for problem in error.problems)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_a_list_of_mistakes(data: bytes) -> None:
    with pytest.raises(CourseFileError):
        parse_course(data, "kursus.md")
