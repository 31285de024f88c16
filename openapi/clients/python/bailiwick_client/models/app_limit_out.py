from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bucket import Bucket

T = TypeVar("T", bound="AppLimitOut")


@_attrs_define
class AppLimitOut:
    """A limit on an app's usage.

    Attributes:
        limit (int): How much.
        metric (str): Of what.
        period (Bucket): A period of the calendar in UTC.
    """

    limit: int
    metric: str
    period: Bucket
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        limit = self.limit

        metric = self.metric

        period = self.period.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        app_limit_out = cls(
            limit=limit,
            metric=metric,
            period=period,
        )

        app_limit_out.additional_properties = d
        return app_limit_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
