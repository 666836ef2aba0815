"""Getting a payload to the app: once, again when it was not acknowledged, twice when a fault says so.

Events that stay without acknowledgement are sent three times more: at once, after a minute, after five
(docs.slack.dev/apis/events-api). A command or a click that is not acknowledged in time tells the person so;
it is sent once more, since a connection that breaks makes Slack do the same, and an app must stand it.
"""

from __future__ import annotations

import asyncio

from bot.sandbox.hub import NO_RETRY, Hub, NoAck
from bot.sandbox.state import Json

RECONNECT_SECONDS = 30.0
RECONNECTS = 5  # a client that was told to go may open, and leave, more than one connection


async def deliver(hub: Hub, kind: str, payload: Json, *, answers: bool) -> tuple[Json, str]:
    """Send a payload and wait for its acknowledgement.

    Args:
        kind: slash_commands, interactive or events_api.
        answers: may the acknowledgement carry a payload?

    Returns:
        The acknowledgement's payload ({} for none) and "", or {} and what the person reads:
        operation_timeout or dispatch_failed.
    """
    envelope: Json = {"type": kind, "accepts_response_payload": answers, "payload": payload}
    fault = hub.faults.take("deliver")
    if fault is not None and fault.kind == "drop_before":
        return {}, "dispatch_failed"
    if fault is not None and fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    if fault is not None and fault.kind == "disconnect":
        hub.faults.add(type(fault)("socket", "disconnect"))
    if fault is not None and fault.kind == "duplicate":
        hub.spawn(_again(hub, envelope, 0.0, 1, "timeout"))
    if kind == "events_api":
        envelope |= {"retry_attempt": 0, "retry_reason": ""}
    transport = hub.transport
    if transport is None:
        return {}, "dispatch_failed"
    try:
        ack = await transport.send(envelope)
    except NoAck as error:
        why = str(error)
    else:
        if kind == "events_api":
            hub.event_limits.note(True)
        return ack, ""
    if kind == "events_api":
        hub.event_limits.note(False)
        if why != NO_RETRY:
            hub.spawn(_retry_event(hub, envelope, why))
        return {}, why
    for _ in range(RECONNECTS):
        if why != "connection_failed":
            break
        if not await transport.ready(RECONNECT_SECONDS):
            return {}, "dispatch_failed"
        try:
            return await transport.send(envelope), ""
        except NoAck as error:
            why = str(error)
    if why == "timeout":
        hub.spawn(_again(hub, envelope, 0.0, 1, "timeout"))
        return {}, "operation_timeout"
    return {}, "dispatch_failed"


async def _again(hub: Hub, envelope: Json, delay: float, attempt: int, reason: str) -> bool:
    """Send once more; was it acknowledged?"""
    await asyncio.sleep(delay)
    if hub.transport is None:
        return False
    if envelope["type"] == "events_api":
        envelope = envelope | {"retry_attempt": attempt, "retry_reason": reason}
    try:
        await hub.transport.send(envelope)
    except NoAck:
        return False
    hub.state.changed("redelivered", kind_of=envelope["type"])
    return True


async def _retry_event(hub: Hub, envelope: Json, reason: str) -> None:
    for attempt, delay in enumerate(hub.event_delays, 1):
        if hub.transport is not None and reason == "connection_failed" and delay == 0:
            await hub.transport.ready(RECONNECT_SECONDS)  # "at once" means once there is a connection again
        if await _again(hub, envelope, delay, attempt, reason):
            return
        reason = "timeout"
