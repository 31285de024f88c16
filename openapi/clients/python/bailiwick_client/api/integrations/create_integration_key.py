from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.integration_key_in import IntegrationKeyIn
from ...models.new_integration_key_out import NewIntegrationKeyOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    acct: str,
    sint: str,
    *,
    body: IntegrationKeyIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/accounts/{acct}/integrations/{sint}/keys".format(
            acct=quote(str(acct), safe=""),
            sint=quote(str(sint), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NewIntegrationKeyOut | Problem | None:
    if response.status_code == 201:
        response_201 = NewIntegrationKeyOut.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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
) -> Response[NewIntegrationKeyOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    sint: str,
    *,
    client: AuthenticatedClient,
    body: IntegrationKeyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewIntegrationKeyOut | Problem]:
    """Make a key of a service integration

     Its maker alone does, by a sign-in within the last 15 minutes. An integration has at most three.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IntegrationKeyIn): A new key of a service integration. Example: {'expires_in_days':
            90, 'name': 'CI'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewIntegrationKeyOut | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        sint=sint,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    sint: str,
    *,
    client: AuthenticatedClient,
    body: IntegrationKeyIn,
    idempotency_key: str | Unset = UNSET,
) -> NewIntegrationKeyOut | Problem | None:
    """Make a key of a service integration

     Its maker alone does, by a sign-in within the last 15 minutes. An integration has at most three.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IntegrationKeyIn): A new key of a service integration. Example: {'expires_in_days':
            90, 'name': 'CI'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewIntegrationKeyOut | Problem
    """

    return sync_detailed(
        acct=acct,
        sint=sint,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    acct: str,
    sint: str,
    *,
    client: AuthenticatedClient,
    body: IntegrationKeyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewIntegrationKeyOut | Problem]:
    """Make a key of a service integration

     Its maker alone does, by a sign-in within the last 15 minutes. An integration has at most three.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IntegrationKeyIn): A new key of a service integration. Example: {'expires_in_days':
            90, 'name': 'CI'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewIntegrationKeyOut | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        sint=sint,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    sint: str,
    *,
    client: AuthenticatedClient,
    body: IntegrationKeyIn,
    idempotency_key: str | Unset = UNSET,
) -> NewIntegrationKeyOut | Problem | None:
    """Make a key of a service integration

     Its maker alone does, by a sign-in within the last 15 minutes. An integration has at most three.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IntegrationKeyIn): A new key of a service integration. Example: {'expires_in_days':
            90, 'name': 'CI'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewIntegrationKeyOut | Problem
    """

    return (
        await asyncio_detailed(
            acct=acct,
            sint=sint,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
