from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MissingOut")


@_attrs_define
class MissingOut:
    """What would allow it.

    Attributes:
        roles_that_would_allow (list[str]): The roles that would, granted at the resource or above it. Empty when it is
            allowed already.
    """

    roles_that_would_allow: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        roles_that_would_allow = self.roles_that_would_allow

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "roles_that_would_allow": roles_that_would_allow,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        roles_that_would_allow = cast(list[str], d.pop("roles_that_would_allow"))

        missing_out = cls(
            roles_that_would_allow=roles_that_would_allow,
        )

        missing_out.additional_properties = d
        return missing_out

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
