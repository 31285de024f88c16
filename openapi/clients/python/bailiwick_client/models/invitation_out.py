from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_state import InvitationState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.grant_out import GrantOut


T = TypeVar("T", bound="InvitationOut")


@_attrs_define
class InvitationOut:
    """An invitation.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'email': 'charles@example.com', 'expires_at': '2027-01-22T08:00:00Z',
            'first_name': 'Charles', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02r', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'developer'}], 'id':
            'inv_01h455vb4pex5vsknk084sn02q', 'invited_by': 'mbr_01h455vb4pex5vsknk084sn02q', 'member':
            'mbr_01h455vb4pex5vsknk084sn02r', 'status': 'pending'}

    Attributes:
        created_at (datetime.datetime): When it was made.
        email (str): Who is invited.
        expires_at (datetime.datetime): Until when it can be accepted.
        first_name (None | str): What the mail calls them.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: inv_01h455vb4pex5vsknk084sn02q.
        invited_by (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        member (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        status (InvitationState): What became of an invitation.
        grants (list[GrantOut] | Unset): What it gives; left out of lists, and once the member is gone.
    """

    created_at: datetime.datetime
    email: str
    expires_at: datetime.datetime
    first_name: None | str
    id: str
    invited_by: str
    member: str
    status: InvitationState
    grants: list[GrantOut] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        email = self.email

        expires_at = self.expires_at.isoformat()

        first_name: None | str
        first_name = self.first_name

        id = self.id

        invited_by = self.invited_by

        member = self.member

        status = self.status.value

        grants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.grants, Unset):
            grants = []
            for grants_item_data in self.grants:
                grants_item = grants_item_data.to_dict()
                grants.append(grants_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "email": email,
                "expires_at": expires_at,
                "first_name": first_name,
                "id": id,
                "invited_by": invited_by,
                "member": member,
                "status": status,
            }
        )
        if grants is not UNSET:
            field_dict["grants"] = grants

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_out import GrantOut

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        email = d.pop("email")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_first_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_name = _parse_first_name(d.pop("first_name"))

        id = d.pop("id")

        invited_by = d.pop("invited_by")

        member = d.pop("member")

        status = InvitationState(d.pop("status"))

        _grants = d.pop("grants", UNSET)
        grants: list[GrantOut] | Unset = UNSET
        if _grants is not UNSET:
            grants = []
            for grants_item_data in _grants:
                grants_item = GrantOut.from_dict(grants_item_data)

                grants.append(grants_item)

        invitation_out = cls(
            created_at=created_at,
            email=email,
            expires_at=expires_at,
            first_name=first_name,
            id=id,
            invited_by=invited_by,
            member=member,
            status=status,
            grants=grants,
        )

        invitation_out.additional_properties = d
        return invitation_out

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
