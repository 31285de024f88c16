from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.resource_search_request import ResourceSearchRequest
from ...models.resources_out import ResourcesOut
from ...types import Response


def _get_kwargs(
    *,
    body: ResourceSearchRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/access/v1/search/resource",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ResourcesOut | None:
    if response.status_code == 200:
        response_200 = ResourcesOut.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | ResourcesOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ResourceSearchRequest,
) -> Response[Problem | ResourcesOut]:
    """On which resources a subject may do something

    Args:
        body (ResourceSearchRequest): On which resources may a subject do something? Example:
            {'action': {'name': 'app.view'}, 'resource': {'properties': {'account':
            'acct_01h455vb4pex5vsknk084sn02q'}, 'type': 'app'}, 'subject': {'id':
            'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResourcesOut]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ResourceSearchRequest,
) -> Problem | ResourcesOut | None:
    """On which resources a subject may do something

    Args:
        body (ResourceSearchRequest): On which resources may a subject do something? Example:
            {'action': {'name': 'app.view'}, 'resource': {'properties': {'account':
            'acct_01h455vb4pex5vsknk084sn02q'}, 'type': 'app'}, 'subject': {'id':
            'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResourcesOut
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ResourceSearchRequest,
) -> Response[Problem | ResourcesOut]:
    """On which resources a subject may do something

    Args:
        body (ResourceSearchRequest): On which resources may a subject do something? Example:
            {'action': {'name': 'app.view'}, 'resource': {'properties': {'account':
            'acct_01h455vb4pex5vsknk084sn02q'}, 'type': 'app'}, 'subject': {'id':
            'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResourcesOut]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ResourceSearchRequest,
) -> Problem | ResourcesOut | None:
    """On which resources a subject may do something

    Args:
        body (ResourceSearchRequest): On which resources may a subject do something? Example:
            {'action': {'name': 'app.view'}, 'resource': {'properties': {'account':
            'acct_01h455vb4pex5vsknk084sn02q'}, 'type': 'app'}, 'subject': {'id':
            'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResourcesOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
