from enum import StrEnum


class Environment(StrEnum):
    PRODUCTION = "production"
    TESTING = "testing"

    def __str__(self) -> str:
        return str(self.value)
