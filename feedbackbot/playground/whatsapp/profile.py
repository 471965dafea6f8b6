"""What a number carries beside messages: openers, commands, short links with their codes."""

import io
import secrets
import string
from typing import Any

import segno

from feedbackbot.data import whatsapp_cloud_messages
from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, NUMBER, PHONE_ID, Account
from feedbackbot.playground.whatsapp.refusals import FIELD, GraphRefusal

CODE_LETTERS = string.ascii_uppercase + string.digits
EMOJI_FROM = 0x2600

Json = dict[str, Any]


class Profile:
    """Starts empty."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.prompts: list[str] = []
        self.commands: list[Json] = []
        self.links: dict[str, Json] = {}
        self._rules = whatsapp_cloud_messages()

    def number(self) -> Json:
        """`GET /{phone-number-id}`."""
        limit = (
            "UNLIMITED"
            if self.account.portfolio_limit >= 10**6
            else f"TIER_{_short(self.account.portfolio_limit)}"
        )
        return {
            "id": PHONE_ID,
            "display_phone_number": f"+{NUMBER}",
            "verified_name": "Lhokseumawe",
            "quality_rating": "GREEN",
            "whatsapp_business_manager_messaging_limit": limit,
            "account": ACCOUNT_ID,
            "conversational_automation": {"prompts": self.prompts, "commands": self.commands},
        }

    def automate(self, given: Json) -> Json:
        """`POST /{phone}/conversational_automation`. Raises `GraphRefusal`."""
        rules = self._rules["x-automation"]
        prompts, commands = given.get("prompts", self.prompts), given.get("commands", self.commands)
        if not isinstance(prompts, list) or len(prompts) > rules["prompts"]:
            raise GraphRefusal(FIELD, f"at most {rules['prompts']} prompts")
        for prompt in prompts:
            if (
                not isinstance(prompt, str)
                or not 1 <= len(prompt) <= rules["prompt_characters"]
                or _has_emoji(prompt)
            ):
                raise GraphRefusal(
                    FIELD, f"a prompt has 1 to {rules['prompt_characters']} characters, no emoji"
                )
        if not isinstance(commands, list) or len(commands) > rules["commands"]:
            raise GraphRefusal(FIELD, f"at most {rules['commands']} commands")
        for command in commands:
            self._check_command(command)
        self.prompts, self.commands = prompts, commands
        return {"success": True}

    def _check_command(self, command: Any) -> None:
        rules = self._rules["x-automation"]
        given = command if isinstance(command, dict) else {}
        for name, most in (
            ("command_name", "command_characters"),
            ("command_description", "hint_characters"),
        ):
            text = given.get(name)
            if not isinstance(text, str) or not 1 <= len(text) <= rules[most] or _has_emoji(text):
                raise GraphRefusal(FIELD, f"{name} has 1 to {rules[most]} characters, no emoji")

    def make_link(self, given: Json, base: str) -> Json:
        """`POST /{phone}/message_qrdls`: a new one, or with `code` another text for an old one. Raises `GraphRefusal`."""
        rules, text = self._rules["x-qr"], given.get("prefilled_message")
        if not isinstance(text, str) or not 1 <= len(text) <= rules["prefilled_characters"]:
            raise GraphRefusal(
                FIELD, f"prefilled_message has 1 to {rules['prefilled_characters']} characters"
            )
        if given.get("generate_qr_image", "SVG") not in rules["image"]:
            raise GraphRefusal(FIELD, "generate_qr_image is SVG or PNG")
        code = given.get("code") or "".join(secrets.choice(CODE_LETTERS) for _ in range(14))
        if given.get("code") and code not in self.links:
            raise GraphRefusal(FIELD, "there is no such code")
        if code not in self.links and len(self.links) >= rules["per_number"]:
            raise GraphRefusal(FIELD, f"a number has at most {rules['per_number']} codes")
        link = {"code": code, "prefilled_message": text, "deep_link_url": f"https://wa.me/message/{code}"}
        self.links[code] = link
        if given.get("generate_qr_image"):
            link = {**link, "qr_image_url": f"{base}/wa-qr/{code}.{given['generate_qr_image'].lower()}"}
        return link

    def picture(self, name: str) -> tuple[bytes, str] | None:
        """The picture of a code and its type; `name` as `ABC.svg`."""
        code, _, ending = name.partition(".")
        if code not in self.links or ending not in ("svg", "png"):
            return None
        file = io.BytesIO()
        segno.make(self.links[code]["deep_link_url"], micro=False).save(file, kind=ending, scale=6)
        return file.getvalue(), "image/svg+xml" if ending == "svg" else "image/png"


def _short(limit: int) -> str:
    return f"{limit // 1000}K" if limit >= 1000 else str(limit)


def _has_emoji(text: str) -> bool:
    return any(ord(letter) >= EMOJI_FROM for letter in text)
