from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exclusion_out import ExclusionOut


T = TypeVar("T", bound="RoleOut")


@_attrs_define
class RoleOut:
    """A role.

    Attributes:
        excludes (list[ExclusionOut]): The roles that it may not meet.
        granted_by (list[str]): Who holds one of these may grant and revoke it.
        id (str): The role's id.
        includes (list[str]): The roles that it includes itself.
        invitable (bool): Whether an invitation may carry it.
        permissions (list[str]): All that it hands out, inclusions among them.
        requires_any (list[str]): It may be assigned only where one of these is held.
        scope (str): The resource type at which it is granted.
        title (str): For people.
    """

    excludes: list[ExclusionOut]
    granted_by: list[str]
    id: str
    includes: list[str]
    invitable: bool
    permissions: list[str]
    requires_any: list[str]
    scope: str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        excludes = []
        for excludes_item_data in self.excludes:
            excludes_item = excludes_item_data.to_dict()
            excludes.append(excludes_item)

        granted_by = self.granted_by

        id = self.id

        includes = self.includes

        invitable = self.invitable

        permissions = self.permissions

        requires_any = self.requires_any

        scope = self.scope

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "excludes": excludes,
                "granted_by": granted_by,
                "id": id,
                "includes": includes,
                "invitable": invitable,
                "permissions": permissions,
                "requires_any": requires_any,
                "scope": scope,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exclusion_out import ExclusionOut

        d = dict(src_dict)
        excludes = []
        _excludes = d.pop("excludes")
        for excludes_item_data in _excludes:
            excludes_item = ExclusionOut.from_dict(excludes_item_data)

            excludes.append(excludes_item)

        granted_by = cast(list[str], d.pop("granted_by"))

        id = d.pop("id")

        includes = cast(list[str], d.pop("includes"))

        invitable = d.pop("invitable")

        permissions = cast(list[str], d.pop("permissions"))

        requires_any = cast(list[str], d.pop("requires_any"))

        scope = d.pop("scope")

        title = d.pop("title")

        role_out = cls(
            excludes=excludes,
            granted_by=granted_by,
            id=id,
            includes=includes,
            invitable=invitable,
            permissions=permissions,
            requires_any=requires_any,
            scope=scope,
            title=title,
        )

        role_out.additional_properties = d
        return role_out

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
