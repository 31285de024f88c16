from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_ref_out import AccountRefOut
    from ..models.my_member_out import MyMemberOut


T = TypeVar("T", bound="ReachableOut")


@_attrs_define
class ReachableOut:
    """An account that one is in.

    Attributes:
        account (AccountRefOut): An account by its id and name.
        asks (list[str]): What it asks for before it lets one in: `account_two_factor_required`, `sso_required`,
            `other_sign_in_required`.
        member (MyMemberOut): One's own place in an account.
    """

    account: AccountRefOut
    asks: list[str]
    member: MyMemberOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        asks = self.asks

        member = self.member.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "asks": asks,
                "member": member,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.account_ref_out import AccountRefOut
        from ..models.my_member_out import MyMemberOut

        d = dict(src_dict)
        account = AccountRefOut.from_dict(d.pop("account"))

        asks = cast(list[str], d.pop("asks"))

        member = MyMemberOut.from_dict(d.pop("member"))

        reachable_out = cls(
            account=account,
            asks=asks,
            member=member,
        )

        reachable_out.additional_properties = d
        return reachable_out

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
