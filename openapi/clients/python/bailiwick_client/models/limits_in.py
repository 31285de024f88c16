from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.limit_in import LimitIn


T = TypeVar("T", bound="LimitsIn")


@_attrs_define
class LimitsIn:
    """All limits that an account is to have.

    Example:
        {'items': [{'limit': 1000000, 'metric': 'messages', 'period': 'month'}]}

    Attributes:
        items (list[LimitIn]): The limits; what is not among them is taken away.
    """

    items: list[LimitIn]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.limit_in import LimitIn

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = LimitIn.from_dict(items_item_data)

            items.append(items_item)

        limits_in = cls(
            items=items,
        )

        return limits_in
