from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.passkey_in import PasskeyIn
from ...models.passkey_out import PasskeyOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: PasskeyIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/me/passkeys",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PasskeyOut | Problem | None:
    if response.status_code == 201:
        response_201 = PasskeyOut.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[PasskeyOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: PasskeyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[PasskeyOut | Problem]:
    """Register a passkey

     It is a second factor from then on. The user's other sessions end.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (PasskeyIn): A new passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId':
            'gX0XKgKhviEAq4jJuAI0oQ', 'response': {'attestationObject':
            'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0', 'transports': ['internal']}, 'type': 'public-key'},
            'name': 'Laptop'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasskeyOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: PasskeyIn,
    idempotency_key: str | Unset = UNSET,
) -> PasskeyOut | Problem | None:
    """Register a passkey

     It is a second factor from then on. The user's other sessions end.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (PasskeyIn): A new passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId':
            'gX0XKgKhviEAq4jJuAI0oQ', 'response': {'attestationObject':
            'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0', 'transports': ['internal']}, 'type': 'public-key'},
            'name': 'Laptop'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasskeyOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: PasskeyIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[PasskeyOut | Problem]:
    """Register a passkey

     It is a second factor from then on. The user's other sessions end.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (PasskeyIn): A new passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId':
            'gX0XKgKhviEAq4jJuAI0oQ', 'response': {'attestationObject':
            'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0', 'transports': ['internal']}, 'type': 'public-key'},
            'name': 'Laptop'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PasskeyOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: PasskeyIn,
    idempotency_key: str | Unset = UNSET,
) -> PasskeyOut | Problem | None:
    """Register a passkey

     It is a second factor from then on. The user's other sessions end.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (PasskeyIn): A new passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId':
            'gX0XKgKhviEAq4jJuAI0oQ', 'response': {'attestationObject':
            'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0', 'transports': ['internal']}, 'type': 'public-key'},
            'name': 'Laptop'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PasskeyOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
