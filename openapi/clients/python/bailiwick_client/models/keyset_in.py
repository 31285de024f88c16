from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.environment import Environment
from ..types import UNSET, Unset

T = TypeVar("T", bound="KeysetIn")


@_attrs_define
class KeysetIn:
    """A new keyset.

    Example:
        {'environment': 'production', 'name': 'Production'}

    Attributes:
        name (str): What people call it.
        environment (Environment | Unset): What a keyset is for: its keys' texts tell it. Default: Environment.TESTING.
    """

    name: str
    environment: Environment | Unset = Environment.TESTING

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        environment: str | Unset = UNSET
        if not isinstance(self.environment, Unset):
            environment = self.environment.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if environment is not UNSET:
            field_dict["environment"] = environment

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        _environment = d.pop("environment", UNSET)
        environment: Environment | Unset
        if isinstance(_environment, Unset):
            environment = UNSET
        else:
            environment = Environment(_environment)

        keyset_in = cls(
            name=name,
            environment=environment,
        )

        return keyset_in
