from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.affected_out import AffectedOut
    from ..models.problem import Problem


T = TypeVar("T", bound="RemovalPreviewOut")


@_attrs_define
class RemovalPreviewOut:
    """What a removal would do.

    Example:
        {'affects': {'integrations': [{'id': 'sint_01h455vb4pex5vsknk084sn02q', 'name': 'Deploy'}], 'keys': 2,
            'sessions': 1}, 'violations': []}

    Attributes:
        affects (AffectedOut): What hangs on a member and is affected by a change of them.
        violations (list[Problem]): The rules that would break; the removal is refused while there is one.
    """

    affects: AffectedOut
    violations: list[Problem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        affects = self.affects.to_dict()

        violations = []
        for violations_item_data in self.violations:
            violations_item = violations_item_data.to_dict()
            violations.append(violations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "affects": affects,
                "violations": violations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.affected_out import AffectedOut
        from ..models.problem import Problem

        d = dict(src_dict)
        affects = AffectedOut.from_dict(d.pop("affects"))

        violations = []
        _violations = d.pop("violations")
        for violations_item_data in _violations:
            violations_item = Problem.from_dict(violations_item_data)

            violations.append(violations_item)

        removal_preview_out = cls(
            affects=affects,
            violations=violations,
        )

        removal_preview_out.additional_properties = d
        return removal_preview_out

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
