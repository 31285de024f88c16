from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SecondStepIn")


@_attrs_define
class SecondStepIn:
    """The second step of a sign-in: a code of the authenticator app, or a recovery code.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}

    Attributes:
        challenge (str): The challenge that the first step gave.
        code (None | str | Unset): A code of the authenticator app.
        recovery_code (None | str | Unset): A recovery code.
    """

    challenge: str
    code: None | str | Unset = UNSET
    recovery_code: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        recovery_code: None | str | Unset
        if isinstance(self.recovery_code, Unset):
            recovery_code = UNSET
        else:
            recovery_code = self.recovery_code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if recovery_code is not UNSET:
            field_dict["recovery_code"] = recovery_code

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        challenge = d.pop("challenge")

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        def _parse_recovery_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        recovery_code = _parse_recovery_code(d.pop("recovery_code", UNSET))

        second_step_in = cls(
            challenge=challenge,
            code=code,
            recovery_code=recovery_code,
        )

        return second_step_in
