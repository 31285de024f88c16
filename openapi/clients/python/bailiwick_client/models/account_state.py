from enum import StrEnum


class AccountState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"
    CLOSING = "closing"

    def __str__(self) -> str:
        return str(self.value)
