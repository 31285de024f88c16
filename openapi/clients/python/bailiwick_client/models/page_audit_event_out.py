from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_event_out import AuditEventOut


T = TypeVar("T", bound="PageAuditEventOut")


@_attrs_define
class PageAuditEventOut:
    """A page of a list.

    Example:
        {'items': [{'action': 'member.suspended', 'actor': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'},
            'after': {'status': 'suspended'}, 'at': '2027-01-15T08:00:00Z', 'before': {'status': 'active'}, 'hash':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'id': 'audit_01h455vb4pex5vsknk084sn02q',
            'previous_hash': '0000000000000000000000000000000000000000000000000000000000000000', 'request_id':
            '01965d3f0c2b7f6ea0c1c5b1a2d3e4f5', 'seq': 7, 'source_ip': '203.0.113.7', 'target': {'id':
            'mbr_01h455vb4pex5vsknk084sn02r', 'type': 'member'}}], 'next_cursor': None}

    Attributes:
        items (list[AuditEventOut]): The items.
        next_cursor (None | str): What to send as `cursor` for the next page; null on the last one.
    """

    items: list[AuditEventOut]
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
        from ..models.audit_event_out import AuditEventOut

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = AuditEventOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        page_audit_event_out = cls(
            items=items,
            next_cursor=next_cursor,
        )

        page_audit_event_out.additional_properties = d
        return page_audit_event_out

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
