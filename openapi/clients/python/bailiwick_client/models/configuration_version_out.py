from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_out import PartyOut


T = TypeVar("T", bound="ConfigurationVersionOut")


@_attrs_define
class ConfigurationVersionOut:
    """A version of an app's configuration.

    Example:
        {'bytes': 43, 'made_at': '2027-01-15T08:00:00Z', 'made_by': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type':
            'user'}, 'version': 3}

    Attributes:
        bytes_ (int): How many bytes it has as compact JSON.
        made_at (datetime.datetime): When it was made.
        made_by (PartyOut): Who did it, or what it was done to.
        version (int): Its number, from 1.
    """

    bytes_: int
    made_at: datetime.datetime
    made_by: PartyOut
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bytes_ = self.bytes_

        made_at = self.made_at.isoformat()

        made_by = self.made_by.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bytes": bytes_,
                "made_at": made_at,
                "made_by": made_by,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.party_out import PartyOut

        d = dict(src_dict)
        bytes_ = d.pop("bytes")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        made_by = PartyOut.from_dict(d.pop("made_by"))

        version = d.pop("version")

        configuration_version_out = cls(
            bytes_=bytes_,
            made_at=made_at,
            made_by=made_by,
            version=version,
        )

        configuration_version_out.additional_properties = d
        return configuration_version_out

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
