from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SessionOut")


@_attrs_define
class SessionOut:
    """A session.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'current': True, 'expires_at': '2027-02-14T08:00:00Z', 'id':
            'sess_01h455vb4pex5vsknk084sn02q', 'last_seen_at': '2027-01-15T09:30:00Z', 'methods': ['password'], 'source_ip':
            '203.0.113.7', 'user_agent': 'curl/8.9'}

    Attributes:
        created_at (datetime.datetime): When the user signed in.
        current (bool): Whether it is the one that asks.
        expires_at (datetime.datetime): When it ends by itself.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: sess_01h455vb4pex5vsknk084sn02q.
        last_seen_at (datetime.datetime): When a request last came with it, to about a minute.
        methods (list[str]): How: `password`, `totp`, `recovery_code`, `passkey`, `provider`, `account_sso`.
        source_ip (None | str): The address that the sign-in came from.
        user_agent (None | str): What the client called itself.
    """

    created_at: datetime.datetime
    current: bool
    expires_at: datetime.datetime
    id: str
    last_seen_at: datetime.datetime
    methods: list[str]
    source_ip: None | str
    user_agent: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        current = self.current

        expires_at = self.expires_at.isoformat()

        id = self.id

        last_seen_at = self.last_seen_at.isoformat()

        methods = self.methods

        source_ip: None | str
        source_ip = self.source_ip

        user_agent: None | str
        user_agent = self.user_agent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "current": current,
                "expires_at": expires_at,
                "id": id,
                "last_seen_at": last_seen_at,
                "methods": methods,
                "source_ip": source_ip,
                "user_agent": user_agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        current = d.pop("current")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = d.pop("id")

        last_seen_at = datetime.datetime.fromisoformat(d.pop("last_seen_at"))

        methods = cast(list[str], d.pop("methods"))

        def _parse_source_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source_ip = _parse_source_ip(d.pop("source_ip"))

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("user_agent"))

        session_out = cls(
            created_at=created_at,
            current=current,
            expires_at=expires_at,
            id=id,
            last_seen_at=last_seen_at,
            methods=methods,
            source_ip=source_ip,
            user_agent=user_agent,
        )

        session_out.additional_properties = d
        return session_out

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
