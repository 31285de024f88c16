from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.page_reachable_out import PageReachableOut
    from ..models.signed_in_out import SignedInOut
    from ..models.user_out import UserOut


T = TypeVar("T", bound="CurrentOut")


@_attrs_define
class CurrentOut:
    """Who is signed in and how.

    Example:
        {'accounts': {'items': [{'account': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'name': 'Engines'}, 'asks': [],
            'member': {'id': 'mbr_01h455vb4pex5vsknk084sn02q', 'roles': ['owner'], 'status': 'active'}}], 'next_cursor':
            None}, 'session': {'at': '2027-01-15T08:00:00Z', 'fresh_until': '2027-01-15T08:15:00Z', 'id':
            'sess_01h455vb4pex5vsknk084sn02q', 'methods': ['password']}, 'user': {'created_at': '2027-01-15T08:00:00Z',
            'email': 'ada@example.com', 'email_verified': False, 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada
            Lovelace'}}

    Attributes:
        accounts (PageReachableOut): A page of a list.
        session (SignedInOut): How the user signed in.
        user (UserOut): A user. Example: {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com',
            'email_verified': False, 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}.
    """

    accounts: PageReachableOut
    session: SignedInOut
    user: UserOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accounts = self.accounts.to_dict()

        session = self.session.to_dict()

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accounts": accounts,
                "session": session,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.page_reachable_out import PageReachableOut
        from ..models.signed_in_out import SignedInOut
        from ..models.user_out import UserOut

        d = dict(src_dict)
        accounts = PageReachableOut.from_dict(d.pop("accounts"))

        session = SignedInOut.from_dict(d.pop("session"))

        user = UserOut.from_dict(d.pop("user"))

        current_out = cls(
            accounts=accounts,
            session=session,
            user=user,
        )

        current_out.additional_properties = d
        return current_out

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
