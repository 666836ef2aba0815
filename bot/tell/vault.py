"""Tokens at rest: sealed with Fernet (cryptography.io/en/latest/fernet), under keys that stand in the environment only."""

from __future__ import annotations

import secrets
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.settings import SettingsError, variable


class Vault:
    """Seals with the first of `keys` (separated by commas) and opens with any of them, so that a key can be changed.

    Raises SettingsError for a key that is none.
    """

    def __init__(self, keys: str) -> None:
        try:
            self._fernet = MultiFernet([Fernet(key.strip()) for key in keys.split(",") if key.strip()])
        except ValueError:
            name = variable("secret_key")
            raise SettingsError(f"{name} is no key: put the line that `walkback key` prints into .env") from None

    def seal(self, token: str) -> bytes:
        """A token as it may be stored."""
        return self._fernet.encrypt(token.encode())

    def open(self, sealed: bytes) -> str:
        """The token back. Raises ValueError when none of the keys fits."""
        try:
            return self._fernet.decrypt(bytes(sealed)).decode()
        except InvalidToken:
            raise ValueError("sealed with a key that is not given") from None

    def reseal(self, sealed: bytes) -> bytes:
        """The same token under the first key. Raises ValueError when none of the keys fits."""
        try:
            return self._fernet.rotate(bytes(sealed))
        except InvalidToken:
            raise ValueError("sealed with a key that is not given") from None

    def ticket(self, now: datetime) -> str:
        """A random word that only we can have made, and of which we can tell how old it is."""
        made = self._fernet.encrypt_at_time(secrets.token_bytes(12), int(now.timestamp()))
        return made.decode().rstrip("=")

    def is_ticket(self, word: str, seconds: int, now: datetime) -> bool:
        """Did we make this word, at most so long ago?"""
        try:
            padded = word.encode() + b"=" * (-len(word) % 4)
            self._fernet.decrypt_at_time(padded, seconds, int(now.timestamp()))
        except (InvalidToken, ValueError):
            return False
        return True


def new_key() -> str:
    """A fresh key for the setting."""
    return Fernet.generate_key().decode()
