from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.affected_out import AffectedOut
    from ..models.effect_out import EffectOut
    from ..models.problem import Problem


T = TypeVar("T", bound="PreviewOut")


@_attrs_define
class PreviewOut:
    """What a change of grants would do.

    Example:
        {'affects': {'integrations': [{'id': 'sint_01h455vb4pex5vsknk084sn02q', 'name': 'Deploy'}], 'keys': 2,
            'sessions': 1}, 'gains': [{'permission': 'member.invite', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}}], 'loses': [], 'violations': []}

    Attributes:
        affects (AffectedOut): What hangs on a member and is affected by a change of them.
        gains (list[EffectOut]): Held afterwards, not before.
        loses (list[EffectOut]): Held before, not afterwards.
        violations (list[Problem]): Every rule that would break; the change is refused while there is one.
    """

    affects: AffectedOut
    gains: list[EffectOut]
    loses: list[EffectOut]
    violations: list[Problem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        affects = self.affects.to_dict()

        gains = []
        for gains_item_data in self.gains:
            gains_item = gains_item_data.to_dict()
            gains.append(gains_item)

        loses = []
        for loses_item_data in self.loses:
            loses_item = loses_item_data.to_dict()
            loses.append(loses_item)

        violations = []
        for violations_item_data in self.violations:
            violations_item = violations_item_data.to_dict()
            violations.append(violations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "affects": affects,
                "gains": gains,
                "loses": loses,
                "violations": violations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.affected_out import AffectedOut
        from ..models.effect_out import EffectOut
        from ..models.problem import Problem

        d = dict(src_dict)
        affects = AffectedOut.from_dict(d.pop("affects"))

        gains = []
        _gains = d.pop("gains")
        for gains_item_data in _gains:
            gains_item = EffectOut.from_dict(gains_item_data)

            gains.append(gains_item)

        loses = []
        _loses = d.pop("loses")
        for loses_item_data in _loses:
            loses_item = EffectOut.from_dict(loses_item_data)

            loses.append(loses_item)

        violations = []
        _violations = d.pop("violations")
        for violations_item_data in _violations:
            violations_item = Problem.from_dict(violations_item_data)

            violations.append(violations_item)

        preview_out = cls(
            affects=affects,
            gains=gains,
            loses=loses,
            violations=violations,
        )

        preview_out.additional_properties = d
        return preview_out

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
