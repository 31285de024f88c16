from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.semantic import Semantic
from ..types import UNSET, Unset

T = TypeVar("T", bound="BatchOptions")


@_attrs_define
class BatchOptions:
    """How a batch is answered.

    Attributes:
        evaluations_semantic (None | Semantic | Unset): When it stops.
    """

    evaluations_semantic: None | Semantic | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        evaluations_semantic: None | str | Unset
        if isinstance(self.evaluations_semantic, Unset):
            evaluations_semantic = UNSET
        elif isinstance(self.evaluations_semantic, Semantic):
            evaluations_semantic = self.evaluations_semantic.value
        else:
            evaluations_semantic = self.evaluations_semantic

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if evaluations_semantic is not UNSET:
            field_dict["evaluations_semantic"] = evaluations_semantic

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_evaluations_semantic(data: object) -> None | Semantic | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evaluations_semantic_type_1 = Semantic(data)

                return evaluations_semantic_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Semantic | Unset, data)

        evaluations_semantic = _parse_evaluations_semantic(
            d.pop("evaluations_semantic", UNSET)
        )

        batch_options = cls(
            evaluations_semantic=evaluations_semantic,
        )

        batch_options.additional_properties = d
        return batch_options

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
