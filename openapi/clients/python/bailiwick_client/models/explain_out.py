from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.because_out import BecauseOut
    from ..models.maker_part_out import MakerPartOut
    from ..models.missing_out import MissingOut


T = TypeVar("T", bound="ExplainOut")


@_attrs_define
class ExplainOut:
    """Why a member or a service integration may or may not do something.

    Example:
        {'allowed': True, 'because': [{'grant': 'grant_01h455vb4pex5vsknk084sn02q', 'role_path': ['owner', 'admin'],
            'via': 'grant'}], 'missing': {'roles_that_would_allow': []}}

    Attributes:
        allowed (bool): Whether it is allowed; an integration needs its maker to be allowed it as well.
        because (list[BecauseOut]): Each of its own grants that allows it.
        missing (MissingOut): What would allow it.
        code (str | Unset): What stands against everything, whatever the member holds: `member_not_active`,
            `account_closed`,
            `account_two_factor_required`.
        maker (MakerPartOut | Unset): The part of an integration's maker in an explanation.
    """

    allowed: bool
    because: list[BecauseOut]
    missing: MissingOut
    code: str | Unset = UNSET
    maker: MakerPartOut | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        allowed = self.allowed

        because = []
        for because_item_data in self.because:
            because_item = because_item_data.to_dict()
            because.append(because_item)

        missing = self.missing.to_dict()

        code = self.code

        maker: dict[str, Any] | Unset = UNSET
        if not isinstance(self.maker, Unset):
            maker = self.maker.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "allowed": allowed,
                "because": because,
                "missing": missing,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if maker is not UNSET:
            field_dict["maker"] = maker

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.because_out import BecauseOut
        from ..models.maker_part_out import MakerPartOut
        from ..models.missing_out import MissingOut

        d = dict(src_dict)
        allowed = d.pop("allowed")

        because = []
        _because = d.pop("because")
        for because_item_data in _because:
            because_item = BecauseOut.from_dict(because_item_data)

            because.append(because_item)

        missing = MissingOut.from_dict(d.pop("missing"))

        code = d.pop("code", UNSET)

        _maker = d.pop("maker", UNSET)
        maker: MakerPartOut | Unset
        if isinstance(_maker, Unset):
            maker = UNSET
        else:
            maker = MakerPartOut.from_dict(_maker)

        explain_out = cls(
            allowed=allowed,
            because=because,
            missing=missing,
            code=code,
            maker=maker,
        )

        explain_out.additional_properties = d
        return explain_out

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
