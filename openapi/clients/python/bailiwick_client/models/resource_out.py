from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.resource_ref_out import ResourceRefOut


T = TypeVar("T", bound="ResourceOut")


@_attrs_define
class ResourceOut:
    """A registered resource.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'id': 'sales-2027', 'name': 'Sales', 'parent': {'id':
            'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'}, 'type': 'dashboard'}

    Attributes:
        created_at (datetime.datetime): When it was registered.
        id (str): Its id, unique among those of its type in the deployment.
        name (None | str): What people call it.
        parent (ResourceRefOut): A resource by its type and id. Example: {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}.
        type_ (str): Its type.
    """

    created_at: datetime.datetime
    id: str
    name: None | str
    parent: ResourceRefOut
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = self.id

        name: None | str
        name = self.name

        parent = self.parent.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "name": name,
                "parent": parent,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_out import ResourceRefOut

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        id = d.pop("id")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        parent = ResourceRefOut.from_dict(d.pop("parent"))

        type_ = d.pop("type")

        resource_out = cls(
            created_at=created_at,
            id=id,
            name=name,
            parent=parent,
            type_=type_,
        )

        resource_out.additional_properties = d
        return resource_out

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
