from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.integration_out import IntegrationOut


T = TypeVar("T", bound="PageIntegrationOut")


@_attrs_define
class PageIntegrationOut:
    """A page of a list.

    Example:
        {'items': [{'created_at': '2027-01-15T08:00:00Z', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02q',
            'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'developer'}], 'id':
            'sint_01h455vb4pex5vsknk084sn02q', 'maker': 'mbr_01h455vb4pex5vsknk084sn02q', 'name': 'Deploy', 'status':
            'active'}], 'next_cursor': None}

    Attributes:
        items (list[IntegrationOut]): The items.
        next_cursor (None | str): What to send as `cursor` for the next page; null on the last one.
    """

    items: list[IntegrationOut]
    next_cursor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "next_cursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.integration_out import IntegrationOut

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = IntegrationOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        page_integration_out = cls(
            items=items,
            next_cursor=next_cursor,
        )

        page_integration_out.additional_properties = d
        return page_integration_out

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
