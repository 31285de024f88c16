from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="VerifiedOut")


@_attrs_define
class VerifiedOut:
    """What came of a verification: of a key that is not good, the reason alone.

    Example:
        {'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app': 'app_01h455vb4pex5vsknk084sn02q', 'capabilities':
            ['channel:public-*:subscribe'], 'key': 'key_01h455vb4pex5vsknk084sn02q', 'keyset':
            'ks_01h455vb4pex5vsknk084sn02q', 'valid': True}

    Attributes:
        valid (bool): Whether the key is good.
        account (str | Unset): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str | Unset): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        capabilities (list[str] | Unset): What it lets its holder do.
        code (str | Unset): Why not: `malformed`, `unknown`, `rotated`, `account_closed`, `disabled` or `expired`.
        key (str | Unset): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            key_01h455vb4pex5vsknk084sn02q.
        keyset (str | Unset): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            ks_01h455vb4pex5vsknk084sn02q.
    """

    valid: bool
    account: str | Unset = UNSET
    app: str | Unset = UNSET
    capabilities: list[str] | Unset = UNSET
    code: str | Unset = UNSET
    key: str | Unset = UNSET
    keyset: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        valid = self.valid

        account = self.account

        app = self.app

        capabilities: list[str] | Unset = UNSET
        if not isinstance(self.capabilities, Unset):
            capabilities = self.capabilities

        code = self.code

        key = self.key

        keyset = self.keyset

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "valid": valid,
            }
        )
        if account is not UNSET:
            field_dict["account"] = account
        if app is not UNSET:
            field_dict["app"] = app
        if capabilities is not UNSET:
            field_dict["capabilities"] = capabilities
        if code is not UNSET:
            field_dict["code"] = code
        if key is not UNSET:
            field_dict["key"] = key
        if keyset is not UNSET:
            field_dict["keyset"] = keyset

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        valid = d.pop("valid")

        account = d.pop("account", UNSET)

        app = d.pop("app", UNSET)

        capabilities = cast(list[str], d.pop("capabilities", UNSET))

        code = d.pop("code", UNSET)

        key = d.pop("key", UNSET)

        keyset = d.pop("keyset", UNSET)

        verified_out = cls(
            valid=valid,
            account=account,
            app=app,
            capabilities=capabilities,
            code=code,
            key=key,
            keyset=keyset,
        )

        verified_out.additional_properties = d
        return verified_out

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
