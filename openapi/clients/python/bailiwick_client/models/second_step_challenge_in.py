from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SecondStepChallengeIn")


@_attrs_define
class SecondStepChallengeIn:
    """The sign-in that is to be answered.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj'}

    Attributes:
        challenge (str): The challenge that the first step gave.
    """

    challenge: str

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        challenge = d.pop("challenge")

        second_step_challenge_in = cls(
            challenge=challenge,
        )

        return second_step_challenge_in
