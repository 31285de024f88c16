from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_out import AccountOut
    from ..models.my_member_out import MyMemberOut


T = TypeVar("T", bound="MyAccountOut")


@_attrs_define
class MyAccountOut:
    """An account that one can switch to.

    Attributes:
        account (AccountOut): An account. Example: {'created_at': '2027-01-15T08:00:00Z', 'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'kind': 'organization', 'legal_name': 'Analytical Engines Ltd', 'mcp_access':
            False, 'name': 'Engines', 'region': None, 'require_two_factor': False, 'role_model': 'ably',
            'role_model_version': 1, 'status': 'active'}.
        member (MyMemberOut): One's own place in an account.
    """

    account: AccountOut
    member: MyMemberOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        member = self.member.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "member": member,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.account_out import AccountOut
        from ..models.my_member_out import MyMemberOut

        d = dict(src_dict)
        account = AccountOut.from_dict(d.pop("account"))

        member = MyMemberOut.from_dict(d.pop("member"))

        my_account_out = cls(
            account=account,
            member=member,
        )

        my_account_out.additional_properties = d
        return my_account_out

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
