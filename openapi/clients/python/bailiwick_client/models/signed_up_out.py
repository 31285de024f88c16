from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_out import AccountOut
    from ..models.member_out import MemberOut
    from ..models.new_session_out import NewSessionOut
    from ..models.user_out import UserOut


T = TypeVar("T", bound="SignedUpOut")


@_attrs_define
class SignedUpOut:
    """What a sign-up made.

    Example:
        {'account': {'created_at': '2027-01-15T08:00:00Z', 'id': 'acct_01h455vb4pex5vsknk084sn02q', 'kind':
            'organization', 'legal_name': 'Analytical Engines Ltd', 'mcp_access': False, 'name': 'Engines', 'region': None,
            'require_two_factor': False, 'role_model': 'ably', 'role_model_version': 1, 'status': 'active'}, 'member':
            {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'grants': [{'id':
            'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'},
            'role': 'owner'}], 'id': 'mbr_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T08:00:00Z', 'status':
            'active', 'two_factor': True, 'user': {'email': 'ada@example.com', 'id': 'user_01h455vb4pex5vsknk084sn02q',
            'name': 'Ada Lovelace'}}, 'session': {'expires_at': '2027-02-14T08:00:00Z', 'id':
            'sess_01h455vb4pex5vsknk084sn02q', 'token': 'bws_AHJ8Pd1Jc3QxKt0s5Zf0Yb2mVw4Nq7Lr6Te9Ug1Xo8'}, 'user':
            {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'email_verified': False, 'id':
            'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}}

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
        session (NewSessionOut): A new session with its token. Example: {'expires_at': '2027-02-14T08:00:00Z', 'id':
            'sess_01h455vb4pex5vsknk084sn02q', 'token': 'bws_AHJ8Pd1Jc3QxKt0s5Zf0Yb2mVw4Nq7Lr6Te9Ug1Xo8'}.
        user (UserOut): A user. Example: {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com',
            'email_verified': False, 'id': 'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}.
    """

    account: AccountOut
    member: MemberOut
    session: NewSessionOut
    user: UserOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        member = self.member.to_dict()

        session = self.session.to_dict()

        user = self.user.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "member": member,
                "session": session,
                "user": user,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.account_out import AccountOut
        from ..models.member_out import MemberOut
        from ..models.new_session_out import NewSessionOut
        from ..models.user_out import UserOut

        d = dict(src_dict)
        account = AccountOut.from_dict(d.pop("account"))

        member = MemberOut.from_dict(d.pop("member"))

        session = NewSessionOut.from_dict(d.pop("session"))

        user = UserOut.from_dict(d.pop("user"))

        signed_up_out = cls(
            account=account,
            member=member,
            session=session,
            user=user,
        )

        signed_up_out.additional_properties = d
        return signed_up_out

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
