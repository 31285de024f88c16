from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.via_out import ViaOut

T = TypeVar("T", bound="BecauseOut")


@_attrs_define
class BecauseOut:
    """A reason why something is allowed.

    Attributes:
        grant (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            grant_01h455vb4pex5vsknk084sn02q.
        role_path (list[str]): From the granted role over inclusions to the one that has the permission.
        via (ViaOut): How a grant comes to allow something.
    """

    grant: str
    role_path: list[str]
    via: ViaOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        grant = self.grant

        role_path = self.role_path

        via = self.via.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "grant": grant,
                "role_path": role_path,
                "via": via,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        grant = d.pop("grant")

        role_path = cast(list[str], d.pop("role_path"))

        via = ViaOut(d.pop("via"))

        because_out = cls(
            grant=grant,
            role_path=role_path,
            via=via,
        )

        because_out.additional_properties = d
        return because_out

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
