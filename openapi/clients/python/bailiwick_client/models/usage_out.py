from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exceeded_out import ExceededOut


T = TypeVar("T", bound="UsageOut")


@_attrs_define
class UsageOut:
    """What became of a batch.

    Example:
        {'accepted': 1, 'exceeded': [{'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app': None, 'limit': 1000000,
            'metric': 'messages', 'period': 'month', 'used': 1000012}], 'repeated': 0}

    Attributes:
        accepted (int): How many records were counted.
        exceeded (list[ExceededOut]): The limits of the batch's accounts that are reached in the present period.
        repeated (int): How many had been counted before, and were not counted again.
    """

    accepted: int
    exceeded: list[ExceededOut]
    repeated: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accepted = self.accepted

        exceeded = []
        for exceeded_item_data in self.exceeded:
            exceeded_item = exceeded_item_data.to_dict()
            exceeded.append(exceeded_item)

        repeated = self.repeated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accepted": accepted,
                "exceeded": exceeded,
                "repeated": repeated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exceeded_out import ExceededOut

        d = dict(src_dict)
        accepted = d.pop("accepted")

        exceeded = []
        _exceeded = d.pop("exceeded")
        for exceeded_item_data in _exceeded:
            exceeded_item = ExceededOut.from_dict(exceeded_item_data)

            exceeded.append(exceeded_item)

        repeated = d.pop("repeated")

        usage_out = cls(
            accepted=accepted,
            exceeded=exceeded,
            repeated=repeated,
        )

        usage_out.additional_properties = d
        return usage_out

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
