from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.integration_ref_out import IntegrationRefOut


T = TypeVar("T", bound="AffectedOut")


@_attrs_define
class AffectedOut:
    """What hangs on a member and is affected by a change of them.

    Attributes:
        integrations (list[IntegrationRefOut]): The service integrations of which they are the maker, and that can do
            less or nothing.
        keys (int): How many keys these have.
        sessions (int): How many sessions the user has, which can do less in this account or nothing.
    """

    integrations: list[IntegrationRefOut]
    keys: int
    sessions: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        integrations = []
        for integrations_item_data in self.integrations:
            integrations_item = integrations_item_data.to_dict()
            integrations.append(integrations_item)

        keys = self.keys

        sessions = self.sessions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "integrations": integrations,
                "keys": keys,
                "sessions": sessions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.integration_ref_out import IntegrationRefOut

        d = dict(src_dict)
        integrations = []
        _integrations = d.pop("integrations")
        for integrations_item_data in _integrations:
            integrations_item = IntegrationRefOut.from_dict(integrations_item_data)

            integrations.append(integrations_item)

        keys = d.pop("keys")

        sessions = d.pop("sessions")

        affected_out = cls(
            integrations=integrations,
            keys=keys,
            sessions=sessions,
        )

        affected_out.additional_properties = d
        return affected_out

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
