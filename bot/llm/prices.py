"""What a call cost, in US dollars, from genai-prices' bundled table (no network)."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from genai_prices import calc_price
from genai_prices.types import Usage

#: Dollars per million tokens in and out for a model nobody lists a price for, on a server that is not our own:
#: dear for a model that suffices here, so that the daily budget still means something.
UNLISTED = (1.0, 4.0)


def cost(server: str, model: str, requested: str, tokens_in: int, tokens_out: int, cached: int = 0) -> float:
    """Dollars for one call. `cached`: how many of `tokens_in` the server had in its prompt cache.

    A server on this machine or in a private network costs nothing.
    """
    if at_home(server):
        return 0.0
    usage = Usage(input_tokens=tokens_in, output_tokens=tokens_out, cache_read_tokens=min(cached, tokens_in))
    for name in dict.fromkeys((model, requested)):
        for provider in (None, "openai", ""):
            try:
                if provider is None:
                    return float(calc_price(usage, name, provider_api_url=server).total_price)
                return float(calc_price(usage, name, provider_id=provider or None).total_price)
            except (LookupError, ValueError):
                continue
    return (tokens_in * UNLISTED[0] + tokens_out * UNLISTED[1]) / 1e6


def at_home(server: str) -> bool:
    """Is the server on this machine or in a private network?"""
    host = (urlsplit(server).hostname or "").casefold()
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host
    return address.is_loopback or address.is_private or address.is_link_local
