from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConfigurationOut")


@_attrs_define
class ConfigurationOut:
    """What this decision point offers.

    Example:
        {'access_evaluation_endpoint': 'https://bailiwick.example/access/v1/evaluation', 'access_evaluations_endpoint':
            'https://bailiwick.example/access/v1/evaluations', 'policy_decision_point': 'https://bailiwick.example',
            'search_action_endpoint': 'https://bailiwick.example/access/v1/search/action', 'search_resource_endpoint':
            'https://bailiwick.example/access/v1/search/resource', 'search_subject_endpoint':
            'https://bailiwick.example/access/v1/search/subject'}

    Attributes:
        access_evaluation_endpoint (str): Where it decides.
        access_evaluations_endpoint (str): Where it decides many.
        policy_decision_point (str): Its base URL.
        search_action_endpoint (str): Where it finds actions.
        search_resource_endpoint (str): Where it finds resources.
        search_subject_endpoint (str): Where it finds subjects.
    """

    access_evaluation_endpoint: str
    access_evaluations_endpoint: str
    policy_decision_point: str
    search_action_endpoint: str
    search_resource_endpoint: str
    search_subject_endpoint: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_evaluation_endpoint = self.access_evaluation_endpoint

        access_evaluations_endpoint = self.access_evaluations_endpoint

        policy_decision_point = self.policy_decision_point

        search_action_endpoint = self.search_action_endpoint

        search_resource_endpoint = self.search_resource_endpoint

        search_subject_endpoint = self.search_subject_endpoint

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_evaluation_endpoint": access_evaluation_endpoint,
                "access_evaluations_endpoint": access_evaluations_endpoint,
                "policy_decision_point": policy_decision_point,
                "search_action_endpoint": search_action_endpoint,
                "search_resource_endpoint": search_resource_endpoint,
                "search_subject_endpoint": search_subject_endpoint,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        access_evaluation_endpoint = d.pop("access_evaluation_endpoint")

        access_evaluations_endpoint = d.pop("access_evaluations_endpoint")

        policy_decision_point = d.pop("policy_decision_point")

        search_action_endpoint = d.pop("search_action_endpoint")

        search_resource_endpoint = d.pop("search_resource_endpoint")

        search_subject_endpoint = d.pop("search_subject_endpoint")

        configuration_out = cls(
            access_evaluation_endpoint=access_evaluation_endpoint,
            access_evaluations_endpoint=access_evaluations_endpoint,
            policy_decision_point=policy_decision_point,
            search_action_endpoint=search_action_endpoint,
            search_resource_endpoint=search_resource_endpoint,
            search_subject_endpoint=search_subject_endpoint,
        )

        configuration_out.additional_properties = d
        return configuration_out

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
