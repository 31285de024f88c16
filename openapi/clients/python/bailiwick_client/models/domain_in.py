from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DomainIn")


@_attrs_define
class DomainIn:
    """A domain that is to be the account's.

    Example:
        {'domain': 'acme.example'}

    Attributes:
        domain (str): The domain name. Each by itself: those below it do not count.
    """

    domain: str

    def to_dict(self) -> dict[str, Any]:
        domain = self.domain

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "domain": domain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        domain = d.pop("domain")

        domain_in = cls(
            domain=domain,
        )

        return domain_in
