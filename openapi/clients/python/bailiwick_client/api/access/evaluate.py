from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.decision_out import DecisionOut
from ...models.evaluation_request import EvaluationRequest
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    *,
    body: EvaluationRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/access/v1/evaluation",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DecisionOut | Problem | None:
    if response.status_code == 200:
        response_200 = DecisionOut.from_dict(response.json())

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
) -> Response[DecisionOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: EvaluationRequest,
) -> Response[DecisionOut | Problem]:
    """Decide

     What is not allowed or not known is `false`, with the reason. Unknown fields are ignored.

    Args:
        body (EvaluationRequest): The question of one decision. Example: {'action': {'name':
            'app.view'}, 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'},
            'subject': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecisionOut | Problem]
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
    body: EvaluationRequest,
) -> DecisionOut | Problem | None:
    """Decide

     What is not allowed or not known is `false`, with the reason. Unknown fields are ignored.

    Args:
        body (EvaluationRequest): The question of one decision. Example: {'action': {'name':
            'app.view'}, 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'},
            'subject': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecisionOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: EvaluationRequest,
) -> Response[DecisionOut | Problem]:
    """Decide

     What is not allowed or not known is `false`, with the reason. Unknown fields are ignored.

    Args:
        body (EvaluationRequest): The question of one decision. Example: {'action': {'name':
            'app.view'}, 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'},
            'subject': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecisionOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: EvaluationRequest,
) -> DecisionOut | Problem | None:
    """Decide

     What is not allowed or not known is `false`, with the reason. Unknown fields are ignored.

    Args:
        body (EvaluationRequest): The question of one decision. Example: {'action': {'name':
            'app.view'}, 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'},
            'subject': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecisionOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
