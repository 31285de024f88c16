from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.member_out import MemberOut


T = TypeVar("T", bound="TransferOut")


@_attrs_define
class TransferOut:
    """Both sides of a transfer of ownership.

    Example:
        {'from': {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'grants': [{'id':
            'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'},
            'role': 'admin'}], 'id': 'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status':
            'active', 'two_factor': True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q',
            'name': 'Ada Lovelace'}}, 'to': {'created_at': '2027-01-15T08:00:00Z', 'email': 'charles@example.com', 'grants':
            [{'id': 'grant_01h455vb4pex5vsknk084sn02r', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type':
            'account'}, 'role': 'owner'}], 'id': 'mbr_01h455vb4pex5vsknk084sn02r', 'last_seen_at': '2027-01-15T08:00:00Z',
            'status': 'active', 'two_factor': True, 'user': {'email': 'charles@example.com', 'id':
            'user_01h455vb4pex5vsknk084sn02r', 'name': 'Charles Babbage'}}}

    Attributes:
        from_ (MemberOut): A user's place in an account. Example: {'created_at': '2027-01-15T08:00:00Z', 'email':
            'ada@example.com', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'owner'}], 'id':
            'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status': 'active', 'two_factor':
            True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}}.
        to (MemberOut): A user's place in an account. Example: {'created_at': '2027-01-15T08:00:00Z', 'email':
            'ada@example.com', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'owner'}], 'id':
            'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status': 'active', 'two_factor':
            True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}}.
    """

    from_: MemberOut
    to: MemberOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.to_dict()

        to = self.to.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.member_out import MemberOut

        d = dict(src_dict)
        from_ = MemberOut.from_dict(d.pop("from"))

        to = MemberOut.from_dict(d.pop("to"))

        transfer_out = cls(
            from_=from_,
            to=to,
        )

        transfer_out.additional_properties = d
        return transfer_out

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
