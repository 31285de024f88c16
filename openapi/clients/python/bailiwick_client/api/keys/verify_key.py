from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.verified_out import VerifiedOut
from ...models.verify_key_in import VerifyKeyIn
from ...types import Response


def _get_kwargs(
    *,
    body: VerifyKeyIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/keys/verify",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | VerifiedOut | None:
    if response.status_code == 200:
        response_200 = VerifiedOut.from_dict(response.json())

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
) -> Response[Problem | VerifiedOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: VerifyKeyIn,
) -> Response[Problem | VerifiedOut]:
    """Verify a key

     With a platform key. The product's back end asks this on every request that it serves.

    Args:
        body (VerifyKeyIn): A key to be verified. Example: {'key': 'bwl_01h455vb4pex5vsknk084sn02q
            _00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VerifiedOut]
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
    body: VerifyKeyIn,
) -> Problem | VerifiedOut | None:
    """Verify a key

     With a platform key. The product's back end asks this on every request that it serves.

    Args:
        body (VerifyKeyIn): A key to be verified. Example: {'key': 'bwl_01h455vb4pex5vsknk084sn02q
            _00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VerifiedOut
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: VerifyKeyIn,
) -> Response[Problem | VerifiedOut]:
    """Verify a key

     With a platform key. The product's back end asks this on every request that it serves.

    Args:
        body (VerifyKeyIn): A key to be verified. Example: {'key': 'bwl_01h455vb4pex5vsknk084sn02q
            _00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VerifiedOut]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: VerifyKeyIn,
) -> Problem | VerifiedOut | None:
    """Verify a key

     With a platform key. The product's back end asks this on every request that it serves.

    Args:
        body (VerifyKeyIn): A key to be verified. Example: {'key': 'bwl_01h455vb4pex5vsknk084sn02q
            _00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VerifiedOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
