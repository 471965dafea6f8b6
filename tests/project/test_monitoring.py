"""The alert rules and the dashboard ask for metrics, labels and values that the bot has."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

import conversations
from feedbackbot import running, wiring
from feedbackbot.delivery.channel import DeliveryStatus
from feedbackbot.figures import REPLY_SECONDS
from feedbackbot.storage.pipeline.outbox import Lane

ROOT = Path(__file__).parents[2]
RULES: dict[str, Any] = yaml.safe_load((ROOT / "deploy/prometheus/feedbackbot.rules.yaml").read_text("utf-8"))
DASHBOARD: dict[str, Any] = json.loads((ROOT / "deploy/grafana/feedbackbot.json").read_text("utf-8"))
ALL_RULES = [rule for group in RULES["groups"] for rule in group["rules"]]
EXPRESSIONS = [rule["expr"] for rule in ALL_RULES] + [
    target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]
]
VALUES = {
    "fate": {one.value for one in DeliveryStatus},
    "lane": {one.name.lower() for one in Lane},
    "outcome": {"done", "nothing", "refused", "failed"},
}
_SERIES = re.compile(r"(feedbackbot_[a-z_]+)(?:\{([^}]*)\})?")
_SETS = re.compile(r'([a-z]+)=~?"([^"]*)"')


def known() -> dict[str, set[str]]:
    """Every series that the bot gives to Prometheus, with the labels it was declared with."""
    assert conversations and running and wiring, "all metrics are declared once the program is read"
    found: dict[str, set[str]] = {}
    for collector in set(REGISTRY._collector_to_names):
        labels = set(getattr(collector, "_labelnames", ()))
        found |= dict.fromkeys(REGISTRY._collector_to_names[collector], labels)
    return found


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_series_asked_for_exists(expression: str) -> None:
    there = known()
    for name, labels in _SERIES.findall(expression):
        assert name in there, name
        for label, values in _SETS.findall(labels):
            if label == "le":
                continue
            assert label in there[name], f"{name} has no {label}"
            assert set(values.split("|")) <= VALUES[label], values


def test_the_promise_is_measured_at_a_bound_of_the_histogram() -> None:
    # a city's series begins with its first reply, which another test may have seen or not
    REPLY_SECONDS.observe(0.0)
    [times] = [one for one in REGISTRY.collect() if one.name == "feedbackbot_reply_seconds"]
    bounds = {sample.labels["le"] for sample in times.samples if "le" in sample.labels}
    asked = set(re.findall(r'le="([^"]+)"', " ".join(EXPRESSIONS)))
    assert asked
    assert asked <= bounds


def test_every_alert_says_how_bad_it_is_and_what_to_do() -> None:
    alerts = [rule for rule in ALL_RULES if "alert" in rule]
    assert len(alerts) >= 8
    for rule in alerts:
        assert rule["labels"]["severity"] in ("page", "ticket")
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["do"]
