"""Settings of the line to WhatsApp."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class WhatsAppSettings(BaseSettings):
    """Part of `Settings`."""

    whatsapp_token: SecretStr = Field(
        SecretStr(""), description="Token of the system user of the WhatsApp Cloud API; empty: no WhatsApp"
    )
    whatsapp_phone_id: str = Field("", description="Id (not the number) of the WhatsApp sender")
    whatsapp_account_id: str = Field(
        "", description="Id of the WhatsApp Business account, for templates and forms"
    )
    whatsapp_app_secret: SecretStr = Field(
        SecretStr(""), description="Secret of the Meta app, with which it signs its webhooks"
    )
    whatsapp_verify_token: SecretStr = Field(
        SecretStr(""), description="Word of your choice that Meta repeats when the webhook is registered"
    )
    whatsapp_number: str = Field(
        "", description="The number itself, digits only with country code, for links on posters"
    )
    whatsapp_api_url: str = Field(
        "https://graph.facebook.com", description="Address of the Cloud API, or of a solution provider's own"
    )
    whatsapp_api_version: str = Field(
        "v26.0", description="Version in the Cloud API's address; empty where a provider has none"
    )
    whatsapp_key_header: str = Field(
        "",
        description="Header in which a provider wants the token, as D360-API-KEY; empty: as a bearer token",
    )
    whatsapp_rate_overall: float = Field(60.0, gt=0, description="WhatsApp messages a second over all chats")
    whatsapp_rate_bulk: float = Field(10.0, gt=0, description="WhatsApp messages a second for broadcasts")
    whatsapp_rate_per_chat: float = Field(
        0.16, gt=0, description="WhatsApp messages a second to one person, in the long run"
    )
    whatsapp_burst_per_chat: int = Field(
        40, ge=1, description="WhatsApp replies to one person that may go at once"
    )
    whatsapp_people_per_day: int = Field(
        2000,
        ge=0,
        description="People outside their 24 hours who may be written to in a day: the portfolio's messaging limit",
    )
    whatsapp_monthly_messages: int = Field(
        0, ge=0, description="Paid WhatsApp messages a month after which only urgent ones go; 0: no ceiling"
    )
    whatsapp_prices: str = Field(
        "service=0.025,utility=0.025,authentication=0.025,marketing=0.0411",
        description="US dollars a delivered WhatsApp message costs by category, for /biaya",
    )
    rupiah_per_dollar: float = Field(16500.0, gt=0, description="For the sum that /biaya names")
    whatsapp_form_id: str = Field(
        "", description="Id of the published rating form; empty: the one that whatsapp-forms made"
    )
    whatsapp_forms: bool = Field(True, description="Offer the rating as a form; needs a verified business")
