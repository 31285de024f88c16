from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bucket import Bucket

if TYPE_CHECKING:
    from ..models.point_out import PointOut


T = TypeVar("T", bound="StatisticsOut")


@_attrs_define
class StatisticsOut:
    """What was used, bucket by bucket.

    Example:
        {'bucket': 'day', 'items': [{'at': '2027-01-15T00:00:00Z', 'quantity': 1250}], 'metric': 'messages',
            'next_cursor': None}

    Attributes:
        bucket (Bucket): A period of the calendar in UTC.
        items (list[PointOut]): The buckets in which something was, oldest first.
        metric (str): Of what.
        next_cursor (None | str): What to send as `cursor` for the next page; null on the last one.
    """

    bucket: Bucket
    items: list[PointOut]
    metric: str
    next_cursor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bucket = self.bucket.value

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        metric = self.metric

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bucket": bucket,
                "items": items,
                "metric": metric,
                "next_cursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.point_out import PointOut

        d = dict(src_dict)
        bucket = Bucket(d.pop("bucket"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PointOut.from_dict(items_item_data)

            items.append(items_item)

        metric = d.pop("metric")

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        statistics_out = cls(
            bucket=bucket,
            items=items,
            metric=metric,
            next_cursor=next_cursor,
        )

        statistics_out.additional_properties = d
        return statistics_out

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
