from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.member_move_out import MemberMoveOut
    from ..models.problem import Problem


T = TypeVar("T", bound="MovePreviewOut")


@_attrs_define
class MovePreviewOut:
    """What a move to another role model does.

    Example:
        {'members': [{'gains': [{'permission': 'member.invite', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}}], 'loses': [], 'member': 'mbr_01h455vb4pex5vsknk084sn02r', 'violations': []}], 'violations':
            []}

    Attributes:
        members (list[MemberMoveOut]): The members for whom something changes or breaks.
        violations (list[Problem]): Every rule that would break for the account as a whole; the move is refused while
            there is one, here or above.
    """

    members: list[MemberMoveOut]
    violations: list[Problem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        violations = []
        for violations_item_data in self.violations:
            violations_item = violations_item_data.to_dict()
            violations.append(violations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "members": members,
                "violations": violations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.member_move_out import MemberMoveOut
        from ..models.problem import Problem

        d = dict(src_dict)
        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = MemberMoveOut.from_dict(members_item_data)

            members.append(members_item)

        violations = []
        _violations = d.pop("violations")
        for violations_item_data in _violations:
            violations_item = Problem.from_dict(violations_item_data)

            violations.append(violations_item)

        move_preview_out = cls(
            members=members,
            violations=violations,
        )

        move_preview_out.additional_properties = d
        return move_preview_out

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
