from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.bucket import Bucket

T = TypeVar("T", bound="AppLimitIn")


@_attrs_define
class AppLimitIn:
    """A limit on an app's usage.

    Attributes:
        limit (int): How much.
        metric (str): Of what.
        period (Bucket): A period of the calendar in UTC.
    """

    limit: int
    metric: str
    period: Bucket

    def to_dict(self) -> dict[str, Any]:
        limit = self.limit

        metric = self.metric

        period = self.period.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "limit": limit,
                "metric": metric,
                "period": period,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        limit = d.pop("limit")

        metric = d.pop("metric")

        period = Bucket(d.pop("period"))

        app_limit_in = cls(
            limit=limit,
            metric=metric,
            period=period,
        )

        return app_limit_in
