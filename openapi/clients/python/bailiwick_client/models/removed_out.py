from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.affected_out import AffectedOut


T = TypeVar("T", bound="RemovedOut")


@_attrs_define
class RemovedOut:
    """What was affected by a removal.

    Example:
        {'affects': {'integrations': [{'id': 'sint_01h455vb4pex5vsknk084sn02q', 'name': 'Deploy'}], 'keys': 2,
            'sessions': 1}}

    Attributes:
        affects (AffectedOut): What hangs on a member and is affected by a change of them.
    """

    affects: AffectedOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        affects = self.affects.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "affects": affects,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.affected_out import AffectedOut

        d = dict(src_dict)
        affects = AffectedOut.from_dict(d.pop("affects"))

        removed_out = cls(
            affects=affects,
        )

        removed_out.additional_properties = d
        return removed_out

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
