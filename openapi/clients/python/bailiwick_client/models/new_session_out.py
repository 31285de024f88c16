from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NewSessionOut")


@_attrs_define
class NewSessionOut:
    """A new session with its token.

    Example:
        {'expires_at': '2027-02-14T08:00:00Z', 'id': 'sess_01h455vb4pex5vsknk084sn02q', 'token':
            'bws_AHJ8Pd1Jc3QxKt0s5Zf0Yb2mVw4Nq7Lr6Te9Ug1Xo8'}

    Attributes:
        expires_at (datetime.datetime): When the session ends by itself.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: sess_01h455vb4pex5vsknk084sn02q.
        token (None | str): The bearer token. It is shown once: a repeated request gets null.
    """

    expires_at: datetime.datetime
    id: str
    token: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expires_at = self.expires_at.isoformat()

        id = self.id

        token: None | str
        token = self.token

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expires_at": expires_at,
                "id": id,
                "token": token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = d.pop("id")

        def _parse_token(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        token = _parse_token(d.pop("token"))

        new_session_out = cls(
            expires_at=expires_at,
            id=id,
            token=token,
        )

        new_session_out.additional_properties = d
        return new_session_out

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
