from enum import StrEnum


class Bucket(StrEnum):
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    MONTH = "month"

    def __str__(self) -> str:
        return str(self.value)
