"""Every file that a message can name, and who makes it."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.dialogue.file_sources import HELD_DATA
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.makers import attachment_makers
from feedbackbot.reports.official.report_makers import report_makers
from feedbackbot.reports.poster.code_makers import code_makers
from feedbackbot.reports.poster.print_makers import print_makers
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.incentives.letter import letter_makers
from feedbackbot.usecases.privacy.data_export import held_data_maker
from feedbackbot.wording.broadcast.workbook import broadcast_makers
from feedbackbot.wording.campaigns.chart import campaign_makers
from feedbackbot.wording.cases.history import history_makers
from feedbackbot.wording.cases.workbook import case_makers
from feedbackbot.wording.forum.files import forum_makers
from feedbackbot.wording.imports.files import import_makers
from feedbackbot.wording.training.files import training_makers


def all_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source."""
    return {
        **attachment_makers(catalogue, render),
        **report_makers(runtime, catalogue, render),
        **print_makers(runtime, catalogue, render),
        **code_makers(runtime, catalogue, render),
        **broadcast_makers(runtime, catalogue, render),
        **case_makers(runtime, catalogue, render),
        **history_makers(runtime, catalogue, render),
        **campaign_makers(runtime, catalogue, render),
        **letter_makers(runtime, render),
        **forum_makers(runtime, catalogue, render),
        HELD_DATA: held_data_maker(runtime),
        **import_makers(runtime, catalogue, render),
        **training_makers(runtime, catalogue, render),
    }
