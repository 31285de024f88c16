from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_state import MemberState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.grant_out import GrantOut
    from ..models.user_ref_out import UserRefOut


T = TypeVar("T", bound="MemberOut")


@_attrs_define
class MemberOut:
    """A user's place in an account.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'grants': [{'id':
            'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'},
            'role': 'owner'}], 'id': 'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status':
            'active', 'two_factor': True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q',
            'name': 'Ada Lovelace'}}

    Attributes:
        created_at (datetime.datetime): Since when there is this member.
        email (str): The user's address, or the invited one.
        grants (list[GrantOut]): What the member holds, or will hold once the invitation is accepted.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: mbr_01h455vb4pex5vsknk084sn02q.
        status (MemberState): Where a member stands.
        two_factor (bool): Whether the user has a second factor.
        user (None | UserRefOut): Who; null while invited.
        last_seen_at (datetime.datetime | Unset): When the user last did something in this account.
    """

    created_at: datetime.datetime
    email: str
    grants: list[GrantOut]
    id: str
    status: MemberState
    two_factor: bool
    user: None | UserRefOut
    last_seen_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.user_ref_out import UserRefOut

        created_at = self.created_at.isoformat()

        email = self.email

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        id = self.id

        status = self.status.value

        two_factor = self.two_factor

        user: dict[str, Any] | None
        if isinstance(self.user, UserRefOut):
            user = self.user.to_dict()
        else:
            user = self.user

        last_seen_at: str | Unset = UNSET
        if not isinstance(self.last_seen_at, Unset):
            last_seen_at = self.last_seen_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "email": email,
                "grants": grants,
                "id": id,
                "status": status,
                "two_factor": two_factor,
                "user": user,
            }
        )
        if last_seen_at is not UNSET:
            field_dict["last_seen_at"] = last_seen_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_out import GrantOut
        from ..models.user_ref_out import UserRefOut

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        email = d.pop("email")

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantOut.from_dict(grants_item_data)

            grants.append(grants_item)

        id = d.pop("id")

        status = MemberState(d.pop("status"))

        two_factor = d.pop("two_factor")

        def _parse_user(data: object) -> None | UserRefOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_1 = UserRefOut.from_dict(data)

                return user_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UserRefOut, data)

        user = _parse_user(d.pop("user"))

        _last_seen_at = d.pop("last_seen_at", UNSET)
        last_seen_at: datetime.datetime | Unset
        if isinstance(_last_seen_at, Unset):
            last_seen_at = UNSET
        else:
            last_seen_at = datetime.datetime.fromisoformat(_last_seen_at)

        member_out = cls(
            created_at=created_at,
            email=email,
            grants=grants,
            id=id,
            status=status,
            two_factor=two_factor,
            user=user,
            last_seen_at=last_seen_at,
        )

        member_out.additional_properties = d
        return member_out

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
