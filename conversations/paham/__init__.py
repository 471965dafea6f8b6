"""What nobody claims: words out of the blue or beside the question, a picture without a word. Never lost."""

from typing import Final

from conversations.paham.asking import ASK_STEPS
from conversations.paham.hearing import alarm, listen, start
from conversations.paham.memory import Words
from feedbackbot.dialogue.conversation import Conversation

CONVERSATION: Final = Conversation("paham", start, ASK_STEPS, data=Words, alarm=alarm, listen=listen)
