import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bucket import Bucket
from ...models.format_ import Format
from ...models.problem import Problem
from ...models.statistics_out import StatisticsOut
from ...types import UNSET, Response, Unset


def _get_kwargs(
    acct: str,
    app: str,
    ks: str,
    *,
    metric: str,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    bucket: Bucket | Unset = UNSET,
    format_: Format | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["metric"] = metric

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    json_bucket: str | Unset = UNSET
    if not isinstance(bucket, Unset):
        json_bucket = bucket.value

    params["bucket"] = json_bucket

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/accounts/{acct}/apps/{app}/keysets/{ks}/statistics".format(
            acct=quote(str(acct), safe=""),
            app=quote(str(app), safe=""),
            ks=quote(str(ks), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StatisticsOut | None:
    if response.status_code == 200:
        response_200 = StatisticsOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

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
) -> Response[Problem | StatisticsOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    app: str,
    ks: str,
    *,
    client: AuthenticatedClient,
    metric: str,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    bucket: Bucket | Unset = UNSET,
    format_: Format | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | StatisticsOut]:
    """The usage of a keyset

     As the usage of an account.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        ks (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            ks_01h455vb4pex5vsknk084sn02q.
        metric (str):
        from_ (datetime.datetime | Unset):
        to (datetime.datetime | Unset):
        bucket (Bucket | Unset): A period of the calendar in UTC.
        format_ (Format | Unset): How statistics are answered.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatisticsOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        app=app,
        ks=ks,
        metric=metric,
        from_=from_,
        to=to,
        bucket=bucket,
        format_=format_,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    app: str,
    ks: str,
    *,
    client: AuthenticatedClient,
    metric: str,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    bucket: Bucket | Unset = UNSET,
    format_: Format | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | StatisticsOut | None:
    """The usage of a keyset

     As the usage of an account.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        ks (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            ks_01h455vb4pex5vsknk084sn02q.
        metric (str):
        from_ (datetime.datetime | Unset):
        to (datetime.datetime | Unset):
        bucket (Bucket | Unset): A period of the calendar in UTC.
        format_ (Format | Unset): How statistics are answered.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatisticsOut
    """

    return sync_detailed(
        acct=acct,
        app=app,
        ks=ks,
        client=client,
        metric=metric,
        from_=from_,
        to=to,
        bucket=bucket,
        format_=format_,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    acct: str,
    app: str,
    ks: str,
    *,
    client: AuthenticatedClient,
    metric: str,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    bucket: Bucket | Unset = UNSET,
    format_: Format | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | StatisticsOut]:
    """The usage of a keyset

     As the usage of an account.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        ks (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            ks_01h455vb4pex5vsknk084sn02q.
        metric (str):
        from_ (datetime.datetime | Unset):
        to (datetime.datetime | Unset):
        bucket (Bucket | Unset): A period of the calendar in UTC.
        format_ (Format | Unset): How statistics are answered.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StatisticsOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        app=app,
        ks=ks,
        metric=metric,
        from_=from_,
        to=to,
        bucket=bucket,
        format_=format_,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    app: str,
    ks: str,
    *,
    client: AuthenticatedClient,
    metric: str,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    bucket: Bucket | Unset = UNSET,
    format_: Format | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | StatisticsOut | None:
    """The usage of a keyset

     As the usage of an account.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        ks (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            ks_01h455vb4pex5vsknk084sn02q.
        metric (str):
        from_ (datetime.datetime | Unset):
        to (datetime.datetime | Unset):
        bucket (Bucket | Unset): A period of the calendar in UTC.
        format_ (Format | Unset): How statistics are answered.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StatisticsOut
    """

    return (
        await asyncio_detailed(
            acct=acct,
            app=app,
            ks=ks,
            client=client,
            metric=metric,
            from_=from_,
            to=to,
            bucket=bucket,
            format_=format_,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
