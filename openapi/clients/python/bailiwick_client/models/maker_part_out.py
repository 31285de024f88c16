from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.because_out import BecauseOut
    from ..models.missing_out import MissingOut


T = TypeVar("T", bound="MakerPartOut")


@_attrs_define
class MakerPartOut:
    """The part of an integration's maker in an explanation.

    Attributes:
        allowed (bool): Whether the maker may.
        because (list[BecauseOut]): Each grant of the maker's that allows it.
        missing (MissingOut): What would allow it.
    """

    allowed: bool
    because: list[BecauseOut]
    missing: MissingOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allowed = self.allowed

        because = []
        for because_item_data in self.because:
            because_item = because_item_data.to_dict()
            because.append(because_item)

        missing = self.missing.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed": allowed,
                "because": because,
                "missing": missing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.because_out import BecauseOut
        from ..models.missing_out import MissingOut

        d = dict(src_dict)
        allowed = d.pop("allowed")

        because = []
        _because = d.pop("because")
        for because_item_data in _because:
            because_item = BecauseOut.from_dict(because_item_data)

            because.append(because_item)

        missing = MissingOut.from_dict(d.pop("missing"))

        maker_part_out = cls(
            allowed=allowed,
            because=because,
            missing=missing,
        )

        maker_part_out.additional_properties = d
        return maker_part_out

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
