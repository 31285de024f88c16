from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.found_out import FoundOut
    from ..models.next_page_out import NextPageOut


T = TypeVar("T", bound="ResourcesOut")


@_attrs_define
class ResourcesOut:
    """Found resources.

    Example:
        {'page': {'next_token': ''}, 'results': [{'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'}]}

    Attributes:
        page (NextPageOut): Where a page ended.
        results (list[FoundOut]): The resources.
    """

    page: NextPageOut
    results: list[FoundOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        page = self.page.to_dict()

        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "page": page,
                "results": results,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.found_out import FoundOut
        from ..models.next_page_out import NextPageOut

        d = dict(src_dict)
        page = NextPageOut.from_dict(d.pop("page"))

        results = []
        _results = d.pop("results")
        for results_item_data in _results:
            results_item = FoundOut.from_dict(results_item_data)

            results.append(results_item)

        resources_out = cls(
            page=page,
            results=results,
        )

        resources_out.additional_properties = d
        return resources_out

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
