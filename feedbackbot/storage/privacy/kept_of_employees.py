"""What is kept of employees: registry, trainings, points and campaigns."""

from feedbackbot.storage.campaigns import tables as campaigns
from feedbackbot.storage.incentives import tables as incentives
from feedbackbot.storage.privacy.kept import Kept, Rule
from feedbackbot.storage.staff import tables as staff
from feedbackbot.storage.training import invitation_tables
from feedbackbot.storage.training import tables as training
from feedbackbot.storage.training.external_tables import external_certificate

KEPT_OF_EMPLOYEES = (
    Kept(
        "staff: NIP, name, unit, rank, position; phone number as keyed hash", "invitations, credits",
        "employees in the registry", "while employed; the history stays", "the tie to the chat goes",
        (staff.employee, staff.unit_name),
    ),
    Kept(
        "wrong codes and numbers, by moment", "so that guessing is limited", "who tried", "{}", "goes, see the keyed hash",
        (staff.link_failure,),
        (Rule("failures", staff.link_failure, 2, lambda before: staff.link_failure.c.at < before),),
    ),
    Kept(
        "received files of registry, trainings and courses: name, counts, what was refused by row", "to carry them out",
        "the admin", "{}", "the admin's number goes", (staff.received_import,),
        (Rule("imports", staff.received_import, 30, lambda before: staff.received_import.c.changed_at < before),),
    ),
    Kept(
        "trainings, attendance, credits, certificates, evaluations; why somebody could not come", "proof of learning",
        "employees", "as the personnel file asks; a reason in own words {}", "stays with the registry; own words go",
        (
            training.training, training.training_session, training.enrolment, invitation_tables.invitation_round,
            training.reminder_sent, training.attendance,
            training.course, training.course_file, training.course_progress, training.quiz_answer, training.jp_entry,
            training.certificate, training.evaluation, training.jp_form, training.session_trainer, external_certificate,
        ),
        (
            Rule(
                "reasons", training.enrolment, 365,
                lambda before: (training.enrolment.c.changed_at < before) & training.enrolment.c.reason_words.is_not(None),
                blank={"reason_words": None},
            ),
        ),
    ),
    Kept(
        "points, badges, rewards, campaigns and who was in which group", "incentives, and proof of what helped", "employees",
        "as the personnel file asks", "stays with the registry",
        (
            incentives.point_entry, incentives.badge, incentives.board_member, incentives.reward_claim, campaigns.campaign,
            campaigns.campaign_arm, campaigns.campaign_unit, campaigns.campaign_person, campaigns.campaign_nudge,
            campaigns.campaign_count, campaigns.campaign_finding,
        ),
    ),
)  # fmt: skip
