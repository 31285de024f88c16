from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.access_entity_properties_type_0 import AccessEntityPropertiesType0


T = TypeVar("T", bound="AccessEntity")


@_attrs_define
class AccessEntity:
    """An entity by its type and id, as a decision asks for it.

    Attributes:
        id (str): Its id.
        type_ (str): Its type. Of a subject: `user` or `integration`.
        properties (AccessEntityPropertiesType0 | None | Unset): Of a resource: `account`, the account that it is of.
    """

    id: str
    type_: str
    properties: AccessEntityPropertiesType0 | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.access_entity_properties_type_0 import AccessEntityPropertiesType0

        id = self.id

        type_ = self.type_

        properties: dict[str, Any] | None | Unset
        if isinstance(self.properties, Unset):
            properties = UNSET
        elif isinstance(self.properties, AccessEntityPropertiesType0):
            properties = self.properties.to_dict()
        else:
            properties = self.properties

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "type": type_,
            }
        )
        if properties is not UNSET:
            field_dict["properties"] = properties

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.access_entity_properties_type_0 import AccessEntityPropertiesType0

        d = dict(src_dict)
        id = d.pop("id")

        type_ = d.pop("type")

        def _parse_properties(
            data: object,
        ) -> AccessEntityPropertiesType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                properties_type_0 = AccessEntityPropertiesType0.from_dict(data)

                return properties_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessEntityPropertiesType0 | None | Unset, data)

        properties = _parse_properties(d.pop("properties", UNSET))

        access_entity = cls(
            id=id,
            type_=type_,
            properties=properties,
        )

        access_entity.additional_properties = d
        return access_entity

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
