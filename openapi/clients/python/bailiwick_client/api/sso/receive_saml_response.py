from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.saml_post import SamlPost
from ...types import Response


def _get_kwargs(
    acct: str,
    *,
    body: SamlPost,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/sso/accounts/{acct}/acs".format(
            acct=quote(str(acct), safe=""),
        ),
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 303:
        response_303 = cast(Any, None)
        return response_303

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    body: SamlPost,
) -> Response[Any | Problem]:
    """Take a SAML response

     The provider's page posts it here, the assertion consumer service; the browser is sent on to the
    callback.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        body (SamlPost): What a provider posts (SAML 2.0, HTTP POST binding). Example:
            {'RelayState': 'AZZdPwwrfw6gwcWxotPk9Q', 'SAMLResponse': 'PHNhbWxwOlJlc3BvbnNlLz4='}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    body: SamlPost,
) -> Any | Problem | None:
    """Take a SAML response

     The provider's page posts it here, the assertion consumer service; the browser is sent on to the
    callback.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        body (SamlPost): What a provider posts (SAML 2.0, HTTP POST binding). Example:
            {'RelayState': 'AZZdPwwrfw6gwcWxotPk9Q', 'SAMLResponse': 'PHNhbWxwOlJlc3BvbnNlLz4='}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        acct=acct,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    body: SamlPost,
) -> Response[Any | Problem]:
    """Take a SAML response

     The provider's page posts it here, the assertion consumer service; the browser is sent on to the
    callback.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        body (SamlPost): What a provider posts (SAML 2.0, HTTP POST binding). Example:
            {'RelayState': 'AZZdPwwrfw6gwcWxotPk9Q', 'SAMLResponse': 'PHNhbWxwOlJlc3BvbnNlLz4='}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    body: SamlPost,
) -> Any | Problem | None:
    """Take a SAML response

     The provider's page posts it here, the assertion consumer service; the browser is sent on to the
    callback.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        body (SamlPost): What a provider posts (SAML 2.0, HTTP POST binding). Example:
            {'RelayState': 'AZZdPwwrfw6gwcWxotPk9Q', 'SAMLResponse': 'PHNhbWxwOlJlc3BvbnNlLz4='}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            acct=acct,
            client=client,
            body=body,
        )
    ).parsed
