from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.ownership_out import OwnershipOut
    from ..models.permission_out import PermissionOut
    from ..models.role_out import RoleOut


T = TypeVar("T", bound="RoleModelOut")


@_attrs_define
class RoleModelOut:
    """The role model that an account follows.

    Example:
        {'id': 'ably', 'one_active_account': False, 'ownership': {'least': 1, 'most': 1, 'role': 'owner'},
            'permissions': [{'id': 'account.view', 'title': 'See the account', 'types': ['account']}], 'roles':
            [{'excludes': [], 'granted_by': ['admin', 'owner'], 'id': 'developer', 'includes': [], 'invitable': True,
            'permissions': ['account.view', 'app.view'], 'requires_any': [], 'scope': 'account', 'title': 'Developer'}],
            'roles_per_member': 'many', 'title': 'Ably', 'version': 1}

    Attributes:
        id (str): The model's id.
        one_active_account (bool): Whether a user may be active in just one account of this model.
        ownership (OwnershipOut): Which role owns an account, and how many may hold it.
        permissions (list[PermissionOut]): Every permission.
        roles (list[RoleOut]): The roles, in the order in which people see them.
        roles_per_member (str): `one`: each member holds exactly one role. `many`: any number.
        title (str): For people.
        version (int): Its version.
    """

    id: str
    one_active_account: bool
    ownership: OwnershipOut
    permissions: list[PermissionOut]
    roles: list[RoleOut]
    roles_per_member: str
    title: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        one_active_account = self.one_active_account

        ownership = self.ownership.to_dict()

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.to_dict()
            permissions.append(permissions_item)

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.to_dict()
            roles.append(roles_item)

        roles_per_member = self.roles_per_member

        title = self.title

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "one_active_account": one_active_account,
                "ownership": ownership,
                "permissions": permissions,
                "roles": roles,
                "roles_per_member": roles_per_member,
                "title": title,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.ownership_out import OwnershipOut
        from ..models.permission_out import PermissionOut
        from ..models.role_out import RoleOut

        d = dict(src_dict)
        id = d.pop("id")

        one_active_account = d.pop("one_active_account")

        ownership = OwnershipOut.from_dict(d.pop("ownership"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = PermissionOut.from_dict(permissions_item_data)

            permissions.append(permissions_item)

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = RoleOut.from_dict(roles_item_data)

            roles.append(roles_item)

        roles_per_member = d.pop("roles_per_member")

        title = d.pop("title")

        version = d.pop("version")

        role_model_out = cls(
            id=id,
            one_active_account=one_active_account,
            ownership=ownership,
            permissions=permissions,
            roles=roles,
            roles_per_member=roles_per_member,
            title=title,
            version=version,
        )

        role_model_out.additional_properties = d
        return role_model_out

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
