from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.decision_out import DecisionOut
    from ..models.denial_out import DenialOut


T = TypeVar("T", bound="BatchAnswer")


@_attrs_define
class BatchAnswer:
    """The decisions of a batch, or the single one where there was no batch.

    Example:
        {'evaluations': [{'decision': True}, {'context': {'code': 'permission_denied', 'permission': 'app.view',
            'reference': '01965d3f0c2b7f6ea0c1c5b1a2d3e4f5', 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type':
            'app'}}, 'decision': False}]}

    Attributes:
        context (DenialOut | Unset): Why something is not allowed.
        decision (bool | Unset): The decision, where the request had no `evaluations`.
        evaluations (list[DecisionOut] | Unset): The decisions, in the order of the questions, as far as the batch went.
    """

    context: DenialOut | Unset = UNSET
    decision: bool | Unset = UNSET
    evaluations: list[DecisionOut] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        context: dict[str, Any] | Unset = UNSET
        if not isinstance(self.context, Unset):
            context = self.context.to_dict()

        decision = self.decision

        evaluations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.evaluations, Unset):
            evaluations = []
            for evaluations_item_data in self.evaluations:
                evaluations_item = evaluations_item_data.to_dict()
                evaluations.append(evaluations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if context is not UNSET:
            field_dict["context"] = context
        if decision is not UNSET:
            field_dict["decision"] = decision
        if evaluations is not UNSET:
            field_dict["evaluations"] = evaluations

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.decision_out import DecisionOut
        from ..models.denial_out import DenialOut

        d = dict(src_dict)
        _context = d.pop("context", UNSET)
        context: DenialOut | Unset
        if isinstance(_context, Unset):
            context = UNSET
        else:
            context = DenialOut.from_dict(_context)

        decision = d.pop("decision", UNSET)

        _evaluations = d.pop("evaluations", UNSET)
        evaluations: list[DecisionOut] | Unset = UNSET
        if _evaluations is not UNSET:
            evaluations = []
            for evaluations_item_data in _evaluations:
                evaluations_item = DecisionOut.from_dict(evaluations_item_data)

                evaluations.append(evaluations_item)

        batch_answer = cls(
            context=context,
            decision=decision,
            evaluations=evaluations,
        )

        batch_answer.additional_properties = d
        return batch_answer

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
