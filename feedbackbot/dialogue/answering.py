"""What arrived, and which handler answers it."""

from feedbackbot.dialogue.buttons import EntryTap, StepTap, read_data
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Begin,
    Conversation,
    Next,
    Start,
    Stay,
    Step,
)
from feedbackbot.dialogue.directory import CANCEL, HELP, START
from feedbackbot.dialogue.entry_point import COMMAND
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_questions import OpenQuestionTurn
from feedbackbot.dialogue.taking import REPLIES, refusal
from feedbackbot.domain.forms.filled import check
from feedbackbot.i18n import Markup
from feedbackbot.storage.people.addresses import mark_gone


class Turn(OpenQuestionTurn):
    """One turn, from what a person did to what follows."""

    async def answer(self) -> None:
        """Go by the kind of what arrived."""
        match self.incoming.kind:
            case Kind.NOTHING | Kind.UNBLOCKED:
                return
            case Kind.BLOCKED:
                mark_gone(self.chat.tx, self.chat.contact.address_id, "blocked")
            case Kind.COMMAND:
                await self._command(self.incoming.command, self.incoming.text)
            case Kind.TAP:
                await self._tap()
            case Kind.FORM:
                await self._form()
            case _:
                await self._free()

    # Commands

    async def _command(self, word: str, text: str) -> None:
        reserved = self.directory.reserved(word)
        if reserved == CANCEL:
            await self.cancel()
        elif reserved == HELP:
            await self._help()
        elif reserved:
            await self._start(text)
        elif found := self.directory.command(word, self.chat.roles):
            conversation, command = found
            if command.keeps_conversation:
                await self._enter(conversation, conversation.start, text)
            else:
                await self.begin(conversation, text)
        else:
            self.not_understood = True
            await self.ask_again(self.chat.t("notice-unknown-command"))

    def _bare_command(self) -> tuple[str, str] | None:
        """A message that is nothing but a command's name, and "mulai" with what a link has put behind it, where slashes are not usual."""
        words = self.incoming.text.strip().strip("/.!?").split()
        if not self.incoming.bare_words or self.incoming.kind is not Kind.TEXT or not 1 <= len(words) <= 2:
            return None
        word, reserved = words[0].lower(), self.directory.reserved(words[0].lower())
        if len(words) == 2:
            return (word, words[1]) if reserved == START and "_" in words[1] else None
        return (word, "") if reserved or self.directory.command(word, self.chat.roles) else None

    async def _start(self, payload: str) -> None:
        """`/start <entry point>_<argument>` is a deep link; anything else leads home, also one that no link may open."""
        key, _, argument = payload.partition("_")
        found = self.directory.entry(key, self.chat.roles) if payload else None
        if found is None or found[1].by_link is None:
            await self.begin(self.directory.home, "")
            return
        with self.chat.tx.only_reading():
            await self._enter(found[0], found[1].by_link, argument)

    async def _help(self) -> None:
        groups = self.directory.help_for(self.chat.roles)
        parts = []
        for group, names in groups.items():
            lines = [
                f"/{name.replace('_', chr(92) + '_')} – {self.chat.t('command-' + name.replace('_', '-'))}"
                for name in names
            ]
            # whoever has nothing but what everybody has needs no heading
            parts.append("\n".join([self.chat.t(f"help-{group}"), *lines] if len(groups) > 1 else lines))
        self.out(Message(self.chat.t("help", commands=Markup("\n\n".join(parts)))))
        await self.ask_again()

    # Taps

    async def _tap(self) -> None:
        tap = read_data(self.incoming.data)
        if isinstance(tap, EntryTap):
            await self.open_entry(tap)
            return
        # read first: a state of another release is begun anew, and then the tap is of a run that is over
        under_way = await self.present()
        if isinstance(tap, StepTap) and (parked := self.parked()) and tap.is_for(parked):
            self.state = parked  # the question behind an interruption may be answered as if nothing had been
            under_way = await self.present()
        if under_way is None or not isinstance(tap, StepTap) or not tap.is_for(self.state):
            await self._old_button()
            return
        conversation, step = under_way
        self.stand(anchor=self.incoming.message_ref)
        self.question_answered = True
        if tap.page is not None:
            self.page = tap.page
            await self.ask(step, replaces=True)
        elif await self._is_choice(step, tap.choice):
            await self._take(conversation, step, Answer(Kind.TAP, choice=tap.choice))
        else:
            await self._old_button()

    async def _is_choice(self, step: Step, key: str) -> bool:
        if step.keys is not None:
            return key in step.keys
        asked = await step.ask(self.chat)
        return any(choice.key == key and choice.opens is None for choice in asked.all_choices)

    async def _old_button(self) -> None:
        """Never silence: the present question, or home where nothing is under way."""
        self.not_understood = True
        if await self.present() is None:
            self.tell(self.chat.t("notice-button-of-no-use"))
            await self.begin(self.directory.home, "")
        else:
            await self.ask_again(self.chat.t("notice-old-button"))

    async def open_entry(self, tap: EntryTap) -> None:
        found = self.directory.entry(tap.point, self.chat.roles)
        if tap.point == COMMAND and self.directory.command(tap.argument, self.chat.roles):
            await self._command(tap.argument, "")
        elif found is None:
            await self._old_button()
        else:
            conversation, entry = found
            await self._enter(conversation, entry.enter, tap.argument)

    async def _enter(self, conversation: Conversation, enter: Start, argument: str) -> None:
        """Beside what is under way; that is let go only where the entry's own conversation begins."""
        before = self.chat
        self.chat = before.other(conversation.data())
        transition = await enter(self.chat, argument)
        before.contact = self.chat.contact  # the entry may have changed the language
        if isinstance(transition, Next):
            entered = self.chat.data
            self.chat = before
            await self.leave(say=False)
            self.enter(conversation, entered)
        elif isinstance(transition, Again | Stay | Begin):
            self.chat = before
        await self.follow(conversation, transition, from_entry=True)

    # Forms

    async def _form(self) -> None:
        """Of an entry, whatever is under way; or of the question that is asked just now."""
        given = read_data(self.incoming.data)
        if isinstance(given, EntryTap):
            found = self.directory.entry(given.point, self.chat.roles)
            if found is not None and found[1].form is not None and found[1].take_form is not None:
                filled, take = check(found[1].form, self.incoming.fields), found[1].take_form
                await self._enter(
                    found[0], lambda chat, argument: take(chat, argument, filled), given.argument
                )
                return
        under_way = await self.present()
        if under_way is None or not isinstance(given, StepTap) or not given.is_for(self.state):
            await self._old_button()
            return
        conversation, step = under_way
        offer = (await step.ask(self.chat)).form
        if offer is None:
            await self._old_button()
            return
        filled = check(offer.form, self.incoming.fields)
        if filled.problems:
            await self.refuse(self.chat.t(next(iter(filled.problems.values()))))
        else:
            await self._take(conversation, step, Answer(Kind.FORM, fields=filled.values))

    # Words, files and the rest

    async def _free(self) -> None:
        """In this order: an emergency, a reply to an older message, an answer to the present question (home's, where nothing is under
        way), the wish to stop, an open question, what the words mean elsewhere."""
        if self.incoming.kind is Kind.EDITED and await self.edited():
            return
        if await self.heard(alarm=True):
            return
        quotes = self.incoming.quoted_ref and self.incoming.kind in REPLIES
        if quotes and (await self.stops(None) or await self.reply()):
            return
        out_of_the_blue = await self.present() is None
        conversation, step = await self._asked()
        if await self.stops(step) or await self.answers_open(step):
            return
        meant = await self.meant(step)
        if isinstance(meant, Choice):
            await self.open_entry(EntryTap(meant.opens or "", meant.key))
            return
        if (meant is None or meant.choice is None) and (bare := self._bare_command()) is not None:
            await self._command(*bare)
            return
        notice = ""
        if meant is not None:
            before = self.chat.data.model_dump() if conversation.drafts else {}
            transition = await step.take(self.chat, meant)
            if not isinstance(transition, Again) or not transition.not_understood:
                await self.follow(conversation, transition)
                self.remember_words(conversation, before)
                return
            notice = transition.notice
        if await self._for_somebody_else(step):
            return
        self.not_understood = True
        if out_of_the_blue:
            self.out(Message(self.chat.t("notice-not-understood")))
            await self.begin(self.directory.home, "")
        else:
            await self.refuse(notice or self.chat.t(refusal(step, self.incoming)))

    async def _for_somebody_else(self, step: Step) -> bool:
        """Whether what this question cannot use was known to be said already, or of use elsewhere."""
        if self.same_album() or await self.came_late():
            return True
        return await self.heard() or await self.answers_open(step, last=True)

    async def _asked(self) -> tuple[Conversation, Step]:
        """The present question; home's, where nothing is under way."""
        if await self.present() is None:
            await self.sit_down_at_home()
        under_way = await self.present()
        if under_way is None:
            raise RuntimeError("home has no question")
        return under_way

    async def _take(self, conversation: Conversation, step: Step, answer: Answer) -> None:
        await self.follow(conversation, await step.take(self.chat, answer))
