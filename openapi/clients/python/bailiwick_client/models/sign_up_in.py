from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SignUpIn")


@_attrs_define
class SignUpIn:
    """A sign-up: a user, an organization that the user owns, and a session.

    Example:
        {'account_name': 'Engines', 'email': 'ada@example.com', 'name': 'Ada Lovelace', 'password': 'correct horse
            battery staple', 'role_model': 'ably'}

    Attributes:
        account_name (str): The new account's name.
        email (str): The address, by which the user signs in.
        name (str): The user's name.
        password (str): At least 8 characters, and not easy to guess.
        role_model (None | str | Unset): The new account's role model; `standard` without it.
    """

    account_name: str
    email: str
    name: str
    password: str
    role_model: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account_name = self.account_name

        email = self.email

        name = self.name

        password = self.password

        role_model: None | str | Unset
        if isinstance(self.role_model, Unset):
            role_model = UNSET
        else:
            role_model = self.role_model

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account_name": account_name,
                "email": email,
                "name": name,
                "password": password,
            }
        )
        if role_model is not UNSET:
            field_dict["role_model"] = role_model

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        account_name = d.pop("account_name")

        email = d.pop("email")

        name = d.pop("name")

        password = d.pop("password")

        def _parse_role_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        role_model = _parse_role_model(d.pop("role_model", UNSET))

        sign_up_in = cls(
            account_name=account_name,
            email=email,
            name=name,
            password=password,
            role_model=role_model,
        )

        return sign_up_in
