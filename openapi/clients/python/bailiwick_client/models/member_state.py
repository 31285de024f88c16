from enum import StrEnum


class MemberState(StrEnum):
    ACTIVE = "active"
    INVITED = "invited"
    SUSPENDED = "suspended"

    def __str__(self) -> str:
        return str(self.value)
