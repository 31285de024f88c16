from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.identity_start_in import IdentityStartIn
from ...models.identity_start_out import IdentityStartOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    provider: str,
    *,
    body: IdentityStartIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/me/identities/{provider}/start".format(
            provider=quote(str(provider), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> IdentityStartOut | Problem | None:
    if response.status_code == 200:
        response_200 = IdentityStartOut.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[IdentityStartOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    provider: str,
    *,
    client: AuthenticatedClient,
    body: IdentityStartIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[IdentityStartOut | Problem]:
    """Begin to add a provider

     The browser goes to the URL, proves itself to the provider, and comes back to `return_to` with a
    code.

    Args:
        provider (str):
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IdentityStartIn): Where the browser goes in the end. Example: {'code_challenge':
            'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'return_to':
            'https://accounts.example.com/profile'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IdentityStartOut | Problem]
    """

    kwargs = _get_kwargs(
        provider=provider,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider: str,
    *,
    client: AuthenticatedClient,
    body: IdentityStartIn,
    idempotency_key: str | Unset = UNSET,
) -> IdentityStartOut | Problem | None:
    """Begin to add a provider

     The browser goes to the URL, proves itself to the provider, and comes back to `return_to` with a
    code.

    Args:
        provider (str):
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IdentityStartIn): Where the browser goes in the end. Example: {'code_challenge':
            'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'return_to':
            'https://accounts.example.com/profile'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IdentityStartOut | Problem
    """

    return sync_detailed(
        provider=provider,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    provider: str,
    *,
    client: AuthenticatedClient,
    body: IdentityStartIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[IdentityStartOut | Problem]:
    """Begin to add a provider

     The browser goes to the URL, proves itself to the provider, and comes back to `return_to` with a
    code.

    Args:
        provider (str):
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IdentityStartIn): Where the browser goes in the end. Example: {'code_challenge':
            'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'return_to':
            'https://accounts.example.com/profile'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IdentityStartOut | Problem]
    """

    kwargs = _get_kwargs(
        provider=provider,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider: str,
    *,
    client: AuthenticatedClient,
    body: IdentityStartIn,
    idempotency_key: str | Unset = UNSET,
) -> IdentityStartOut | Problem | None:
    """Begin to add a provider

     The browser goes to the URL, proves itself to the provider, and comes back to `return_to` with a
    code.

    Args:
        provider (str):
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (IdentityStartIn): Where the browser goes in the end. Example: {'code_challenge':
            'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'return_to':
            'https://accounts.example.com/profile'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IdentityStartOut | Problem
    """

    return (
        await asyncio_detailed(
            provider=provider,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
