from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DomainOut")


@_attrs_define
class DomainOut:
    """A domain with the record that proves it.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'domain': 'acme.example', 'record_name': '_bailiwick.acme.example',
            'record_value': 'bailiwick-domain-verification=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'verified_at':
            None}

    Attributes:
        created_at (datetime.datetime): When it was claimed.
        domain (str): The domain name.
        record_name (str): The name of the TXT record that proves it.
        record_value (str): The text of that record.
        verified_at (datetime.datetime | None): When it was proven to be the account's.
    """

    created_at: datetime.datetime
    domain: str
    record_name: str
    record_value: str
    verified_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        domain = self.domain

        record_name = self.record_name

        record_value = self.record_value

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "domain": domain,
                "record_name": record_name,
                "record_value": record_value,
                "verified_at": verified_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        domain = d.pop("domain")

        record_name = d.pop("record_name")

        record_value = d.pop("record_value")

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        domain_out = cls(
            created_at=created_at,
            domain=domain,
            record_name=record_name,
            record_value=record_value,
            verified_at=verified_at,
        )

        domain_out.additional_properties = d
        return domain_out

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
