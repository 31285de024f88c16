from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_ref_out import AccountRefOut


T = TypeVar("T", bound="MyInvitationOut")


@_attrs_define
class MyInvitationOut:
    """An invitation that waits for one's own address. The link in its mail accepts it.

    Attributes:
        account (AccountRefOut): An account by its id and name.
        created_at (datetime.datetime): When it was made.
        expires_at (datetime.datetime): Until when it can be accepted.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: inv_01h455vb4pex5vsknk084sn02q.
    """

    account: AccountRefOut
    created_at: datetime.datetime
    expires_at: datetime.datetime
    id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        created_at = self.created_at.isoformat()

        expires_at = self.expires_at.isoformat()

        id = self.id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "created_at": created_at,
                "expires_at": expires_at,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.account_ref_out import AccountRefOut

        d = dict(src_dict)
        account = AccountRefOut.from_dict(d.pop("account"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = d.pop("id")

        my_invitation_out = cls(
            account=account,
            created_at=created_at,
            expires_at=expires_at,
            id=id,
        )

        my_invitation_out.additional_properties = d
        return my_invitation_out

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
