from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.account_out import AccountOut
    from ..models.member_out import MemberOut
    from ..models.new_session_out import NewSessionOut


T = TypeVar("T", bound="AcceptedOut")


@_attrs_define
class AcceptedOut:
    """What an acceptance made.

    Example:
        {'account': {'created_at': '2027-01-15T08:00:00Z', 'id': 'acct_01h455vb4pex5vsknk084sn02q', 'kind':
            'organization', 'legal_name': 'Analytical Engines Ltd', 'mcp_access': False, 'name': 'Engines', 'region': None,
            'require_two_factor': False, 'role_model': 'ably', 'role_model_version': 1, 'status': 'active'}, 'member':
            {'created_at': '2027-01-15T08:00:00Z', 'email': 'charles@example.com', 'grants': [{'id':
            'grant_01h455vb4pex5vsknk084sn02r', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'},
            'role': 'admin'}], 'id': 'mbr_01h455vb4pex5vsknk084sn02r', 'last_seen_at': '2027-01-15T08:00:00Z', 'status':
            'active', 'two_factor': True, 'user': {'email': 'charles@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02r',
            'name': 'Charles Babbage'}}, 'session': {'expires_at': '2027-02-14T08:00:00Z', 'id':
            'sess_01h455vb4pex5vsknk084sn02q', 'token': 'bws_AHJ8Pd1Jc3QxKt0s5Zf0Yb2mVw4Nq7Lr6Te9Ug1Xo8'}}

    Attributes:
        account (AccountOut): An account. Example: {'created_at': '2027-01-15T08:00:00Z', 'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'kind': 'organization', 'legal_name': 'Analytical Engines Ltd', 'mcp_access':
            False, 'name': 'Engines', 'region': None, 'require_two_factor': False, 'role_model': 'ably',
            'role_model_version': 1, 'status': 'active'}.
        member (MemberOut): A user's place in an account. Example: {'created_at': '2027-01-15T08:00:00Z', 'email':
            'ada@example.com', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'owner'}], 'id':
            'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status': 'active', 'two_factor':
            True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}}.
        session (NewSessionOut | Unset): A new session with its token. Example: {'expires_at': '2027-02-14T08:00:00Z',
            'id': 'sess_01h455vb4pex5vsknk084sn02q', 'token': 'bws_AHJ8Pd1Jc3QxKt0s5Zf0Yb2mVw4Nq7Lr6Te9Ug1Xo8'}.
    """

    account: AccountOut
    member: MemberOut
    session: NewSessionOut | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        member = self.member.to_dict()

        session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.session, Unset):
            session = self.session.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "member": member,
            }
        )
        if session is not UNSET:
            field_dict["session"] = session

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.account_out import AccountOut
        from ..models.member_out import MemberOut
        from ..models.new_session_out import NewSessionOut

        d = dict(src_dict)
        account = AccountOut.from_dict(d.pop("account"))

        member = MemberOut.from_dict(d.pop("member"))

        _session = d.pop("session", UNSET)
        session: NewSessionOut | Unset
        if isinstance(_session, Unset):
            session = UNSET
        else:
            session = NewSessionOut.from_dict(_session)

        accepted_out = cls(
            account=account,
            member=member,
            session=session,
        )

        accepted_out.additional_properties = d
        return accepted_out

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
