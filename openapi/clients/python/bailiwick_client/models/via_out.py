from enum import StrEnum


class ViaOut(StrEnum):
    ACCOUNT = "account"
    BASE_PERMISSIONS = "base_permissions"
    GRANT = "grant"

    def __str__(self) -> str:
        return str(self.value)
