from enum import StrEnum


class InvitationState(StrEnum):
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    LAPSED = "lapsed"
    PENDING = "pending"
    REVOKED = "revoked"

    def __str__(self) -> str:
        return str(self.value)
