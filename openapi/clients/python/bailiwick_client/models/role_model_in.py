from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.role_model_in_mapping import RoleModelInMapping


T = TypeVar("T", bound="RoleModelIn")


@_attrs_define
class RoleModelIn:
    """Where an account is to move.

    Example:
        {'id': 'standard', 'mapping': {'developer': 'member'}, 'version': 1}

    Attributes:
        id (str): The model's id.
        mapping (RoleModelInMapping | Unset): Old roles with the new one, or null to drop it. A role that is not named
            keeps its id.
        version (int | None | Unset): Its version; the newest without it.
    """

    id: str
    mapping: RoleModelInMapping | Unset = UNSET
    version: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        mapping: dict[str, Any] | Unset = UNSET
        if not isinstance(self.mapping, Unset):
            mapping = self.mapping.to_dict()

        version: int | None | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
            }
        )
        if mapping is not UNSET:
            field_dict["mapping"] = mapping
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.role_model_in_mapping import RoleModelInMapping

        d = dict(src_dict)
        id = d.pop("id")

        _mapping = d.pop("mapping", UNSET)
        mapping: RoleModelInMapping | Unset
        if isinstance(_mapping, Unset):
            mapping = UNSET
        else:
            mapping = RoleModelInMapping.from_dict(_mapping)

        def _parse_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        role_model_in = cls(
            id=id,
            mapping=mapping,
            version=version,
        )

        return role_model_in
