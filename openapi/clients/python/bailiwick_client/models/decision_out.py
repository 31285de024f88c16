from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.denial_out import DenialOut


T = TypeVar("T", bound="DecisionOut")


@_attrs_define
class DecisionOut:
    """A decision.

    Example:
        {'context': {'code': 'permission_denied', 'permission': 'app.view', 'reference':
            '01965d3f0c2b7f6ea0c1c5b1a2d3e4f5', 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'}},
            'decision': False}

    Attributes:
        decision (bool): Whether it is allowed.
        context (DenialOut | Unset): Why something is not allowed.
    """

    decision: bool
    context: DenialOut | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision

        context: dict[str, Any] | Unset = UNSET
        if not isinstance(self.context, Unset):
            context = self.context.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
            }
        )
        if context is not UNSET:
            field_dict["context"] = context

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.denial_out import DenialOut

        d = dict(src_dict)
        decision = d.pop("decision")

        _context = d.pop("context", UNSET)
        context: DenialOut | Unset
        if isinstance(_context, Unset):
            context = UNSET
        else:
            context = DenialOut.from_dict(_context)

        decision_out = cls(
            decision=decision,
            context=context,
        )

        decision_out.additional_properties = d
        return decision_out

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
